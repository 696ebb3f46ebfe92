return await BreweryUpgrade.RunAsync(args);
