using System.Text.Json;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>The plan as JSON.</summary>
internal static class JsonDocumentOfPlan
{
    public static string Of(ValidatedPlan plan)
    {
        var outline = PlanOutline.Of(plan);
        return JsonSerializer.Serialize(
            new JsonPlan(
                JsonPlan.CurrentVersion,
                plan.Plan.Name,
                plan.Fingerprint,
                plan.Plan.From,
                plan.Plan.To,
                plan.Failovers,
                plan.Outages,
                Of(plan.Galaxy),
                Of(plan.Start),
                outline.Steps.Select(step => Of(plan, step)).ToArray(),
                Of(outline.Parts),
                Of(plan.End)),
            PlanJsonContext.Default.JsonPlan) + "\n";
    }

    /// <summary>What a galaxy declares.</summary>
    public static JsonGalaxy Of(Galaxy galaxy) => new(
        galaxy.Name,
        galaxy.Servers.Select(server => new JsonServer(server.Name, server.Node)).ToArray(),
        galaxy.Platforms.Select(platform => new JsonPlatform(platform.Name, platform.Node, platform.Role, platform.Sms?.Name)).ToArray(),
        galaxy.Engines.Select(engine => new JsonEngine(engine.Name, engine.Platform.Name, engine.Historized)).ToArray(),
        galaxy.Pairs.Select(pair => new JsonPair(pair.Primary.Name, pair.Backup.Name, pair.ActiveAtStart.Name)).ToArray());

    private static JsonStep Of(ValidatedPlan plan, OutlineStep of)
    {
        var (step, before, after) = (of.Transition.Step, Of(of.Transition.Before), Of(of.Transition.After));
        return new JsonStep(
            of.Number,
            step.Kind,
            step.ToString(),
            step.Instruction,
            step.Detail(plan.Plan),
            step.Targets.Select(target => target.Name).ToArray(),
            of.Phases,
            of.Branch,
            of.Branch is null ? before : null,
            of.Transition.Effects.Select(Of).ToArray(),
            Changes(before, after),
            of.Branch is null ? after : null);
    }

    private static JsonPart[] Of(IEnumerable<OutlinePart> parts) => parts.Select(part => part switch
    {
        OutlineStep step => new JsonPart(JsonPartKind.Step, step.Number, null, null, null, null, null),
        OutlinePhase phase => new JsonPart(
            JsonPartKind.Phase, null, phase.Titles[^1], Of(phase.Parts), null, null, null),
        OutlineGroup group => new JsonPart(
            JsonPartKind.InParallel,
            null,
            null,
            null,
            group.Branches.Select(branch => new JsonBranch(branch.Label, Of(branch.Parts))).ToArray(),
            group.IsInBranch ? null : Of(group.Before),
            group.IsInBranch ? null : Of(group.After)),
        _ => throw new ArgumentOutOfRangeException(nameof(parts)),
    }).ToArray();

    /// <summary>What is in another state after a step than before it; it is the same however far other branches are.</summary>
    private static JsonChanges Changes(JsonState before, JsonState after) => new(
        after.Database == before.Database ? null : after.Database,
        Changes(before.Platforms, after.Platforms),
        Changes(before.Engines, after.Engines),
        Changes(before.Pairs, after.Pairs));

    private static T[] Changes<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
        where T : IEquatable<T> =>
        after.Where((state, index) => !state.Equals(before[index])).ToArray();

    private static JsonEffect Of(Effect effect) => new(
        effect.GetType().Name,
        effect.Engines.Select(engine => engine.Name).ToArray(),
        (effect as Outage)?.Cause,
        effect.ToString());

    private static JsonState Of(GalaxyState state) => new(
        new JsonDatabaseState(
            state.Database.Migrated,
            state.Database.ViewAppsMigrated,
            state.Database.RuntimeChangesUploaded,
            state.Database.CpuLoadBalancing),
        state.Galaxy.Platforms.Select(platform => Of(state, platform)).ToArray(),
        state.Galaxy.Engines.Select(engine => Of(engine, state[engine])).ToArray(),
        state.Galaxy.Pairs.Select(pair => new JsonPairState(
            pair.Primary.Name,
            pair.Backup.Name,
            state.StatusOf(pair),
            state.ActiveOf(pair)?.Name,
            state.HasBackup(pair))).ToArray());

    private static JsonPlatformState Of(GalaxyState state, Platform platform)
    {
        var of = state[platform];
        return new JsonPlatformState(
            platform.Name,
            of.Software,
            of.Deployed,
            of.Running,
            of.RebootPending,
            of.SmsConfigured,
            state.IsSoftwareUpgradePending(platform));
    }

    private static JsonEngineState Of(AppEngine engine, EngineState of) =>
        new(engine.Name, of.Deployed, of.Redundancy, of.Redundancy.Text(), of.Objects);
}
