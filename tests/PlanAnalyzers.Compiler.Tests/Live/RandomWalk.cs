namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>
/// The texts of one file as a person makes them: characters typed and deleted, tokens typed, deleted and swapped, lines pasted, and all of
/// that undone, so that it compiles again every now and then.
/// </summary>
internal sealed class RandomWalk(string start, int seed)
{
    private const int LongestDetour = 6;
    private const string Characters = ".,;(){}[]\"<>=+/*$@ \nPabU012";

    private static readonly string[] Pieces =
    [
        ".Upgrade(", ".CascadeDeploy(P1)", "P2", "plan", "foreach (var p in new[] { P1, P2 })", "while (true)", "return plan;", "=> plan",
        "static Plan Define(Plan plan)", "[UpgradePlan(typeof(Plant7))]", "[Galaxy]", "partial class", "#if X\n", "/*", "\"\"\"", "Platform.RunTime(\"X\")",
        ".Phase(\"x\", p => p", ".InParallel(", ".ForEachPair((p, pair) => p", "E1.BackupOn(P2)", "From = SystemPlatform.V2017,", "using static Plant7;",
    ];

    /// <summary>A file is rarely cut off in the middle, and a walk would not come back from there.</summary>
    private static readonly Mutation[] Kinds = [Mutation.Deleted, Mutation.Doubled, Mutation.Swapped];

    private readonly Random random = new(seed);
    private readonly Stack<string> undo = new();
    private string text = start;
    private bool isUndoing;

    /// <summary>The next text.</summary>
    public string Next()
    {
        isUndoing = undo.Count > 0 && (isUndoing || undo.Count >= LongestDetour || random.Next(10) == 0);
        if (isUndoing)
        {
            return text = undo.Pop();
        }

        undo.Push(text);
        return text = Edited();
    }

    private string Edited()
    {
        var place = random.Next(text.Length + 1);
        switch (random.Next(8))
        {
            case 0 when place < text.Length:
                return text.Remove(place, Math.Min(text.Length - place, 1 + random.Next(3)));
            case 1 or 2:
                return text.Insert(place, Characters[random.Next(Characters.Length)].ToString());
            case 3:
                return text.Insert(place, Pieces[random.Next(Pieces.Length)]);
            case 4:
                var lines = text.Split('\n').ToList();
                lines.Insert(random.Next(lines.Count + 1), lines[random.Next(lines.Count)]);
                return string.Join('\n', lines);
            default:
                var tokens = Mutations.TokensOf(text);
                return tokens.Length < 2 ? Pieces[0] : Mutations.Apply(Kinds[random.Next(Kinds.Length)], text, tokens, random.Next(tokens.Length - 1));
        }
    }
}
