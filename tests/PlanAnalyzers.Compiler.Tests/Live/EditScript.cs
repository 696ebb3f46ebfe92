using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>
/// A project of several files that depend on one another in every way, and edits of it: sensible ones that change what something elsewhere
/// means, half-typed ones, and changes of the project itself. What an edit changes it may change back.
/// </summary>
internal sealed class EditScript(int seed)
{
    private const string Head = "using PlanAnalyzers;\n[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]\n";

    private const string Beginning = "plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)";

    private static readonly (string Path, string Text)[] Start =
    [
        ("Plant7.cs", Marked.Plant7),
        ("Usings.cs", "global using static Plant7;\nglobal using static Settings;\n"),
        ("Settings.cs", """
            public enum Mode { Short = 1, Long = 2 }
            public static class Settings
            {
                public const int Rounds = 2;
                public const Mode Chosen = Mode.Short;
                public static readonly string Note = "Look";
                public static string Text { get; } = "Read";
                public static string Body { get { return "Write"; } }
                public static int Count() => 1;
                public static string Twice(string text, int times = 2) => times > 1 ? text + text : text;
            }
            public record Shift(string Name) { public string Full => Name + " shift"; public string Rest { get; init; } = "nobody"; }
            """),
        ("Fragments.cs", """
            using PlanAnalyzers;
            public static class Fragments
            {
                public static Plan Node(this Plan plan, Platform p) => plan.Upgrade(p).CascadeDeploy(p);
                public static Plan Several(this Plan plan, int times) { for (var i = 0; i < times; i++) { plan = plan.Manual("n"); } return plan; }
            }
            """),
        ("Unrelated.cs", "static class Unrelated { static int M() => 1; }\n"),
        ("One.cs", Head + "public static partial class One { static Plan Define(Plan plan) => " + Beginning + ".Node(P2).Node(P1).Several(Rounds).Manual(Note); }\n"),
        ("Two.cs", "namespace Deep;\n" + Head + "public static partial class Two { static Plan Define(Plan plan) => Steps(" + Beginning + ").Manual(Chosen == Mode.Short ? \"s\" : \"l\").Manual(Text); }\n"),
        ("Two.Steps.cs", "using PlanAnalyzers;\nnamespace Deep { static partial class Two { static Plan Steps(Plan plan) => plan.Node(P2).Node(P1).Manual(Twice(\"t\")).Manual(Body); } }\n"),
        ("Three.cs", Head + "public static partial class Three { static Plan Define(Plan plan) { var shift = new Shift(\"Night\"); return "
            + Beginning + ".Upgrade(P1).CascadeDeploy(P1).Manual(shift.Full).Approve(shift.Rest).Several(Count()); } }\n"),
        ("Four.cs", Head + "public static partial class Four { static Plan Define(Plan plan) => plan.Manual(One.Fingerprint.Length > 5 ? \"a\" : \"b\").Reboot(P2); }\n"),
        ("Five.cs", Head + "public static partial class Five { static Plan Define(Plan plan) => Lib.Start(plan).Node(P2).Node(P1); }\n"),
    ];

