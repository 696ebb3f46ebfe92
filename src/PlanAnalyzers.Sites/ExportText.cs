namespace PlanAnalyzers.Sites;

/// <summary>The text of an export on its way to the parser: what is no text, or has no end, is noticed here.</summary>
internal sealed class ExportText(TextReader inner, CancellationToken cancellation) : TextReader
{
    private const int LongestFirstLine = 100_000;

    private readonly List<char> ahead = [];
    private int taken;
    private int line = 1;
    private int column;
    private int sinceRow;

    /// <summary>The first line from here on, without what ends it; it is read again afterwards.</summary>
    public string PeekLine()
    {
        for (var i = taken; i < ahead.Count || FillAhead(); i++)
        {
            if (ahead[i] is '\r' or '\n')
            {
                return new string([.. ahead.Skip(taken).Take(i - taken)]);
            }

            if (i - taken == LongestFirstLine)
            {
                throw new ExportException(new ExportPlace(1, LongestFirstLine), $"The first line is longer than {LongestFirstLine} "
                    + "letters, so this is no table.");
            }
        }

        return new string([.. ahead.Skip(taken)]);
    }

    /// <summary>Passes over a line that was peeked.</summary>
    /// <returns>Whether the line had an end, so that something may follow.</returns>
    public bool SkipLine(string peeked)
    {
        taken += peeked.Length;
        var before = taken;
        if ((taken < ahead.Count || FillAhead()) && ahead[taken] == '\r')
        {
            taken++;
        }

        if ((taken < ahead.Count || FillAhead()) && ahead[taken] == '\n')
        {
            taken++;
        }

        return taken > before;
    }

    /// <summary>A row is done: what was read of it is not counted for the next one.</summary>
    public void BeginRow() => sinceRow = 0;

    /// <inheritdoc />
    public override int Read(char[] buffer, int index, int count)
    {
        if (taken < ahead.Count)
        {
            var some = Math.Min(count, ahead.Count - taken);
            ahead.CopyTo(taken, buffer, index, some);
            taken += some;
            return some;
        }

        return Fill(buffer, index, count);
    }

    private bool FillAhead()
    {
        var buffer = new char[4096];
        var read = Fill(buffer, 0, buffer.Length);
        ahead.AddRange(buffer.Take(read));
        return read > 0;
    }

    private int Fill(char[] buffer, int index, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = inner.Read(buffer, index, count);
        for (var i = index; i < index + read; i++)
        {
            var letter = buffer[i];
            column++;
            if (letter == '\0')
            {
                throw new ExportException(new ExportPlace(line, column), "This is no text: there is a zero byte. A Unicode file needs its "
                    + "byte order mark, which 'Unicode' and 'UTF-8' in Windows programs write.");
            }

            if (letter == '\uFFFD')
            {
                throw new ExportException(new ExportPlace(line, column), "This letter cannot be read: the file is neither UTF-8 nor UTF-16 "
                    + "with a byte order mark. Save it as UTF-8.");
            }

            if (letter == '\n' || (letter == '\r' && !(i + 1 < index + read && buffer[i + 1] == '\n')))
            {
                line++;
                column = 0;
            }
        }

        sinceRow += read;
        return sinceRow <= ExportLimits.Row + count
            ? read
            : throw new ExportException(new ExportPlace(line, column), $"A row is longer than {ExportLimits.Row} letters. Is a quote never "
                + "closed, or is this no table?");
    }
}
