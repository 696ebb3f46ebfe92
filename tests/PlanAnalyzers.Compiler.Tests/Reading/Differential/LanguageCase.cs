namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <summary>A question of C# that the reader must answer as the compiler does.</summary>
/// <param name="Title">The question.</param>
/// <param name="Body">Statements of <c>Define</c>; <c>Say</c> writes a text into the plan.</param>
/// <param name="Members">Further members of the plan's class.</param>
/// <param name="Types">Further types beside it.</param>
internal sealed record LanguageCase(string Title, string Body, string Members = "", string Types = "")
{
    private const string Plant = """
        [Galaxy]
        static class Plant
        {
            public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");
            public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
            public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms);
            public static readonly Platform P2 = Platform.RunTime("AOS02").ConnectedTo(Sms);
            public static readonly Platform P3 = Platform.RunTime("AOS03").ConnectedTo(Sms);
            public static readonly Platform P4 = Platform.RunTime("AOS04").ConnectedTo(Sms);
            public static readonly AppEngine E1 = AppEngine.On(P1).Historized();
            public static readonly AppEngine E1b = E1.BackupOn(P2);
            public static readonly AppEngine E2 = AppEngine.On(P3);
            public static readonly AppEngine E2b = E2.BackupOn(P4).ActiveAtStart();
        }

        """;

    /// <summary>The sources of the case.</summary>
    /// <param name="index">What tells it from others in the same compilation.</param>
    public PlanProgram ToProgram(int index) => PlanProgram.Of($"Case{index}", $$"""
        using static Plant;
        {{Plant}}
        [UpgradePlan(typeof(Plant), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
        static partial class Subject
        {
            static Plan Define(Plan plan)
            {
                void Say(string text) => plan = plan.Manual(text);
                {{Body}}
                return plan;
            }

            {{Members}}
        }

        {{Types}}
        """);
}
