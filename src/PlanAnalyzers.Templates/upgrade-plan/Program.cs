return await Plant1Upgrade.RunAsync(args);
