namespace PlanAnalyzers.Execution;

/// <summary>Text for files, pipes and simple terminals: no colours, no lines drawn, the same layout whatever the width.</summary>
internal sealed class PlainScreen(TextWriter output) : Screen
{
    private const string Gap = "  ";
    private bool isFirst = true;

    public override void Show(Block block)
    {
        switch (block)
        {
            case Heading heading:
                Heading(SafeText.Of(heading.Text), heading.IsMain);
                break;
            case Line line:
                Write(string.Concat(line.Words.Select(words => words.Text)));
                break;
            case Bullets bullets:
                foreach (var item in bullets.Items)
                {
                    Write($"{Gap}- {item.Text}");
                }

                break;
            case Facts facts:
                Columns(facts.Items.Select(item => (IReadOnlyList<string>)[item.Name, item.Value]));
                break;
            case Listing listing:
                Columns(listing.Rows.Select(row => row.Select(words => words.Text).ToArray()).Prepend(listing.Columns));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block));
        }
    }

    private void Heading(string text, bool isMain)
    {
        if (!isFirst)
        {
            Write("");
        }

        Write(text);
        Write(new string(isMain ? '=' : '-', text.Length));
    }

    private void Columns(IEnumerable<IReadOnlyList<string>> rows)
    {
        var cells = rows.Select(row => row.Select(SafeText.Of).ToArray()).ToArray();
        var widths = Enumerable.Range(0, cells.Max(row => row.Length))
            .Select(column => cells.Max(row => column < row.Length ? row[column].Length : 0))
            .ToArray();
        foreach (var row in cells)
        {
            Write(Gap + string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))));
        }
    }

    private void Write(string line)
    {
        isFirst = false;
        SafeText.WriteLine(output, line.TrimEnd());
    }
}
