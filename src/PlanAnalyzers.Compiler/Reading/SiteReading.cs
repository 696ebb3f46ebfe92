using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.Sites;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>An export of a site as it was read: the site, or why there is none.</summary>
/// <param name="Site">The site.</param>
/// <param name="Problem">Why there is no site, and what to do: what stands behind the name of the export in a message.</param>
/// <param name="Line">The line of the export that this is about, from 1.</param>
internal sealed record SiteReading(Model.Site? Site, string? Problem = null, int Line = 1)
{
    /// <summary>More letters than an export with every object of a large galaxy has.</summary>
    private const int Longest = 100_000_000;

    // A text is the same object as long as nobody changes the file, whatever is typed elsewhere.
    private static readonly ConditionalWeakTable<SourceText, SiteReading> Known = new();

    /// <summary>Reads an export, once for each text that it has.</summary>
    public static SiteReading Of(AdditionalText file, CancellationToken cancellation)
    {
        if (file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return new SiteReading(null, ": JSON is read by 'dotnet plan import' alone, since not every compiler has what reads it. Export "
                + "the site as CSV");
        }

        if (file.GetText(cancellation) is not { } text)
        {
            return new SiteReading(null, ": the file cannot be read. Mend that, or remove it from the project");
        }

        if (!Known.TryGetValue(text, out var reading))
        {
            reading = Read(text, cancellation);
            reading = Known.GetValue(text, _ => reading);
        }

        return reading;
    }

    private static SiteReading Read(SourceText text, CancellationToken cancellation)
    {
        if (text.Length > Longest)
        {
            return new SiteReading(null, $": the file has more than {Longest} letters. Export platforms and engines only, as the query of "
                + "'dotnet plan query' does");
        }

        try
        {
            return Parse(text, cancellation);
        }
#pragma warning disable CA1031 // Where the host of the compiler does not load what reads exports, plans are checked all the same.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new SiteReading(null, $": what reads exports does not work in this compiler ({exception.GetType().Name}). Use the "
                + "compiler of the .NET SDK, or remove the file from the project");
        }
    }

    /// <summary>A method of its own, so that what reads exports is loaded only here.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SiteReading Parse(SourceText text, CancellationToken cancellation)
    {
        using var reader = new SourceReader(text);
        var reading = CsvExport.Read(reader, cancellation);
        return reading is { Site: null, Problems: [var first, ..] }
            ? new SiteReading(null, $"({first.Place.Line},{first.Place.Column}): {first.Message.TrimEnd('.')}. Mend the export, "
                + "or make it again", first.Place.Line)
            : new SiteReading(reading.Site);
    }

    /// <summary>A text of the compiler, without a copy of it in one piece.</summary>
    private sealed class SourceReader(SourceText text) : TextReader
    {
        private int position;

        public override int Read(char[] buffer, int index, int count)
        {
            var read = Math.Min(count, text.Length - position);
            text.CopyTo(position, buffer, index, read);
            position += read;
            return read;
        }
    }
}
