namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>The files of a program: galaxies and plans.</content>
internal sealed partial class ProgramGenerator
{
    /// <summary>The vendor's procedure, for two pairs, in a loop; then a plan may be right as a whole.</summary>
    private const string Procedure = """
        plan = plan.UploadRuntimeChanges(overwriteDefaults: true).Upgrade(P0).Reboot(P0).MigrateGalaxy().MigrateViewApps().CascadeDeploy(P0);
        plan = plan.ForEachPair((p, pair) => new[] { pair.StandbyPlatform, pair.ActivePlatform }.Aggregate(p, (q, node) => q.Upgrade(node).CascadeDeploy(node)));
        """;

    /// <summary>Whether the plan is about the galaxy that the settings are about too.</summary>
    private bool IsShared => galaxy == "Plant";

    private string Main => IsShared ? "Settings.Main" : "new Line(\"main\", P3, 5)";

    /// <summary>What is seen in the source where it stands.</summary>
    private static readonly (string Construct, string Source)[] Written =
    [
        ("const field of the plan's class", "Limit"),
        ("static readonly field of the plan's class", "Offset"),
        ("const field of another class", "Settings.Base"),
        ("static readonly array", "Settings.N"),
        ("static readonly struct", "Settings.Home"),
        ("static readonly record", "Settings.Main"),
        ("static auto property", "Settings.Usual"),
        ("member without its class", "(P1)"),
        ("member with its class", ".P1"),
        ("cast", "(int)"),
        ("qualified galaxy array", ".All"),
    ];

    /// <summary>A galaxy in two parts, with a helper, arrays of its own and properties.</summary>
    private string[] Galaxy(string name)
    {
        var isSplit = Sometimes(50);
        constructs.Add(isSplit ? "galaxy in two files" : "galaxy in one file");
        constructs.UnionWith(["galaxy with a helper method", "arrays of a galaxy", "optional parameter of a galaxy's helper"]);
        var first = $$"""
                public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");
                public static readonly Platform P0 = Platform.GalaxyRepository({{OneOf("\"GR01\"", "Prefix + \"GR\"", "$\"{Prefix}00\"")}}).ConnectedTo(Sms);
                public static readonly Platform P1 = Node(1);
                {{OneOf("public static Platform P2 { get; } = Node(2);", "public static readonly Platform P2 = Node(number: 2);")}}
                public static readonly Platform P3 = Node({{OneOf("1 + 2", "Numbers[^1]", "Numbers.Max()")}}), P4 = Node(4);
            """;
        var second = $$"""
                public static readonly AppEngine E1 = AppEngine.On(P1).Historized();
                public static readonly AppEngine E1b = E1.BackupOn(P2);
                public static readonly AppEngine E2 = AppEngine.On(P3){{OneOf("", ".Historized()")}};
                public static readonly AppEngine E2b = E2.BackupOn(P4){{OneOf("", ".ActiveAtStart()")}};
                public static readonly Platform[] All = [P1, P2, P3, P4];
                public static readonly AppEngine[] Engines = All.Length > {{random.Next(0, 6)}} ? [E1, E1b, E2, E2b] : new[] { E2b, E1 };
            """;
        const string Rest = """
                private const string Prefix = "AOS";
                private static readonly int[] Numbers = [1, 2, 3];
                private static Platform Node(int number, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
                    Platform.RunTime($"{Prefix}{number:00}", name).ConnectedTo(Sms);
            """;
        return isSplit
            ? [$"[Galaxy] static partial class {name} {{\n{Rest}\n{first}\n}}", $"static partial class {name} {{\n{second}\n}}"]
            : [$"[Galaxy] static class {name} {{\n{Rest}\n{first}\n{second}\n}}"];
    }

    /// <summary>A plan in two parts: <c>Define</c>, and what it calls.</summary>
    private string[] PlanFiles(string name)
    {
        constructs.Add("plan in two files");
        var attribute = $"[UpgradePlan(typeof({galaxy}), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]";
        var isAttributeFirst = Sometimes(50);
        var isExpression = Sometimes(30);
        constructs.Add(isAttributeFirst ? "attribute beside Define" : "attribute in another file than Define");
        constructs.Add(isExpression ? "Define in one expression" : "Define with a body");
        constructs.Add(IsShared ? "galaxy that others share" : "second galaxy of the project");
        var isRight = Sometimes(30);
        var special = random.Next(100) switch
        {
            < 5 => Note("statement that throws", OneOf(LanguageCases.Throwing)),
            < 10 => Note("value that nobody knows", OneOf(LanguageCases.Unknowable)),
            < 13 => Note("step that is dropped", "plan.Upgrade(P1);"),
            < 16 => Note("platform of another galaxy", "plan = plan.Upgrade(OtherPlant.P1);"),
            _ => "",
        };
        var before = Statements(random.Next(3, 9), 3, "plan");
        var after = Statements(random.Next(1, 5), 2, "plan");
        isInFragment = true;
        var fragment = Within(() => Statements(2, 1, "plan"), new Variable("node", Kind.Platform, CanChange: true), new Variable("number", Kind.Int, CanChange: true));
        isInFragment = false;
        if (isRight)
        {
            constructs.Add("vendor's procedure in a loop");
            (before, after) = ("", string.Concat(Enumerable.Range(0, 4).Select(_ => $"plan = plan.Manual({Within(() => Text(3))});\n")));
            fragment = "";
        }

        string[] files =
        [
            $$"""
            using static {{galaxy}}; using static Tools;
            {{(isAttributeFirst ? attribute : "")}}
            static partial class {{name}}
            {
                {{(isExpression ? "private static Plan Define(Plan plan) => Whole(plan);" : "")}}
                private static Plan {{(isExpression ? "Whole" : "Define")}}(Plan plan)
                {
                    {{(special.Length > 0 ? "void Say(string text) => plan = plan.Manual(text);" : "")}}
                    {{(isRight ? Procedure : "")}}
                    {{before}}
                    {{(special.Length > 0 ? $"{{\n#pragma warning disable\n{special}\n}}" : "")}}
                    {{after}}
                    return plan;
                }
            }
            """,
            $$"""
            using static {{galaxy}}; using static Tools;
            {{(isAttributeFirst ? "" : attribute)}}
            static partial class {{name}}
            {
                private const int Limit = {{random.Next(2, 12)}};
                private const string Prefix = $"L{nameof(Limit)}";
                private static readonly int Offset = Settings.Ratio * Limit - {{random.Next(40)}};
                private static readonly int Two = int.MaxValue - int.MaxValue + 2;
                private static readonly string? Null = null;
                private static string mutable = "x";
                private static Plan Fragment(Plan plan, Platform node, int number)
                {
                    {{fragment}}
                    return plan;
                }
                private static Plan Twice(Plan plan, Func<Plan, Plan> part) => part(part(plan));
                private static void Touch() => mutable = Null ?? $"{Two}";
            }
            """,
        ];
        constructs.UnionWith(Written.Where(known => files[0].Contains(known.Source, StringComparison.Ordinal)).Select(known => known.Construct));
        return files;
    }
}
