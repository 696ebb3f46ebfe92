using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>How much of the state is shown after a step.</summary>
internal enum Detail
{
    All,
    Changes,
}

/// <summary>States as tables.</summary>
internal static class StateListing
{
    /// <summary>The most platforms for which the whole state after each step still fits a screen.</summary>
    public const int SmallGalaxy = 8;

    private const string ChangeMark = "*";

    public static Detail DetailFor(int platforms) => platforms <= SmallGalaxy ? Detail.All : Detail.Changes;

    public static Block Of(IReadOnlyList<StateRow> rows) =>
        new Listing(StateRow.Columns, rows.Select(row => Cells(row, Tone.Plain)).ToArray());

    /// <summary>The state after a step: all of it with the changes marked, or the changes only.</summary>
    public static Block After(IReadOnlyList<ChangedRow> rows, Detail detail)
    {
        if (detail == Detail.All)
        {
            return new Listing(
                [" ", .. StateRow.Columns],
                rows.Select(row => (IReadOnlyList<Words>)
                    [row.HasChanged ? ChangeMark : "", .. Cells(row.Row, row.HasChanged ? Tone.Strong : Tone.Plain)]).ToArray());
        }

        var changed = rows.Where(row => row.HasChanged).Select(row => Cells(row.Row, Tone.Plain)).ToArray();
        return changed.Length > 0
            ? new Listing(StateRow.Columns, changed)
            : new Line(new Words("  (the state is as before)", Tone.Quiet));
    }

    private static Words[] Cells(StateRow row, Tone tone) =>
    [
        new(row.Name, tone),
        new(row.What, tone),
        new(row.Software, tone),
        new(row.Deployment, tone),
        new(row.Status, tone),
    ];
}
