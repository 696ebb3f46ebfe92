using System.Text.RegularExpressions;

namespace PlanAnalyzers.Tests.Shared;

/// <summary>
/// The files of tests/Conformance: each is one compilation and gets exactly the warnings and errors that its comments
/// <c>// expect: UPG4005</c> (several ids separated by blanks) mark, at the line where they start. Info is not marked and not compared.
/// </summary>
internal static partial class ConformanceCases
{
    /// <summary>The cases that need a step, a rule or a construct of C# that is not there yet.</summary>
    public static readonly IReadOnlySet<string> NotYet = new HashSet<string>(StringComparer.Ordinal)
    {
    };

    /// <summary>The names of the cases that must pass.</summary>
    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.cs")
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Where(name => !NotYet.Contains(name))
        .Order(StringComparer.Ordinal);

    private static string Folder => Repository.PathOf("tests", "Conformance");

    /// <summary>The source of a case.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name + ".cs"));

    /// <summary>The marks of a source, its lines counted from 1.</summary>
    public static IEnumerable<(int Line, string Id)> Marks(string source) =>
        source.Split('\n').SelectMany((line, index) => Mark().Match(line) is { Success: true } match
            ? match.Groups["ids"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => (index + 1, id))
            : []);

    [GeneratedRegex(@"// expect:(?<ids>[ A-Z0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}
