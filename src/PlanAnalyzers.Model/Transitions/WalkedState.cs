namespace PlanAnalyzers.Model;

/// <summary>The state that goes with a walk through a plan: a step costs what it changes, and nothing is kept of the states before.</summary>
internal sealed class WalkedState(Galaxy galaxy)
    : ChangingState(galaxy, GalaxyState.PlatformsAtStart(galaxy), GalaxyState.EnginesAtStart(galaxy), GalaxyState.DatabaseAtStart)
{
    private readonly Stack<OpenBranches> open = new();

    /// <summary>Goes on to the state after a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="isOfAll">Whether the step is taken as done before the open branches, so that what it does is not the work of the branch.</param>
    public void Take(Step step, bool isOfAll = false)
    {
        BeginStep();
        UpgradeProcedure.Apply(this, step);
        NoteInBranch(isOfAll);
    }

    /// <summary>Begins branches that run side by side, each from the state as it is now.</summary>
    public void BeginBranches() => open.Push(new OpenBranches());

    /// <summary>Ends a branch: goes back to the state in which it began, for the next one.</summary>
    public void EndBranch()
    {
        BeginStep();
        open.Peek().TakeBack(this);
    }

    /// <summary>Takes a step as done before the branches that began last, between two of them: the work of those that ended comes after it.</summary>
    public void TakeBeforeBranches(Step step)
    {
        var branches = open.Pop();
        BeginBranches();
        Put(branches);
        Take(step);
        branches.KeepAsTheyAre(this);
        EndBranch();
        open.Pop();
        Take(step);
        open.Push(branches);
    }

    /// <summary>Goes on with what all branches did.</summary>
    public void EndBranches() => Put(open.Pop());

    private void Put(OpenBranches ended)
    {
        BeginStep();
        ended.PutAll(this);
        NoteInBranch(isOfAll: false);
    }

    private void NoteInBranch(bool isOfAll)
    {
        if (open.Count > 0)
        {
            open.Peek().Note(this, isOfAll);
        }
    }

    /// <summary>What the steps of branches changed. Branches never change what exists once in a galaxy.</summary>
    private sealed class OpenBranches
    {
        private readonly List<(Platform Platform, PlatformState State)> platformsBefore = [];
        private readonly List<(AppEngine Engine, EngineState State)> enginesBefore = [];
        private readonly HashSet<Platform> platformsOfTheBranch = [];
        private readonly HashSet<AppEngine> enginesOfTheBranch = [];
        private readonly Dictionary<Platform, PlatformState> platformsAfter = [];
        private readonly Dictionary<AppEngine, EngineState> enginesAfter = [];

        /// <summary>Notes what a step changed while a branch is open.</summary>
        public void Note(ChangingState state, bool isOfAll)
        {
            for (var i = 0; i < state.TouchedPlatforms.Count; i++)
            {
                var (index, before) = state.TouchedPlatforms[i];
                var platform = state.Galaxy.Platforms[index];
                platformsBefore.Add((platform, before));
                if (!isOfAll)
                {
                    platformsOfTheBranch.Add(platform);
                }
            }

            for (var i = 0; i < state.TouchedEngines.Count; i++)
            {
                var (index, before) = state.TouchedEngines[i];
                var engine = state.Galaxy.Engines[index];
                enginesBefore.Add((engine, before));
                if (!isOfAll)
                {
                    enginesOfTheBranch.Add(engine);
                }
            }
        }

        /// <summary>Takes back what was changed while the branch was open, the last change first, and keeps what the branch did for the end.</summary>
        public void TakeBack(ChangingState state)
        {
            Keep(state, platformsOfTheBranch, enginesOfTheBranch);
            for (var i = platformsBefore.Count - 1; i >= 0; i--)
            {
                state[platformsBefore[i].Platform] = platformsBefore[i].State;
            }

            for (var i = enginesBefore.Count - 1; i >= 0; i--)
            {
                state[enginesBefore[i].Engine] = enginesBefore[i].State;
            }

            platformsBefore.Clear();
            enginesBefore.Clear();
            platformsOfTheBranch.Clear();
            enginesOfTheBranch.Clear();
        }

        /// <summary>Keeps for the end, of what the ended branches changed, what it is now.</summary>
        public void KeepAsTheyAre(ChangingState state) => Keep(state, [.. platformsAfter.Keys], [.. enginesAfter.Keys]);

        /// <summary>Puts what the ended branches changed.</summary>
        public void PutAll(ChangingState state)
        {
            foreach (var platform in platformsAfter)
            {
                state[platform.Key] = platform.Value;
            }

            foreach (var engine in enginesAfter)
            {
                state[engine.Key] = engine.Value;
            }
        }

        private void Keep(ChangingState state, IEnumerable<Platform> platforms, IEnumerable<AppEngine> engines)
        {
            foreach (var platform in platforms)
            {
                platformsAfter[platform] = state[platform];
            }

            foreach (var engine in engines)
            {
                enginesAfter[engine] = state[engine];
            }
        }
    }
}
