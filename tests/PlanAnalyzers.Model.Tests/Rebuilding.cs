namespace PlanAnalyzers.Model.Tests;

/// <summary>Plans that are built again from their transitions.</summary>
internal static class Rebuilding
{
    /// <summary>A builder that was told all of a plan, as one that reads its text is told.</summary>
    public static ValidatedPlanBuilder Of(ValidatedPlan plan)
    {
        var builder = new ValidatedPlanBuilder(plan.Plan.Name, plan.Galaxy, plan.Plan.From, plan.Plan.To);
        var transitions = new Queue<Transition>(plan.Transitions);
        Add(plan.Plan.Steps.Parts);
        return builder;

        void Add(IEnumerable<PlanPart> parts)
        {
            foreach (var part in parts)
            {
                switch (part)
                {
                    case Phase phase:
                        builder.Phase(phase.Title);
                        Add(phase.Parts);
                        builder.End();
                        break;
                    case InParallel group:
                        builder.InParallel();
                        foreach (var branch in group.Branches)
                        {
                            builder.Branch();
                            Add(branch.Parts);
                            builder.End();
                        }

                        builder.End();
                        break;
                    default:
                        AddStep(transitions.Dequeue());
                        break;
                }
            }
        }

        void AddStep(Transition transition)
        {
            builder.Step(transition.Step);
            foreach (var change in transition.Changes)
            {
                _ = change switch
                {
                    PlatformChange platform => builder.Becomes(platform.Platform, platform.After),
                    EngineChange engine => builder.Becomes(engine.Engine, engine.After),
                    DatabaseChange database => builder.Becomes(database.After),
                    _ => builder,
                };
            }

            foreach (var effect in transition.Effects)
            {
                builder.Happens(effect);
            }
        }
    }
}