    /// <summary>What a text is changed into, and back.</summary>
    private static readonly (string Path, string Text, string Other)[] Edits =
    [
        ("Settings.cs", "Rounds = 2", "Rounds = 3"),
        ("Settings.cs", "const int Rounds", "static readonly int Rounds"),
        ("Settings.cs", "Short = 1, Long = 2", "Long = 1, Short = 2"),
        ("Settings.cs", "Chosen = Mode.Short", "Chosen = Mode.Long"),
        ("Settings.cs", "\"Look\"", "\"Look twice\""),
        ("Settings.cs", "\"Look\"", "System.Environment.MachineName"),
        ("Settings.cs", "\"Read\"", "\"Read twice\""),
        ("Settings.cs", "\"Write\"", "\"Write twice\""),
        ("Settings.cs", "\"Write\"", "Missing"),
        ("Settings.cs", "Count() => 1", "Count() => 2"),
        ("Settings.cs", "Count() => 1", "Count() => \"\""),
        ("Settings.cs", "times = 2", "times = 1"),
        ("Settings.cs", "public static string Text", "private static string Text"),
        ("Settings.cs", "Name + \" shift\"", "\"The \" + Name"),
        ("Settings.cs", "= \"nobody\"", "= \"all\""),
        ("Settings.cs", "record Shift", "record struct Shift"),
        ("Settings.cs", "public enum", "// typed\n\npublic enum"),
        ("Fragments.cs", ".CascadeDeploy(p);", ".CascadeDeploy(p).Reboot(p);"),
        ("Fragments.cs", ".CascadeDeploy(p);", ".CascadeDeploy(p)"),
        ("Fragments.cs", "Platform p)", "Platform p, bool again = false)"),
        ("Fragments.cs", "\"n\"", "$\"n{i}\""),
        ("Fragments.cs", "public static Plan Several", "// more\n    public static Plan Several"),
        ("Fragments.cs", "public static Plan Several", "public static Plan Manual(this Plan plan, object text) => plan;\n    public static Plan Several"),
        ("Usings.cs", "global using static Plant7;\n", "global using static Plant7; // typed\n"),
        ("Usings.cs", "global using static Settings;", "//global using static Settings;"),
        ("Plant7.cs", "\"AOS02\"", "\"AOS03\""),
        ("Plant7.cs", ".Historized()", ""),
        ("Plant7.cs", "[Galaxy]", "[Galaxy] // typed\n"),
        ("Plant7.cs", "[Galaxy]", "//[Galaxy]"),
        ("Plant7.cs", "E1.BackupOn(P2)", "E1.BackupOn(P1)"),
        ("Plant7.cs", "E1.BackupOn(P2)", "E1.BackupOn(P9)"),
        ("Plant7.cs", "public static readonly AppEngine E1b", "public static readonly Platform P3 = Platform.RunTime(\"X\");\n    public static readonly AppEngine E1b"),
        ("Unrelated.cs", "=> 1", "=> 2"),
        ("Unrelated.cs", "=> 1", "=> \"\""),
        ("Unrelated.cs", "static class", "namespace Deep { static class Settings { public const int Chosen = 1; } }\nstatic class"),
        ("Unrelated.cs", "static class", "namespace Deep { static class Plant7 { } }\nstatic class"),
        ("Unrelated.cs", "static class", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"X\")]\nstatic class"),
        ("Unrelated.cs", "static class Unrelated", "static class Unrelated { static Unrelated() { } } static class Extra"),
        ("One.cs", ".Node(P2).Node(P1)", ".Node(P1).Node(P2)"),
        ("One.cs", ".Reboot(P0)", ""),
        ("One.cs", "From = SystemPlatform.V2020R2SP1", "From = SystemPlatform.V2023"),
        ("One.cs", "static partial class One", "static class One"),
        ("Two.cs", "[UpgradePlan", "// typed\n[UpgradePlan"),
        ("Two.cs", "typeof(Plant7)", "typeof(Mode)"),
        ("Two.Steps.cs", ".Manual(Body)", ".Manual(Body).Reboot(P1)"),
        ("Two.Steps.cs", ".Manual(Body)", "// typed\n.Manual(Body)"),
        ("Two.Steps.cs", "static partial class Two {", "static partial class Two { public const string Validated = \"\";"),
        ("Three.cs", "\"Night\"", "\"Day\""),
        ("Three.cs", "new Shift(\"Night\")", "new Shift(\"Night\") { Rest = \"one\" }"),
        ("Four.cs", "One.Fingerprint.Length", "One.Fingerprint"),
        ("Five.cs", "Lib.Start", "global::Lib.Start"),
    ];

    private const string Added = "Added.cs";

    private static readonly string[] NewFiles =
    [
        "static class Added { }",
        "namespace Deep { static class Mode { public const int Short = 2; } }",
        "static class Lib { public static PlanAnalyzers.Plan Start(PlanAnalyzers.Plan plan) => plan.Manual(\"own\"); }",
        Head + "public static partial class Six { static Plan Define(Plan plan) => " + Beginning + ".Node(P2).Node(P1); }",
    ];

