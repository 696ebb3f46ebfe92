using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PlanAnalyzers.Model;

/// <summary>A number that is the same for two plans only if they do the same to the same galaxy.</summary>
internal static class Fingerprint
{
    // Goes up when the text below changes its form, since then the same plan gets another fingerprint.
    private const string Form = "PlanAnalyzers 2";

    /// <summary>SHA-256 over the galaxy, the versions, the steps, what they change and what happens: 64 lower-case hex digits.</summary>
    public static string Of(UpgradePlan plan, IEnumerable<Transition> transitions)
    {
        var text = new StringBuilder();
        Write(text, Form, plan.Name, plan.Galaxy.Name, plan.From, plan.To);
        foreach (var server in plan.Galaxy.Servers)
        {
            Write(text, "sms", server.Name, server.Node);
        }

        foreach (var platform in plan.Galaxy.Platforms)
        {
            Write(text, "platform", platform.Name, platform.Node, platform.Role, platform.Sms?.Name);
        }

        foreach (var engine in plan.Galaxy.Engines)
        {
            Write(text, "engine", engine.Name, engine.Platform.Name, engine.Primary?.Name, engine.Historized, engine.ActiveAtStart);
        }

        Write(text, plan.Steps.Parts, new Queue<Transition>(transitions));
        return Hash(text.ToString());
    }

    /// <summary>The parts with what their steps do; each group is closed, so that no two trees read alike.</summary>
    private static void Write(StringBuilder text, IEnumerable<PlanPart> parts, Queue<Transition> transitions)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case Phase phase:
                    Write(text, "phase", phase.Title);
                    Write(text, phase.Parts, transitions);
                    Write(text, "end");
                    break;
                case InParallel group:
                    foreach (var branch in group.Branches)
                    {
                        Write(text, "branch");
                        Write(text, branch.Parts, transitions);
                    }

                    Write(text, "end");
                    break;
                default:
                    Write(text, transitions.Dequeue());
                    break;
            }
        }
    }

    private static void Write(StringBuilder text, Transition transition)
    {
        Write(text, "step", transition.Step);
        foreach (var change in transition.Changes)
        {
            Write(text, change);
        }

        foreach (var effect in transition.Effects)
        {
            Write(text, effect.GetType().Name, effect.Engines, (effect as Outage)?.Cause);
        }
    }

    private static void Write(StringBuilder text, StateChange change)
    {
        switch (change)
        {
            case PlatformChange { Platform: var platform, After: var after }:
                Write(text, platform.Name, after.Software, after.Deployed, after.Running, after.RebootPending, after.SmsConfigured);
                break;
            case EngineChange { Engine: var engine, After: var after }:
                Write(text, engine.Name, after.Deployed, after.Redundancy, after.Objects);
                break;
            case DatabaseChange { After: var after }:
                Write(text, after.Migrated, after.ViewAppsMigrated, after.RuntimeChangesUploaded, after.CpuLoadBalancing);
                break;
        }
    }

    /// <summary>One line; each value with its length before it, so that no two lines can read alike.</summary>
    private static void Write(StringBuilder text, params object?[] values)
    {
        foreach (var value in values)
        {
            var written = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            text.Append(written.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(written).Append(' ');
        }

        text.Append('\n');
    }

    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(text))
            .Select(digit => digit.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
