using System.Reflection;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Tests.Sharing;

/// <summary>Galaxies and fragments of a referenced project, which a build sees as an assembly and an editor as a project.</summary>
public sealed class SharedSourceTests
{
    private const string Head = """
        [UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
        public static partial class Plant7Upgrade
        """;

    private const string GlobalUsings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    private static readonly (string, string)[] Fragments =
    [
        ("GlobalUsings.g.cs", GlobalUsings),
        ("Fragments.cs", """
            using PlanAnalyzers;

            namespace Plant.Fragments;

            public static class Upgrades
            {
                public static Plan Repository(this Plan plan, Platform repository) =>
                    plan.Upgrade(repository).Reboot(repository).MigrateGalaxy().CascadeDeploy(repository);

                public static Plan Node(this Plan plan, Node node)
                {
                    if (node is { Care: Care.Signed, Platform: var platform })
                    {
                        plan = plan.Approve(Texts.Lead + " of " + platform);
                    }

                    return Helper.Deployed(plan.Upgrade(node.Platform), node.Platform).Manual(node.Text);
                }

                public static Plan Each<T>(this Plan plan, IEnumerable<T> items, Func<Plan, T, Plan> step) => items.Aggregate(plan, step);

                public static Node Careful(Node node) => node with { Care = Care.Signed };
            }
            """),
        ("Node.cs", """
            using PlanAnalyzers;

            namespace Plant.Fragments;

            public enum Care { Plain, Signed }

            public sealed record Node(Platform Platform, Care Care = Care.Plain)
            {
                public string Text => $"{Texts.Words[^1]} {Platform} {Care}";
            }
            """),
        ("Texts.cs", """
            namespace Plant.Fragments;

            public static class Texts
            {
                public const string Lead = "Lead";
                public static readonly string[] Words = ["Look at", "Ask about"];
            }
            """),
        ("Helper.cs", """
            using PlanAnalyzers;

            static class Helper
            {
                public static Plan Deployed(Plan plan, Platform platform) => plan.CascadeDeploy(platform);
            }
            """),
        ("Unrelated.cs", """
            namespace Plant.Fragments;

            public static class Unrelated
            {
                public static string Greeting() => "Good evening";
            }
            """),
    ];

    // Not all of a galaxy needs to be public.
    private static readonly (string, string) Galaxy =
        ("Plant7.cs", Marked.Plant7.Replace("public static readonly SystemManagementServer", "static readonly SystemManagementServer", StringComparison.Ordinal));

