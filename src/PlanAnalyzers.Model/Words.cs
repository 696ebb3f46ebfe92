namespace PlanAnalyzers.Model;

/// <summary>Small pieces of the messages' English.</summary>
internal static class Words
{
    private const int LongestList = 5;

    /// <summary>Names in a row: <c>P1, P2 and P3</c>; a long row is cut: <c>P1, P2, P3, P4, P5 and 7 others</c>.</summary>
    public static string List(IEnumerable<string> names)
    {
        var all = names.ToArray();
        if (all.Length == 1)
        {
            return all[0];
        }

        return all.Length <= LongestList + 1
            ? $"{string.Join(", ", all.Take(all.Length - 1))} and {all[all.Length - 1]}"
            : $"{string.Join(", ", all.Take(LongestList))} and {all.Length - LongestList} others";
    }

    /// <summary>Names in a row, as <see cref="List(IEnumerable{string})"/> writes them.</summary>
    public static string List(IEnumerable<object> items) => List(items.Select(item => item.ToString()));

    /// <summary>The verb for one or for several: <c>Are(1) == "is"</c>.</summary>
    public static string Are(int count) => count == 1 ? "is" : "are";

    /// <summary>A sentence as it goes on after a comma.</summary>
    public static string Uncapitalized(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence.Substring(1);
}
