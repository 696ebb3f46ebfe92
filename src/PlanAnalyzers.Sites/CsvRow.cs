using CsvHelper;

namespace PlanAnalyzers.Sites;

/// <summary>The row of a table that the parser stands at.</summary>
/// <param name="parser">The parser.</param>
/// <param name="separator">What stands between values.</param>
/// <param name="skipped">How many lines stand above what the parser reads.</param>
internal sealed class CsvRow(CsvParser parser, char separator, int skipped) : ExportRow
{
    private readonly Dictionary<ExportColumn, int> places = [];
    private int columns;
    private int line = 1;

    /// <inheritdoc />
    public override ExportPlace Place => new(line + skipped, 1);

    /// <inheritdoc />
    public override string? this[ExportColumn column] => places.TryGetValue(column, out var place) ? Meant(parser[place]) : null;

    /// <summary>Whether the row is none of the table's: an empty line, the line under the header that SQL Server's tools draw, or their count of rows.</summary>
    public bool IsDecoration =>
        (parser.Count == 1 && columns > 1 && (Meant(parser[0]) is not { } only || (only[0] == '(' && only[only.Length - 1] == ')')))
        || Enumerable.Range(0, parser.Count).All(i => parser[i] is { Length: > 0 } value && value.Trim().All(letter => letter == '-'));

    /// <summary>The parser goes to the next row.</summary>
    public void Advance() => line = parser.RawRow + 1;

    /// <summary>The row is the one with the names of the columns.</summary>
    /// <exception cref="ExportException">Columns are missing, or there twice.</exception>
    public void TakeHeader()
    {
        columns = parser.Count;
        for (var i = 0; i < columns; i++)
        {
            if (ExportColumn.Named(parser[i].Trim()) is { } column)
            {
                if (places.ContainsKey(column))
                {
                    throw new ExportException(PlaceOf(i), $"The column {column} is there twice.");
                }

                places.Add(column, i);
            }
        }

        var missing = ExportColumn.All.Where(column => column.IsRequired && !places.ContainsKey(column)).ToArray();
        if (missing.Length > 0)
        {
            throw new ExportException(
                Place,
                $"The first line does not name {string.Join(", ", missing.Select(column => column.Name))}. Needed are "
                + string.Join(", ", ExportColumn.All.Where(column => column.IsRequired).Select(column => column.Name))
                + "; read too are " + string.Join(", ", ExportColumn.All.Where(column => !column.IsRequired).Select(column => column.Name))
                + ". SQL Server Management Studio leaves the names of the columns out unless its options say to include them.");
        }
    }

    /// <summary>A row has as many values as the first line has names.</summary>
    /// <exception cref="ExportException">It has more or fewer.</exception>
    public void CheckCount()
    {
        if (parser.Count != columns)
        {
            throw new ExportException(
                parser.Count > columns ? PlaceOf(columns) : Place, $"The row has {Values(parser.Count)}, and the first line names {columns} columns.");
        }

        static string Values(int count) => count == 1 ? "1 value" : $"{count} values";
    }

    /// <inheritdoc />
    public override ExportPlace PlaceOf(ExportColumn column) => places.TryGetValue(column, out var place) ? PlaceOf(place) : Place;

    /// <summary>Where a value begins: behind so many separators that stand in no quotes.</summary>
    public ExportPlace PlaceOf(int value)
    {
        var isQuoted = false;
        var at = Place;
        foreach (var letter in parser.RawRecord)
        {
            if (value == 0)
            {
                break;
            }

            isQuoted ^= letter == '"';
            value -= letter == separator && !isQuoted ? 1 : 0;
            at = letter == '\n' ? new ExportPlace(at.Line + 1, 1) : at with { Column = at.Column + 1 };
        }

        return at;
    }
}