    /// <summary>Plans over the two libraries, each with the steps that it has when it is run.</summary>
    public static TheoryData<SeenAs, string, string> Plans
    {
        get
        {
            var data = new TheoryData<SeenAs, string, string>();
            foreach (var how in Enum.GetValues<SeenAs>())
            {
                data.Add(how, "plan.Repository(P0).Node(new Node(P2)).Node(Upgrades.Careful(new(P1)))", "extension methods, a record, with, an enum");
                data.Add(how, "plan.Repository(P0).Each([P2, P1], (p, platform) => p.Upgrade(platform).CascadeDeploy(platform))", "a generic fragment");
                data.Add(how, "plan.Repository(P0).Each(new[] { new Node(P2), new Node(P1) with { Care = Care.Signed } }, (p, n) => p.Node(n))", "with");
                data.Add(how, "plan.Repository(P0).Manual(Texts.Lead + Texts.Words[0]).Node(new(P2)).Node(new(P1))", "a constant and a static field");
                data.Add(how, "plan.Repository(P0).Manual(new Node(P2) == new Node(P2, Care.Plain) ? \"same\" : \"other\").Node(new(P2)).Node(new(P1))", "equality");
                data.Add(how, "plan.Repository(P0).Manual(Upgrades.Careful(new(P1)) switch { { Care: Care.Signed } n => n.Text, _ => \"\" }).Node(new(P2)).Node(new(P1))", "a pattern");
                data.Add(how, "plan.Repository(P0).Manual($\"{Care.Signed} {Own.Care.Other} {Helper.Text}\").Node(new(P2)).Node(new(P1))", "namesakes");
                data.Add(how, "plan.Repository(P0).Manual(((object)Care.Signed).Equals(Own.Care.Other) ? \"a\" : \"b\").Node(new(P2)).Node(new(P1))", "namesakes are not equal");
                data.Add(how, "plan.Repository(P0).Each([new Node(P2), new Node(P1)], Upgrades.Node)", "a fragment as a value");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task What_is_read_is_what_runs(SeenAs how, string plan, string what)
    {
        var libraries = Libraries(how);
        var project = Consumer(how, libraries, plan);
        Assert.True((await project.AnalyzerDiagnostics()).IsEmpty, what + "\n" + Report.Annotate(project.Compilation, await project.AnalyzerDiagnostics()));
        Assert.Empty(project.CompilerDiagnostics());
        AssertReadAsRun(project, libraries);
    }

    [Theory]
    [InlineData(SeenAs.Assembly)]
    [InlineData(SeenAs.Project)]
    public async Task A_library_may_use_another_library(SeenAs how)
    {
        var libraries = Libraries(how);
        Library[] all =
        [
            .. libraries,
            Library.Of("Site.Fragments", how, libraries, ("Site.cs", """
                using PlanAnalyzers;
                using Plant.Fragments;

                public static class Site
                {
                    public static Plan Line(this Plan plan, Node first, Node second) => plan.Node(first).Node(Upgrades.Careful(second));
                }
                """)),
        ];
        var project = Consumer(how, all, "plan.Repository(P0).Line(new(P2), new(P1))");
        Assert.Empty(await project.AnalyzerDiagnostics());
        AssertReadAsRun(project, all);
    }

    [Theory]
    [InlineData(SeenAs.Assembly)]
    [InlineData(SeenAs.Project)]
    public async Task A_mistake_stands_at_the_call_and_names_the_place_in_the_library(SeenAs how)
    {
        var libraries = Libraries(how);
        var found = await Consumer(how, libraries, "plan.Repository(P0).Node(new(P1)).Node(new(P2))").AnalyzerDiagnostics();

        var order = Assert.Single(found, diagnostic => diagnostic.Id == "UPG4005");
        Assert.Equal("Node(new(P1))", Text(order.Location));
        Assert.StartsWith("In Node", order.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains(order.AdditionalLocations, place => place.Kind == LocationKind.ExternalFile && place.GetLineSpan().Path == "Fragments.cs"
            && place.GetLineSpan().StartLinePosition.Line == 16);
    }

    [Theory]
    [InlineData(SeenAs.Assembly)]
    [InlineData(SeenAs.Project)]
    public async Task What_a_library_does_not_know_itself_is_said_at_the_call(SeenAs how)
    {
        Library[] libraries =
        [
            Library.Of("Plant.Fragments", how, [], ("Clock.cs", """
                using PlanAnalyzers;

                public static class Clock
                {
                    public static Plan Wait(this Plan plan) => plan.Manual($"At {System.DateTime.Now}");
                }
                """)),
            Library.Of("Plant.Galaxy", how, [], Galaxy),
        ];
        var problem = Assert.Single(await Consumer(how, libraries, "plan.Upgrade(P0).Wait()", "").AnalyzerDiagnostics());
        Assert.Equal(("UPG1001", "Wait()"), (problem.Id, Text(problem.Location)));
        Assert.Equal("Clock.cs", Assert.Single(problem.AdditionalLocations).GetLineSpan().Path);
    }

    [Fact]
    public async Task A_library_without_its_source_is_named_with_what_to_do()
    {
        Library[] libraries = [Library.WithoutSource("Plant.Fragments", Fragments), Library.Of("Plant.Galaxy", SeenAs.Assembly, [], Galaxy)];
        var problem = Assert.Single(await Consumer(SeenAs.Assembly, libraries, "plan.Repository(P0).Reboot(P0).Repository(P1)").AnalyzerDiagnostics());
        Assert.Equal(("UPG1001", "Repository(P0)"), (problem.Id, Text(problem.Location)));
        Assert.Contains("Build Plant.Fragments with the package PlanAnalyzers and without PlanAnalyzersShareSource=false", problem.GetMessage(null), StringComparison.Ordinal);

        libraries = [Library.Of("Plant.Fragments", SeenAs.Assembly, [], Fragments), Library.WithoutSource("Plant.Galaxy", Galaxy)];
        problem = Assert.Single(await Consumer(SeenAs.Assembly, libraries, "plan.Repository(P0)").AnalyzerDiagnostics());
        Assert.Equal("UPG1005", problem.Id);
        Assert.Contains("Build Plant.Galaxy with the package PlanAnalyzers", problem.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_galaxy_of_a_library_that_cannot_be_read_is_said_at_the_plan_with_the_place_in_the_library()
    {
        Library[] libraries =
        [
            Library.Of("Plant.Fragments", SeenAs.Assembly, [], Fragments),
            Library.Of("Plant.Galaxy", SeenAs.Assembly, [], Galaxy with
            {
                Item2 = Galaxy.Item2.Replace("\"AOS01\"", "System.Environment.MachineName", StringComparison.Ordinal),
            }),
        ];
        var problem = Assert.Single(await Consumer(SeenAs.Assembly, libraries, "plan.Repository(P0)").AnalyzerDiagnostics());
        Assert.Equal("UPG1005", problem.Id);
        Assert.Contains("'System.Environment.MachineName' is not known", problem.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(Galaxy.Item1, Assert.Single(problem.AdditionalLocations).GetLineSpan().Path);
    }

    [Theory]
    [InlineData(SeenAs.Assembly)]
    [InlineData(SeenAs.Project)]
    public async Task What_a_library_keeps_to_itself_is_not_read_as_anything_else(SeenAs how)
    {
        var problem = Assert.Single(await Consumer(how, Libraries(how), "plan.Repository(P0).Manual(Unrelated.Greeting())").AnalyzerDiagnostics());
        Assert.Equal("UPG1001", problem.Id);
        Assert.Contains("Unrelated.Greeting", Text(problem.Location), StringComparison.Ordinal);
        Assert.Contains("does not share", problem.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_library_needs_and_the_project_does_not_have_is_not_left_out()
    {
        var words = Library.WithoutSource("Words", ("Words.cs", "public static class Words { public static readonly string Wait = \"Wait\"; }"));
        Library[] libraries =
        [
            Library.Of("Plant.Fragments", SeenAs.Assembly, [words], ("Waiting.cs", """
                using PlanAnalyzers;

                public sealed class Waiting
                {
                    public string Text { get; } = Words.Wait;
                }

                public static class Waits
                {
                    public static Plan Wait(this Plan plan) => plan.Manual(new Waiting().Text);
                }
                """)),
            Library.Of("Plant.Galaxy", SeenAs.Assembly, [], Galaxy),
        ];
        var problem = Assert.Single(await Consumer(SeenAs.Assembly, libraries, "plan.Upgrade(P0).Wait()", "").AnalyzerDiagnostics());
        Assert.Equal("UPG1001", problem.Id);
        Assert.Contains("Text in Plant.Fragments needs something that this project does not reference", problem.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_shares_what_is_needed_in_a_fixed_order_and_without_folders()
    {
        var files = Fragments.Select(file => ("/home/somebody/secret/" + file.Item1, file.Item2)).ToArray();
        var text = Shared(files);
        Assert.Equal(text, Shared([.. files.Reverse()]));
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Unrelated", text, StringComparison.Ordinal);
        Assert.Equal(
            ["Fragments.cs", "GlobalUsings", "Helper.cs", "Node.cs", "Texts.cs"],
            SharedSource.In(Library.Project("Plant.Fragments", SeenAs.Assembly, [], files).WithOptions().Generate().Assembly)!.Files.Select(file => file.Name));
    }

    [Theory]
    [InlineData("public static class Lines { public static string Of(string node) => node; }")]
    [InlineData("using PlanAnalyzers; static class Lines { public static Plan Of(Plan plan) => plan; }")]
    [InlineData("using PlanAnalyzers; public static class Lines { internal static Plan Of(Plan plan) => plan; }")]
    [InlineData("using PlanAnalyzers; [Galaxy] static class Hidden { static readonly Platform P0 = Platform.GalaxyRepository(\"GR\"); }")]
    [InlineData("public sealed class Plan { public static Plan Of(Plan plan) => plan; }")]
    public void A_library_without_a_galaxy_or_a_fragment_for_others_shares_nothing(string source) => Assert.Equal("", Shared(("Lines.cs", source)));

    [Fact]
    public void A_keystroke_compiles_no_library_again()
    {
        var libraries = Libraries(SeenAs.Assembly);
        var before = Consumer(SeenAs.Assembly, libraries, "plan.Repository(P0)").Compilation;
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[0], TestProject.Parse(before.SyntaxTrees[0] + "// typed", "Plan.cs"));
        Assert.Equal(LibrariesOf(before), LibrariesOf(after));
        Assert.Equal(2, LibrariesOf(before).Count);

        static List<Compilation> LibrariesOf(Compilation compilation) =>
            [.. ReadCompilation.Of(compilation).Root.References.OfType<CompilationReference>().Select(reference => reference.Compilation)];
    }

    private static Library[] Libraries(SeenAs how) =>
        [Library.Of("Plant.Fragments", how, [], Fragments), Library.Of("Plant.Galaxy", how, [], Galaxy)];

    private static TestProject Consumer(SeenAs how, Library[] libraries, string plan, string usings = "using Plant.Fragments;") =>
        Library.Project("Plan", how, libraries, ("Plan.cs", $$"""
            using PlanAnalyzers;
            using static Plant7;
            {{usings}}

            {{Head}}
            {
                static Plan Define(Plan plan) => {{plan}};
            }

            static class Helper
            {
                public static string Text => "Own";
            }

            static class Own
            {
                public enum Care { Plain, Other }
            }
            """));

    /// <summary>What the compiler read is in the generated part; <c>Define</c> is run beside it.</summary>
    private static void AssertReadAsRun(TestProject project, Library[] libraries)
    {
        var (read, run) = Library.Run(project, libraries, assembly =>
        {
            var type = assembly.GetType("Plant7Upgrade")!;
            var validated = (ValidatedPlan)type.GetProperty("Validated")!.GetValue(null)!;
            var define = type.GetMethod("Define", BindingFlags.Static | BindingFlags.NonPublic)!;
            var result = (Plan)define.Invoke(null, [Plan.For(validated.Galaxy)])!;
            return (validated.Plan.Steps.ToString(), result.Steps.ToString());
        });
        Assert.Equal(run, read);
    }

    private static string Shared(params (string Name, string Source)[] files) => string.Concat(
        Library.Project("Plant.Fragments", SeenAs.Assembly, [], files).WithOptions().Generate().SyntaxTrees
            .Where(tree => tree.FilePath.EndsWith("SharedSource.g.cs", StringComparison.Ordinal)));

    private static string Text(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
