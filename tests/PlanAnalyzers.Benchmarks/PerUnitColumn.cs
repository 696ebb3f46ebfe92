using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace PlanAnalyzers.Benchmarks;

/// <summary>The median divided by what the benchmark works on: steps, or plans. What grows linearly keeps this figure.</summary>
internal sealed class PerUnitColumn : IColumn
{
    public string Id => nameof(PerUnitColumn);

    public string ColumnName => "Per step or plan";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Time;

    public string Legend => "Median divided by the number of steps, or of plans";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var median = summary[benchmarkCase]?.ResultStatistics?.Median;
        var units = benchmarkCase.Parameters.Items.FirstOrDefault(item => item.Name is "Steps" or "Plans")?.Value as int?
            ?? (benchmarkCase.Parameters.Items.FirstOrDefault(item => item.Name == "Pairs")?.Value is int pairs ? Galaxies.StepsOf(pairs) : null);
        return median is { } time && units is { } count
            ? string.Create(CultureInfo.InvariantCulture, $"{time / count:N0} ns")
            : "";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;
}
