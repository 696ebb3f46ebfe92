using System.Text.Json;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>The plan as JSON.</summary>
internal static class JsonDocumentOfPlan
{
    public static string Of(ValidatedPlan plan) =>
        JsonSerializer.Serialize(
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
                plan.Transitions.Select(Of).ToArray(),
                Of(plan.End)),
            PlanJsonContext.Default.JsonPlan) + "\n";

    private static JsonGalaxy Of(Galaxy galaxy) => new(
        galaxy.Name,
        galaxy.Servers.Select(server => new JsonServer(server.Name, server.Node)).ToArray(),
        galaxy.Platforms.Select(platform => new JsonPlatform(platform.Name, platform.Node, platform.Role, platform.Sms?.Name)).ToArray(),
        galaxy.Engines.Select(engine => new JsonEngine(engine.Name, engine.Platform.Name, engine.Historized)).ToArray(),
        galaxy.Pairs.Select(pair => new JsonPair(pair.Primary.Name, pair.Backup.Name, pair.ActiveAtStart.Name)).ToArray());

    private static JsonStep Of(Transition transition, int index) => new(
        index + 1,
        transition.Step.Kind,
        transition.Step.ToString(),
        transition.Step.Instruction,
        transition.Step.Targets.Select(target => target.Name).ToArray(),
        Of(transition.Before),
        transition.Effects.Select(Of).ToArray(),
        Of(transition.After));

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
