return await RefineryUpgrade.RunAsync(args);
