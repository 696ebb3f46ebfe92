namespace PlanAnalyzers.Execution;

/// <summary>How much a text wants to be seen.</summary>
internal enum Tone
{
    Plain,
    Quiet,
    Strong,
    Good,
    Caution,
    Alarm,
}

/// <summary>A piece of one line. The text is raw: the screen makes it safe.</summary>
internal readonly record struct Words(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Words(string text) => new(text);
}

/// <summary>A part of a report, laid out by the screen that shows it.</summary>
internal abstract record Block;

/// <summary>A line that begins a part of the report.</summary>
internal sealed record Heading(string Text, bool IsMain = false) : Block;

/// <summary>One line.</summary>
internal sealed record Line(params Words[] Words) : Block;

/// <summary>Lines that belong together, each with a mark before it.</summary>
internal sealed record Bullets(IReadOnlyList<Words> Items) : Block;

/// <summary>Names with their values.</summary>
internal sealed record Facts(IReadOnlyList<(string Name, string Value)> Items) : Block;

/// <summary>Rows under column titles.</summary>
internal sealed record Listing(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Words>> Rows) : Block;