    private static readonly MetadataReference[] Libraries = [Library("MigrateGalaxy()"), Library("MigrateGalaxy().MigrateViewApps()")];

    private readonly Random random = new(seed);
    private readonly Dictionary<string, RandomWalk> walks = new(StringComparer.Ordinal);
    private readonly List<CSharpCompilation> before = [];
    private int library;

    /// <summary>The project before the first edit.</summary>
    public CSharpCompilation First { get; } = Compile(
        Start, [.. TestProject.References, Libraries[0]], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The same texts as nobody has seen them: parsed anew, in an assembly of another name.</summary>
    public static CSharpCompilation Anew(CSharpCompilation compilation) => CSharpCompilation.Create(
        compilation.AssemblyName + "Anew",
        compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.ToString(), (CSharpParseOptions)tree.Options, tree.FilePath)),
        compilation.References,
        compilation.Options);

    /// <summary>The project after one more edit, and what it was.</summary>
    public (CSharpCompilation Compilation, string Edit) Next(CSharpCompilation compilation)
    {
        before.Add(compilation);
        switch (random.Next(20))
        {
            case 0:
                return (before[random.Next(before.Count)], "all as it was some time ago");
            case 1:
                return (compilation.WithOptions(compilation.Options.WithOverflowChecks(!compilation.Options.CheckOverflow)), "checked or not");
            case 2:
                return (compilation.WithOptions(compilation.Options.WithOutputKind(
                    compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary ? OutputKind.WindowsRuntimeMetadata : OutputKind.DynamicallyLinkedLibrary)), "kind of output");
            case 3:
                var old = compilation.References.Single(Libraries.Contains);
                return (compilation.ReplaceReference(old, Libraries[library = 1 - library] == old ? Libraries[1 - library] : Libraries[library]), "the library");
            case 4:
                return compilation.SyntaxTrees.SingleOrDefault(tree => tree.FilePath == Added) is { } added
                    ? (compilation.RemoveSyntaxTrees(added), "a file less")
                    : (compilation.AddSyntaxTrees(TestProject.Parse(NewFiles[random.Next(NewFiles.Length)], Added)), "a file more");
            case < 9:
                var typed = compilation.SyntaxTrees[random.Next(compilation.SyntaxTrees.Length)];
                if (!walks.TryGetValue(typed.FilePath, out var walk))
                {
                    walks.Add(typed.FilePath, walk = new RandomWalk(typed.ToString(), random.Next()));
                }

                return (Type(compilation, typed, walk.Next()), $"{typed.FilePath} half typed");
            default:
                var (path, text, other) = Edits[random.Next(Edits.Length)];
                var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
                var now = tree.ToString();
                return now.Contains(other, StringComparison.Ordinal) && other.Length > 0
                    ? (Type(compilation, tree, now.Replace(other, text, StringComparison.Ordinal)), $"{path}: {other} => {text}")
                    : (Type(compilation, tree, now.Replace(text, other, StringComparison.Ordinal)), $"{path}: {text} => {other}");
        }
    }

    private static CSharpCompilation Type(CSharpCompilation compilation, SyntaxTree tree, string text) =>
        compilation.ReplaceSyntaxTree(tree, TestProject.Parse(text, tree.FilePath));

    private static CSharpCompilation Compile((string Path, string Text)[] files, IEnumerable<MetadataReference> references, CSharpCompilationOptions options) =>
        CSharpCompilation.Create("Edited", files.Select(file => TestProject.Parse(file.Text, file.Path)), references, options);

    /// <summary>A library that shares its source; the plan's beginning is one of its fragments.</summary>
    private static PortableExecutableReference Library(string step)
    {
        var compilation = CSharpCompilation.Create(
            "Lib",
            [TestProject.Parse("using PlanAnalyzers; public static class Lib { public static Plan Start(Plan plan) => plan." + step + "; }", "Lib.cs")],
            TestProject.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        TestProject.Driver(tracksSteps: false, new ProjectOptions([])).RunGeneratorsAndUpdateCompilation(compilation, out var shared, out _);
        using var stream = new MemoryStream();
        Assert.True(shared.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
