using System.Globalization;
using System.Text;

namespace PlanAnalyzers.Model;

/// <summary>
/// A validated plan in lines of words: its galaxy, its steps, and what each of them changes and what happens in it. The generator writes it into
/// the plan's class, and the plan reads it when it runs.
/// </summary>
/// <remarks>
/// It is text and not C# that makes the same objects, since a compiler reads a text for nothing, and such C# for more than the rest of a
/// project. Texts of the author stand in quotes, everything else is a word. What is the same as before a step is not repeated.
/// </remarks>
public static partial class ValidatedPlanText
{
    private const string Plan = "plan";
    private const string OfGalaxy = "galaxy";
    private const string Server = "server";
    private const string OfPlatform = "platform";
    private const string Engine = "engine";
    private const string BackupOf = "backup-of";
    private const string Historized = "is-historized";
    private const string ActiveAtStart = "active-at-start";
    private const string OfStep = "step";
    private const string OfPhase = "phase";
    private const string Parallel = "parallel";
    private const string OfBranch = "branch";
    private const string End = "end";
    private const string Happens = "happens";
    private const string Overwrite = "overwrite-defaults";
    private const string New = "new";
    private const string Old = "old";
    private const string Deployed = "deployed";
    private const string Undeployed = "undeployed";
    private const string Running = "running";
    private const string RebootPending = "reboot-pending";
    private const string Sms = "sms";
    private const string ObjectsNew = "objects-new";
    private const string ObjectsOld = "objects-old";
    private const string Migrated = "migrated";
    private const string ViewAppsMigrated = "viewapps-migrated";
    private const string Uploaded = "run-time-changes-uploaded";
    private const string LoadBalancing = "cpu-load-balancing";

    /// <summary>The lines of a plan.</summary>
    /// <param name="plan">The plan.</param>
    public static IReadOnlyList<string> Write(ValidatedPlan plan)
    {
        var lines = new List<string> { Words(Plan, plan.Plan.Name, plan.Plan.From, plan.Plan.To), Words(OfGalaxy, plan.Galaxy.Name) };
        lines.AddRange(plan.Galaxy.Servers.Select(server => Words(Server, server.Name, Quoted(server.Node))));
        lines.AddRange(plan.Galaxy.Platforms.Select(platform =>
            Words(OfPlatform, platform.Name, Quoted(platform.Node), platform.Role, platform.Sms)));
        lines.AddRange(plan.Galaxy.Engines.Select(engine => Words(
            Engine,
            engine.Name,
            engine.Platform,
            engine.Historized ? Historized : null,
            engine.ActiveAtStart ? ActiveAtStart : null,
            engine.Primary is null ? null : BackupOf,
            engine.Primary)));
        var place = 0;
        WriteParts(lines, plan, plan.Plan.Steps.Parts, ref place, "");
        return lines;
    }

    private static void WriteParts(List<string> lines, ValidatedPlan plan, ValueList<PlanPart> parts, ref int place, string indent)
    {
        const string Deeper = "  ";
        foreach (var part in parts)
        {
            switch (part)
            {
                case Phase phase:
                    lines.Add(indent + Words(OfPhase, Quoted(phase.Title)));
                    WriteParts(lines, plan, phase.Parts, ref place, indent + Deeper);
                    lines.Add(indent + End);
                    break;
                case InParallel group:
                    lines.Add(indent + Parallel);
                    foreach (var branch in group.Branches)
                    {
                        lines.Add(indent + Deeper + OfBranch);
                        WriteParts(lines, plan, branch.Parts, ref place, indent + Deeper + Deeper);
                        lines.Add(indent + Deeper + End);
                    }

                    lines.Add(indent + End);
                    break;
                default:
                    var transition = plan.Transitions[place++];
                    lines.Add(indent + Words(OfStep, transition.Step.Kind, Arguments(transition.Step)));
                    lines.AddRange(transition.Changes.Select(change => indent + Deeper + Of(change)));
                    lines.AddRange(transition.Effects.Select(effect => indent + Deeper + Of(effect)));
                    break;
            }
        }
    }

    private static string? Arguments(Step step) => step switch
    {
        UploadRuntimeChanges { OverwriteDefaults: var overwrites } => overwrites ? Overwrite : null,
        Manual manual => Quoted(manual.Text),
        Approve approve => Quoted(approve.Role),
        Deploy deploy => Words(deploy.Target, deploy.Answer),
        { Targets.Count: 0 } => null,
        _ => string.Join(" ", step.Targets),
    };

    private static string Of(StateChange change) => change switch
    {
        PlatformChange { Platform: var platform, After: var after } => Words(
            OfPlatform,
            platform,
            after.Software == Software.New ? New : Old,
            after.Deployed ? Deployed : Undeployed,
            after.Running ? Running : null,
            after.RebootPending ? RebootPending : null,
            after.SmsConfigured ? Sms : null),
        EngineChange { Engine: var engine, After: var after } => Words(
            Engine,
            engine,
            after.Deployed ? Deployed : Undeployed,
            after.Redundancy == RedundancyStatus.None ? null : after.Redundancy,
            after.Objects is { } objects ? objects == Software.New ? ObjectsNew : ObjectsOld : null),
        _ => Of(((DatabaseChange)change).After),
    };

    private static string Of(DatabaseState after) => Words(
        OfGalaxy,
        after.Migrated ? Migrated : null,
        after.ViewAppsMigrated ? ViewAppsMigrated : null,
        after.RuntimeChangesUploaded ? Uploaded : null,
        after.CpuLoadBalancing ? LoadBalancing : null);

    private static string Of(Effect effect) => Words(
        Happens, effect.GetType().Name, effect.Engines.Count > 0 ? string.Join(" ", effect.Engines) : null, (effect as Outage)?.Cause);

    private static string Words(params object?[] words) => string.Join(" ", words.Where(word => word is not null));

    /// <summary>A text of the author, in which nothing can end the line or the quotes.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\' || letter < ' ' || (letter > '~' && !char.IsLetterOrDigit(letter)))
            {
                quoted.Append('\\').Append('u').Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(letter);
            }
        }

        return quoted.Append('"').ToString();
    }
}
