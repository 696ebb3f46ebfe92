namespace PlanAnalyzers.Model;

/// <summary>The state that goes with a walk through a plan: a step costs what it changes, and nothing is kept of the states before.</summary>
internal sealed class WalkedState(Galaxy galaxy) : ChangingState(galaxy, GalaxyState.DatabaseAtStart)
{
    private readonly ListInPlace<PlatformState> platforms = new(GalaxyState.PlatformsAtStart(galaxy));
    private readonly ListInPlace<EngineState> engines = new(GalaxyState.EnginesAtStart(galaxy));

    /// <summary>Goes on to the state after a step.</summary>
    public void Take(Step step)
    {
        BeginStep();
        UpgradeProcedure.Apply(this, step);
    }

    /// <summary>The state as it is now, to come back to.</summary>
    public GalaxyState Keep() => new(Galaxy, platforms.Keep(), engines.Keep(), Database);

    /// <summary>Goes on from another state; what differs is touched.</summary>
    public void GoTo(GalaxyState other)
    {
        BeginStep();
        foreach (var index in platforms.Keep().Differences(other.Platforms))
        {
            TouchedPlatforms.Add(index, platforms[index]);
            platforms[index] = other.Platforms[index];
        }

        foreach (var index in engines.Keep().Differences(other.Engines))
        {
            TouchedEngines.Add(index, engines[index]);
            engines[index] = other.Engines[index];
        }

        Database = other.Database;
    }

    private protected override PlatformState Of(Platform platform) => platforms[platform.Index];

    private protected override EngineState Of(AppEngine engine) => engines[engine.Index];

    private protected override void Put(Platform platform, PlatformState state) => platforms[platform.Index] = state;

    private protected override void Put(AppEngine engine, EngineState state) => engines[engine.Index] = state;
}
