namespace PlanAnalyzers.Execution.Tests;

/// <content>The plans by name, for theories.</content>
internal static partial class Plans
{
    /// <summary>Plans whose steps are done in the order in which they are written.</summary>
    public static TheoryData<string> Sequential => ["Vendor", "VendorWithHostileNodes", "Mixed", "Large", "Restarts"];

    public static TheoryData<string> Names => [.. Sequential.Select(row => row.Data), "Parallel", "ParallelWithHostileTitles"];
}
