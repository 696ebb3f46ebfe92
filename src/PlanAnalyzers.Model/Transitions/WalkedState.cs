namespace PlanAnalyzers.Model;

/// <summary>The state that goes with a walk through a plan: a step costs what it changes, and nothing is kept of the states before.</summary>
internal sealed class WalkedState(Galaxy galaxy)
    : ChangingState(galaxy, GalaxyState.PlatformsAtStart(galaxy), GalaxyState.EnginesAtStart(galaxy), GalaxyState.DatabaseAtStart)
{
    private readonly Stack<OpenBranches> open = new();

    /// <summary>Goes on to the state after a step.</summary>
    public void Take(Step step)
    {
        BeginStep();
        UpgradeProcedure.Apply(this, step);
        NoteInBranch();
    }

    /// <summary>Begins branches that run side by side, each from the state as it is now.</summary>
    public void BeginBranches() => open.Push(new OpenBranches());

    /// <summary>Ends a branch: goes back to the state in which it began, for the next one.</summary>
    public void EndBranch()
    {
        BeginStep();
        open.Peek().TakeBack(this);
    }

    /// <summary>Takes a step as done before the branches that began last, between two of them.</summary>
    public void TakeBeforeBranches(Step step)
    {
        var branches = open.Pop();
        Take(step);
        open.Push(branches);
    }

    /// <summary>Goes on with what all branches did.</summary>
    public void EndBranches()
    {
        BeginStep();
        open.Pop().PutAll(this);
        NoteInBranch();
    }

    private void NoteInBranch()
    {
        if (open.Count > 0)
        {
            open.Peek().Note(this);
        }
    }

    /// <summary>What the steps of branches changed. Branches never change what exists once in a galaxy.</summary>
    private sealed class OpenBranches
    {
        private readonly List<(Platform Platform, PlatformState State)> platformsBefore = [];
        private readonly List<(AppEngine Engine, EngineState State)> enginesBefore = [];
        private readonly List<(Platform Platform, PlatformState State)> platformsAfter = [];
        private readonly List<(AppEngine Engine, EngineState State)> enginesAfter = [];

        /// <summary>Notes what a step of the open branch changed.</summary>
        public void Note(ChangingState state)
        {
            for (var i = 0; i < state.TouchedPlatforms.Count; i++)
            {
                var (index, before) = state.TouchedPlatforms[i];
                platformsBefore.Add((state.Galaxy.Platforms[index], before));
            }

            for (var i = 0; i < state.TouchedEngines.Count; i++)
            {
                var (index, before) = state.TouchedEngines[i];
                enginesBefore.Add((state.Galaxy.Engines[index], before));
            }
        }

        /// <summary>Takes back what the open branch changed, the last change first, and keeps it for the end.</summary>
        public void TakeBack(ChangingState state)
        {
            platformsAfter.AddRange(platformsBefore.Select(change => (change.Platform, state[change.Platform])));
            enginesAfter.AddRange(enginesBefore.Select(change => (change.Engine, state[change.Engine])));
            platformsBefore.Reverse();
            enginesBefore.Reverse();
            Put(state, platformsBefore, enginesBefore);
            platformsBefore.Clear();
            enginesBefore.Clear();
        }

        /// <summary>Puts what all branches changed.</summary>
        public void PutAll(ChangingState state) => Put(state, platformsAfter, enginesAfter);

        private static void Put(
            ChangingState state, List<(Platform Platform, PlatformState State)> platforms, List<(AppEngine Engine, EngineState State)> engines)
        {
            foreach (var (platform, known) in platforms)
            {
                state[platform] = known;
            }

            foreach (var (engine, known) in engines)
            {
                state[engine] = known;
            }
        }
    }
}
