using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace PlanAnalyzers.Sites;

/// <summary>Reads an export that is a table: values between commas, semicolons, tabs or bars, as SQL Server's tools and Excel write them.</summary>
public static class CsvExport
{
    private const string Separators = ",;\t|";

    /// <summary>Reads an export. It is read once from the beginning to the end, and only platforms and engines are kept.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static ExportReading Read(TextReader text, CancellationToken cancellation)
    {
        var site = new SiteBuilder();
        try
        {
            using var source = new ExportText(text, cancellation);
            return Read(source, site);
        }
        catch (ExportException exception)
        {
            return site.Broken(exception.Problem);
        }
    }

    private static ExportReading Read(ExportText text, SiteBuilder site)
    {
        var first = text.PeekLine();
        var skipped = 0;
        var separator = "";
        while (first.Trim().Length == 0 || IsPreamble(first, ref separator))
        {
            if (!text.SkipLine(first))
            {
                throw new ExportException(new ExportPlace(skipped + 1, 1), "The export is empty.");
            }

            skipped++;
            first = text.PeekLine();
        }

        separator = separator.Length > 0 ? separator : SeparatorOf(first);
        var bad = "";
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator,
            MaxFieldSize = ExportLimits.Value,
            IgnoreBlankLines = false,
            BadDataFound = found => bad = found.Field,
        };
        using var parser = new CsvParser(text, configuration, leaveOpen: true);
        var row = new CsvRow(parser, separator[0], skipped);
        _ = Next();
        row.TakeHeader();
        while (Next())
        {
            if (!row.IsDecoration)
            {
                row.CheckCount();
                site.Add(row);
            }
        }

        return site.Finish();

        bool Next()
        {
            text.BeginRow();
            row.Advance();
            try
            {
                if (!parser.Read())
                {
                    return false;
                }
            }
            catch (MaxFieldSizeException)
            {
                throw new ExportException(row.Place, $"A value in the row that begins here is longer than {ExportLimits.Value} letters. Is "
                    + "a quote never closed?");
            }

            for (var i = 0; i < parser.Count; i++)
            {
                _ = parser[i]; // Only what is asked for is looked at by the parser.
                if (bad.Length > 0)
                {
                    throw new ExportException(row.PlaceOf(i), IsOpen(bad)
                        ? "A quote is opened here and never closed."
                        : "A quote stands in the middle of a value. A value with quotes in it is written in quotes, each of its own twice.");
                }
            }

            return true;
        }
    }

    private static bool IsOpen(string field) => field[0] == '"' && field.Count(letter => letter == '"') % 2 == 1;

    /// <summary>What programs write above the first line: which separator Excel is to use, and of which type PowerShell's objects are.</summary>
    private static bool IsPreamble(string line, ref string separator)
    {
        if (line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            separator = line.Substring(4);
            return true;
        }

        return line.StartsWith("#TYPE ", StringComparison.Ordinal);
    }

    private static string SeparatorOf(string header) =>
        Separators.OrderByDescending(separator => header.Count(letter => letter == separator)).First().ToString();
}
