using Spectre.Console;

namespace PlanAnalyzers.Execution;

/// <summary>Tables and colours for a terminal.</summary>
internal sealed class RichScreen(IAnsiConsole console) : Screen
{
    public override void Show(Block block)
    {
        switch (block)
        {
            case Heading { IsMain: true } heading:
                console.Write(new Rule($"[bold]{Safe(heading.Text)}[/]") { Justification = Justify.Left });
                break;
            case Heading heading:
                console.WriteLine();
                console.MarkupLine($"[bold underline]{Safe(heading.Text)}[/]");
                break;
            case Line line:
                console.MarkupLine(string.Concat(line.Words.Select(Styled)));
                break;
            case Bullets bullets:
                foreach (var item in bullets.Items)
                {
                    console.Write(new Padder(new Markup($"- {Styled(item)}"), new Padding(2, 0, 0, 0)));
                }

                break;
            case Facts facts:
                console.Write(Of(facts));
                break;
            case Listing listing:
                console.Write(Of(listing));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block));
        }
    }

    public override Task<T> WithProgress<T>(string title, int total, Func<Action<int>, Task<T>> work) =>
        console.Profile.Capabilities is { Ansi: true, Interactive: true }
            ? console.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
                .StartAsync(context =>
                {
                    var task = context.AddTask(Safe(title), maxValue: total);
                    return work(done => task.Value = done);
                })
            : base.WithProgress(title, total, work);

    private static Grid Of(Facts facts)
    {
        var table = new Grid();
        table.AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0));
        table.AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (var (name, value) in facts.Items)
        {
            table.AddRow(new Markup($"[grey]{Safe(name)}[/]"), new Markup(Safe(value)));
        }

        return table;
    }

    private static Table Of(Listing listing)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in listing.Columns)
        {
            table.AddColumn(new TableColumn(new Markup($"[bold]{Safe(column)}[/]")));
        }

        foreach (var row in listing.Rows)
        {
            table.AddRow(row.Select(words => new Markup(Styled(words))));
        }

        return table;
    }

    private static string Styled(Words words) => words.Tone switch
    {
        Tone.Quiet => $"[grey]{Safe(words.Text)}[/]",
        Tone.Strong => $"[bold]{Safe(words.Text)}[/]",
        Tone.Good => $"[green]{Safe(words.Text)}[/]",
        Tone.Caution => $"[yellow]{Safe(words.Text)}[/]",
        Tone.Alarm => $"[bold red]{Safe(words.Text)}[/]",
        _ => Safe(words.Text),
    };

    private static string Safe(string text) => Markup.Escape(SafeText.Of(text));
}
