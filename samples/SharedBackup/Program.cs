return await WaterworksUpgrade.RunAsync(args);
