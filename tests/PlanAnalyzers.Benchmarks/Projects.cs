using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PlanAnalyzers.Benchmarks;

/// <summary>An author's project in memory: one galaxy, plans in files of their own, a fragment that some use, and a file without plans.</summary>
internal static class Projects
{
    /// <summary>The path of the file that has nothing to do with plans.</summary>
    public const string Unrelated = "Unrelated.cs";

    /// <summary>The path of the file with the galaxy.</summary>
    public const string Galaxy = "Plant.cs";

    /// <summary>The path of the file with the fragment.</summary>
    public const string Fragments = "Fragments.cs";

    /// <summary>The steps of each plan of <see cref="WithPlans"/>: eight pairs.</summary>
    public const int StepsOfAPlan = 40;

    private const int UsersOfTheFragment = 10;

    private const int PairsOfAPlan = (StepsOfAPlan - 8) / 4;

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13);

    /// <summary>What an author's project references: the framework and the authoring library.</summary>
    public static readonly ImmutableArray<string> ReferencePaths =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "PlanAnalyzers.dll" or "PlanAnalyzers.Model.dll"))];

    private static readonly ImmutableArray<MetadataReference> References = [.. ReferencePaths.Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The same with other assemblies that are here.</summary>
    public static IEnumerable<MetadataReference> ReferencesWith(params string[] files) =>
        References.Concat(files.Select(file => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file))));

    /// <summary>A project with so many plans of 40 steps each, for one galaxy; one in ten uses the fragment.</summary>
    public static CSharpCompilation WithPlans(int plans) => Compile(
        [
            (Galaxy, TextOfGalaxy(PairsOfAPlan)),
            (Unrelated, "static class Unrelated { static int M() => 1; }"),
            (Fragments, "using PlanAnalyzers; static class Fragments { public static Plan Node(this Plan plan, Platform p) => plan.Upgrade(p).CascadeDeploy(p); }"),
            .. Enumerable.Range(0, plans).Select(plan => (PlanPath(plan), Plan($"Upgrade{plan}", plan % UsersOfTheFragment == 1
                ? Chain(PairsOfAPlan).Replace(".Upgrade(P1b).CascadeDeploy(P1b)", ".Node(P1b)", StringComparison.Ordinal)
                : Chain(PairsOfAPlan)))),
        ]);

    /// <summary>A project with one plan of so many steps, in one chain of calls.</summary>
    public static CSharpCompilation WithSteps(int steps) => Compile(
        [
            (Galaxy, TextOfGalaxy(PairsOfAPlan)),
            (PlanPath(0), Plan("Upgrade0", Chain(PairsOfAPlan) + string.Concat(Enumerable.Repeat("\n        .Manual(\"Check\")", steps - StepsOfAPlan)))),
        ]);

    public static string PlanPath(int plan) => $"Plan{plan}.cs";

    public static SyntaxTree Parse(string path, string source) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    public static SyntaxTree TreeOf(Compilation compilation, string path) => compilation.SyntaxTrees.Single(tree => tree.FilePath == path);

    private static CSharpCompilation Compile((string Path, string Source)[] files) => CSharpCompilation.Create(
        "Plants",
        files.Select(file => Parse(file.Path, file.Source)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static string TextOfGalaxy(int pairs)
    {
        var text = new StringBuilder("using PlanAnalyzers;\n\n[Galaxy]\npublic static class Plant\n{\n");
        text.Append("    public static readonly SystemManagementServer Sms = SystemManagementServer.On(\"SMS01\");\n");
        text.Append("    public static readonly Platform P0 = Platform.GalaxyRepository(\"GR01\").ConnectedTo(Sms);\n");
        for (var pair = 1; pair <= pairs; pair++)
        {
            text.Append($"    public static readonly Platform P{pair}a = Platform.RunTime(\"AOS{pair}A\").ConnectedTo(Sms);\n");
            text.Append($"    public static readonly Platform P{pair}b = Platform.RunTime(\"AOS{pair}B\").ConnectedTo(Sms);\n");
            text.Append($"    public static readonly AppEngine E{pair} = AppEngine.On(P{pair}a).Historized();\n");
            text.Append($"    public static readonly AppEngine E{pair}b = E{pair}.BackupOn(P{pair}b);\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Plan(string name, string chain) => $$"""
        using PlanAnalyzers;
        using static Plant;

        [UpgradePlan(typeof(Plant), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
        public static partial class {{name}}
        {
            static Plan Define(Plan plan) => plan
                {{chain}};
        }
        """;

    private static string Chain(int pairs)
    {
        var text = new StringBuilder(".Manual(\"Back up the galaxy\").UploadRuntimeChanges(overwriteDefaults: true)\n");
        text.Append("        .Upgrade(P0).Reboot(P0).MigrateGalaxy().MigrateViewApps().CascadeDeploy(P0)");
        for (var pair = 1; pair <= pairs; pair++)
        {
            text.Append($"\n        .Upgrade(P{pair}b).CascadeDeploy(P{pair}b).Upgrade(P{pair}a).CascadeDeploy(P{pair}a)");
        }

        return text.Append("\n        .EnableCpuLoadBalancing()").ToString();
    }
}
