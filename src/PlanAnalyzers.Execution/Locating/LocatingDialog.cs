using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>Asks an operator how a galaxy is of which nothing is known. Each question is a guess by what was answered before, so that most answers are yes.</summary>
internal sealed class LocatingDialog(ValidatedPlan plan, PlanTerminal terminal)
{
    private readonly OperatorDialog dialog = new(terminal);
    private readonly StateText text = new(plan.Plan);
    private readonly List<Fact> seen = [];

    public Observation Ask()
    {
        dialog.Say("Look at the galaxy, and answer how each of these is now.");
        AskFor(plan.Galaxy.Name, state => text.RowOf(state.Database));
        foreach (var platform in plan.Galaxy.Platforms)
        {
            AskFor(platform.Name, state => text.RowOf(state, platform));
            foreach (var engine in plan.Galaxy.EnginesOn(platform))
            {
                AskFor(engine.Name, state => text.RowOf(state, engine));
            }
        }

        return new Observation(seen);
    }

    private void AskFor(string subject, Func<GalaxyState, StateRow> row)
    {
        var guess = GalaxyLocator.Locate(plan, new Observation(seen)).Places[0].In(plan).Current;
        var facts = VisibleState.Of(plan.Plan, guess).Where(fact => fact.Subject == subject).ToArray();
        if (dialog.IsSo($"  {row(guess)}."))
        {
            seen.AddRange(facts);
            return;
        }

        // The state at the start has a line for everything that can be seen, and the guess says what is likely.
        foreach (var fact in VisibleState.Of(plan.Plan, plan.Start).Where(fact => fact.Subject == subject).OrderBy(fact => fact.Aspect))
        {
            var likely = facts.FirstOrDefault(guessed => guessed.Aspect == fact.Aspect) is { Value: not null } guessed ? guessed : fact;
            if (!StateDifference.IsHidden(plan.Galaxy, new Observation(seen), fact))
            {
                var answer = dialog.ChooseOrSkip(
                    $"    {subject}, {ManualDriver.AspectText(fact.Aspect)}:", [likely.Value, .. VisibleState.Others(plan.Plan, likely)]);
                if (answer.Length > 0)
                {
                    seen.Add(fact with { Value = answer });
                }
            }
        }
    }
}
