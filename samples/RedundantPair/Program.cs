return await Plant7Upgrade.RunAsync(args);
