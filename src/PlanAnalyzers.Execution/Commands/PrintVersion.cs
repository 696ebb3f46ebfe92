using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary><c>--version</c>: what runs, and which plan.</summary>
internal sealed class PrintVersion(ValidatedPlan plan) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        SafeText.WriteLine(output, $"PlanAnalyzers {Version}");
        SafeText.WriteLine(output, $"Plan {plan.Plan.Name} {plan.Fingerprint}");
        return (int)ExitCode.Done;
    }

    public static string Version =>
        typeof(PrintVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
