using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Model;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>Files of one project, of which one is being typed.</summary>
/// <param name="Name">What it is, for failures.</param>
/// <param name="Typed">The text of the file that is typed.</param>
/// <param name="Beside">The other files.</param>
internal sealed record LiveSource(string Name, string Typed, params (string Name, string Source)[] Beside)
{
    /// <summary>The path of the file that is typed.</summary>
    public const string Path = "Typed.cs";

    /// <summary>Every source that the project shows to anyone: conformance cases, samples and the plans of the rules' pages.</summary>
    public static IReadOnlyList<LiveSource> All { get; } =
    [
        .. ConformanceCases.Names.Select(name => new LiveSource(name, ConformanceCases.Read(name))),
        .. RuleTable.All.SelectMany(rule => new[] { "Wrong plan", "Right plan" }
            .Select(section => new LiveSource($"{rule.Id} {section}", RulePage.Of(rule.Id).Code(section)))),
        .. Sample("RedundantPair"),
        .. Sample("BrokenPlans"),
    ];

    /// <summary>The project as it is, from which edits of the one file start.</summary>
    public TestProject Project => TestProject.WithExecution([(Path, Typed), .. Beside]);

    /// <summary>Each file of a sample with the galaxy beside it, and the galaxy with a plan beside it.</summary>
    private static IEnumerable<LiveSource> Sample(string sample)
    {
        var files = Directory.GetFiles(Repository.PathOf("samples", sample), "*.cs")
            .Where(path => System.IO.Path.GetFileName(path) != "Program.cs") // One line that only a program may have.
            .Order(StringComparer.Ordinal)
            .Select(path => (Name: System.IO.Path.GetFileName(path), Source: GeneratedText.Read(path)))
            .ToArray();
        var galaxy = files.Single(file => file.Name == "Plant7.cs");
        var plans = files.Where(file => file != galaxy).ToArray();
        return plans.Select(plan => new LiveSource($"{sample}/{plan.Name}", plan.Source, galaxy))
            .Append(new LiveSource($"{sample}/Plant7.cs", galaxy.Source, plans[0]));
    }
}
