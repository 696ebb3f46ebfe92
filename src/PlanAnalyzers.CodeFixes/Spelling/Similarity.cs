namespace PlanAnalyzers.CodeFixes.Spelling;

/// <summary>How close two names are.</summary>
internal static class Similarity
{
    /// <summary>The names that somebody may have meant, the most likely first; at most three.</summary>
    public static IEnumerable<string> Closest(string written, IEnumerable<string> names)
    {
        var furthest = Math.Max(1, written.Length / 3);
        return names
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .Where(candidate => candidate.Distance <= furthest && candidate.Distance < candidate.Name.Length)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .Take(3);
    }

    /// <summary>
    /// How many letters have to be added, removed, replaced or swapped with their neighbour; upper and lower case are not told apart.
    /// </summary>
    public static int Distance(string left, string right)
    {
        var (a, b) = (left.ToUpperInvariant(), right.ToUpperInvariant());
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                var best = Math.Min(
                    Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1,
                    distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, distances[i - 2, j - 2] + 1);
                }

                distances[i, j] = best;
            }
        }

        return distances[a.Length, b.Length];
    }
}
