using System.Globalization;
using System.Text.RegularExpressions;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>An operator who does what the program says, and answers what is true in the plant. Only what stands on the screen is known to him.</summary>
internal sealed partial class TruthfulOperator(ValidatedPlan plan) : TextReader
{
    private GalaxyState state = plan.Start;
    private int read;

    /// <summary>What the program writes.</summary>
    public StringWriter Screen { get; private set; } = new();

    /// <summary>How many answers he still gives before he is called away.</summary>
    public int Patience { get; set; } = int.MaxValue;

    /// <summary>Whether a step that he is called away from is done before he leaves.</summary>
    public bool FinishesBeforeHeLeaves { get; set; }

    public List<int> Done { get; } = [];

    /// <summary>Whether he thinks before he answers; nothing may appear on the screen meanwhile.</summary>
    public bool Thinks { get; init; }

    /// <summary>What he sees instead of what is there.</summary>
    public Func<Fact, Fact> Sees { get; set; } = fact => fact;

    public int Answers { get; private set; }

    /// <summary>He sits down at a new process.</summary>
    public PlanTerminal SitDown()
    {
        Screen = new StringWriter();
        read = 0;
        return PlanTerminal.Plain(Screen, Screen) with { In = this };
    }

    public override string? ReadLine()
    {
        var text = Screen.ToString();
        var prompt = text[read..];
        read = text.Length;
        if (Patience-- <= 0)
        {
            if (FinishesBeforeHeLeaves && prompt.Contains("type your initials", StringComparison.Ordinal))
            {
                Do(prompt);
            }

            return null;
        }

        if (Thinks)
        {
            Thread.Sleep(20);
            Assert.Equal(text, Screen.ToString());
        }

        Answers++;
        return Answer(prompt, prompt.Split('\n')[^1]);
    }

    private string Answer(string prompt, string question)
    {
        if (question.Contains("type your initials", StringComparison.Ordinal))
        {
            Do(prompt);
            return "AB the line was empty";
        }

        if (question.Contains("still under way", StringComparison.Ordinal))
        {
            return Done.Contains(NumberOf(Doubt().Match(prompt))) ? "d" : "n";
        }

        if (Choice().Match(question) is { Success: true } choice)
        {
            var (subject, aspect) = (choice.Groups["subject"].Value, choice.Groups["aspect"].Value);
            return Facts().Where(fact => fact.Subject == subject && ManualDriver.AspectText(fact.Aspect) == aspect).Select(fact => fact.Value).DefaultIfEmpty("nothing").First();
        }

        Assert.EndsWith("y = yes, n = no > ", question, StringComparison.Ordinal);
        return Row().Match(question) is { Success: true } row ? Truth().Contains(row.Groups["row"].Value) ? "y" : "n" : "y";
    }

    private void Do(string prompt)
    {
        var number = NumberOf(Order().Match(prompt));
        state = UpgradeProcedure.Apply(state, plan.Plan.Steps[number - 1]).After;
        Done.Add(number);
    }

    private IEnumerable<Fact> Facts() => VisibleState.Of(plan.Plan, state).Select(Sees);

    private HashSet<string> Truth()
    {
        var deceived = VisibleState.Of(plan.Plan, state).Where(fact => Sees(fact) != fact).Select(fact => fact.Subject).ToHashSet(StringComparer.Ordinal);
        return new StateText(plan.Plan).Rows(state).Where(row => !deceived.Contains(row.Name)).Select(row => row.ToString()).ToHashSet(StringComparer.Ordinal);
    }

    private static int NumberOf(Match match) => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("To do now: step (?<number>[0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Order();

    [GeneratedRegex("Step (?<number>[0-9]+), .* was begun earlier", RegexOptions.NonBacktracking)]
    private static partial Regex Doubt();

    [GeneratedRegex("^ +(?<subject>[A-Za-z0-9]+), (?<aspect>[A-Za-z -]+):  1 = ", RegexOptions.NonBacktracking)]
    private static partial Regex Choice();

    [GeneratedRegex(@"^  (?<row>\S+ \(.*)\.  y = yes", RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}
