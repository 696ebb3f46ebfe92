using System.Globalization;

namespace PlanAnalyzers.Execution;

/// <summary>Questions to whoever sits at the terminal, or to whatever stands behind standard input.</summary>
/// <param name="terminal">Where they are asked.</param>
internal sealed class OperatorDialog(PlanTerminal terminal)
{
    /// <summary>Says something.</summary>
    public void Say(params Words[] words) => terminal.Screen.Show(new Line(words));

    /// <summary>Asks for a line of text, until there is one.</summary>
    public string Ask(string question)
    {
        while (true)
        {
            var answer = AskOnce(question);
            if (answer.Length > 0)
            {
                return answer;
            }

            Say(new Words("  Nothing was typed.", Tone.Caution));
        }
    }

    /// <summary>Asks for a line of text; it may be empty.</summary>
    public string AskOnce(string question)
    {
        terminal.Out.Write(SafeText.Of(question) + " > ");
        terminal.Out.Flush();
        var answer = terminal.In.ReadLine();
        if (answer is null || terminal.AnswersAreNotSeen)
        {
            terminal.Out.Write('\n'); // On a terminal the key that ends the answer does that.
        }

        if (answer is null)
        {
            throw new IOException("standard input has ended, so nobody answers");
        }

        return answer.Trim();
    }

    /// <summary>Asks for yes or no.</summary>
    public bool IsSo(string question)
    {
        while (true)
        {
            switch (AskOnce($"{question}  y = yes, n = no").ToUpperInvariant())
            {
                case "Y" or "YES":
                    return true;
                case "N" or "NO":
                    return false;
                default:
                    Say(new Words("  Please type y or n.", Tone.Caution));
                    break;
            }
        }
    }

    /// <summary>Asks which of several things is so; any other text is taken as it is.</summary>
    public string Choose(string question, IReadOnlyList<string> choices) =>
        Choose(() => Ask($"{question}  {Numbered(choices)}, or type what is seen"), choices);

    /// <summary>The same where it may be that nobody can tell; empty then.</summary>
    public string ChooseOrSkip(string question, IReadOnlyList<string> choices) =>
        Choose(() => AskOnce($"{question}  {Numbered(choices)}, or type what is seen; nothing if it cannot be seen"), choices);

    /// <summary>Whether an answer is a yes or a no, which somebody types out of habit.</summary>
    public static bool IsYesOrNo(string answer) => answer.ToUpperInvariant() is "Y" or "YES" or "N" or "NO";

    private string Choose(Func<string> ask, IReadOnlyList<string> choices)
    {
        while (true)
        {
            var answer = ask();
            var isNumber = int.TryParse(answer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            if (isNumber && number >= 1 && number <= choices.Count)
            {
                return choices[number - 1];
            }

            if (!isNumber && !IsYesOrNo(answer))
            {
                return choices.FirstOrDefault(choice => choice.Equals(answer, StringComparison.OrdinalIgnoreCase)) ?? answer;
            }

            Say(new Words(string.Create(CultureInfo.InvariantCulture, $"  Please type a number from 1 to {choices.Count}, or what is seen in words."), Tone.Caution));
        }
    }

    private static string Numbered(IReadOnlyList<string> choices) =>
        string.Join(", ", choices.Select((choice, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1} = {choice}")));
}
