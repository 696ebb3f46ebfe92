namespace PlanAnalyzers.Model.Tests.Oracle;

/// <summary>Holds our model against the oracle, sequence of steps by sequence of steps.</summary>
/// <remarks>
/// The oracle takes a sequence where its graph has the edges. We take it where no finding at a step is an error, a partner in the wrong
/// order or a step without effect; what is said about the end of a plan is not about a sequence that may go on. A sequence that is not
/// taken is compared and not continued, since a plan with an error keeps it.
/// </remarks>
/// <param name="oracle">The oracle's graph.</param>
/// <param name="alphabet">The steps that are tried.</param>
/// <param name="pairs">The number of pairs.</param>
/// <param name="ignoredRule">The id of a rule of ours that is taken away, to see that the comparison notices.</param>
internal sealed class Comparison(StateGraph oracle, Alphabet alphabet, int pairs, string? ignoredRule = null)
{
    private const int MostDisagreements = 10;

    private readonly Galaxy galaxy = Galaxies.OfPairs(pairs);
    private readonly List<string> disagreements = [];
    private readonly HashSet<string> decidingRules = new(StringComparer.Ordinal);

    /// <summary>The number of sequences that were held against the oracle.</summary>
    public int Compared { get; private set; }

    /// <summary>The number of the oracle's states that were reached.</summary>
    public int Reached { get; private set; }

    /// <summary>Where the models differ; the first few.</summary>
    public IReadOnlyList<string> Disagreements => disagreements;

    /// <summary>The ids of our rules that were alone the reason not to take a sequence.</summary>
    public IReadOnlySet<string> DecidingRules => decidingRules;

    private bool IsEnough => disagreements.Count >= MostDisagreements;

    /// <summary>Compares every sequence up to a length, from the start or from where the GR's part of the procedure is over.</summary>
    /// <param name="length">The most steps.</param>
    /// <param name="isRepositoryDone">Whether to begin after the GR's part, which no short sequence gets past.</param>
    public void EverySequence(int length, bool isRepositoryDone)
    {
        var steps = Steps();
        var repository = galaxy.GalaxyRepository;
        Step[] first = isRepositoryDone
            ? [new Upgrade(repository), new Reboot(repository), new MigrateGalaxy(), new CascadeDeploy(repository)]
            : [];
        var start = first.Aggregate((Position?)Start(), (position, step) =>
            position is null ? null : Take(position, step, Translation.Of(step), isCompared: true));
        if (start is not null)
        {
            Extend(start, length);
        }

        void Extend(Position position, int left)
        {
            foreach (var (step, word) in steps)
            {
                if (!IsEnough && Take(position, step, word, isCompared: true) is { } next && left > 1)
                {
                    Extend(next, left - 1);
                }
            }
        }
    }

    /// <summary>Compares every step in every state that can be reached, by a shortest sequence to it.</summary>
    /// <param name="every">Of how many states one is tried with every step; the others only with those that the oracle takes.</param>
    public void EveryState(int every = 1)
    {
        var steps = Steps();
        var start = Start();
        var seen = new HashSet<int> { start.OracleState };
        var open = new Queue<Position>([start]);
        while (!IsEnough && open.TryDequeue(out var position))
        {
            var isCompared = Reached % every == 0;
            Reached++;
            foreach (var (step, word) in steps)
            {
                if (Take(position, step, word, isCompared) is { } next && seen.Add(next.OracleState))
                {
                    open.Enqueue(next);
                }
            }
        }
    }

    /// <summary>The steps of the alphabet, each with the oracle's word for it.</summary>
    public (Step Step, string Word)[] Steps() => [.. alphabet.StepsOf(galaxy).Select(step => (step, Translation.Of(step)))];

    /// <summary>The state that both start from, in the oracle's words.</summary>
    public string StartText() => Translation.Of(GalaxyState.AtStart(galaxy));

    private Position Start() => new(Previous: null, Step: null, oracle.NumberOf(StartText()), GalaxyState.AtStart(galaxy));

    /// <returns>The position after the step, where both models take it and agree.</returns>
    private Position? Take(Position position, Step step, string word, bool isCompared)
    {
        var isAccepted = oracle.Accepts(position.OracleState, word, out var edge);
        if (isCompared)
        {
            Compared++;
            var objections = ObjectionsTo([.. position.Steps(), step]);
            if (objections.Select(objection => objection.Rule).Distinct().Count() == 1)
            {
                decidingRules.Add(objections[0].Rule.Id);
            }

            if (isAccepted != (objections.Length == 0))
            {
                Disagree(position, step, isAccepted
                    ? $"the oracle takes it; we do not:\n    {string.Join("\n    ", objections.Select(objection => objection.ToString()))}"
                    : "we take it; the oracle does not.");
                return null;
            }
        }

        if (!isAccepted)
        {
            return null;
        }

        var transition = UpgradeProcedure.Apply(position.Ours, step);
        var (ours, theirs) = (
            $"{Translation.Of(transition.After)} {Translation.Of(transition.Effects)}", $"{oracle.States[edge.State]} {edge.Event}");
        if (!string.Equals(ours, theirs, StringComparison.Ordinal))
        {
            Disagree(position, step, $"both take it and come to different states:\n    oracle {theirs}\n    ours   {ours}");
            return null;
        }

        return new Position(position, step, edge.State, transition.After);
    }

    private Finding[] ObjectionsTo(Step[] steps)
    {
        var plan = new UpgradePlan("Upgrade", galaxy, SystemPlatform.V2020R2SP1, SystemPlatform.V2023R2SP1, steps.ToPlanSteps());
        try
        {
            return [.. PlanCheck.Run(plan).Findings.Where(IsObjection)];
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"The check fails at {string.Join(", ", steps.Select(step => step.ToString()))}", exception);
        }
    }

    private bool IsObjection(Finding finding) =>
        finding.Place is StepPlace
        && finding.Rule.Category != RuleCategory.End
        && !string.Equals(finding.Rule.Id, ignoredRule, StringComparison.Ordinal)
        && (finding.Rule.Severity == RuleSeverity.Error || finding.Rule == RuleTable.StandbyFirst || finding.Rule == RuleTable.NoEffect);

    private void Disagree(Position position, Step step, string what) => disagreements.Add(
        $"After {string.Join(", ", position.Steps().Select(taken => taken.ToString()))}\n"
        + $"    ({oracle.States[position.OracleState]})\n  comes {step}: {what}");

    /// <summary>A sequence that both models take, as its last step and what was before, and the state after it.</summary>
    private sealed record Position(Position? Previous, Step? Step, int OracleState, GalaxyState Ours)
    {
        public IEnumerable<Step> Steps() => Previous is null ? [] : Previous.Steps().Append(Step!);
    }
}
