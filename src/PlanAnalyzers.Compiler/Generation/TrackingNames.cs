namespace PlanAnalyzers.Compiler.Generation;

/// <summary>The names of the pipeline's steps, by which tests ask why a step ran.</summary>
internal static class TrackingNames
{
    /// <summary>How much may be read, as the project says.</summary>
    public const string ReadLimits = nameof(ReadLimits);

    /// <summary>The plans as read from the source.</summary>
    public const string ReadPlan = nameof(ReadPlan);

    /// <summary>The plans with their findings and transitions.</summary>
    public const string CheckPlan = nameof(CheckPlan);

    /// <summary>Whether the project references the execution package.</summary>
    public const string FindExecution = nameof(FindExecution);

    /// <summary>Whether a library shares its galaxies and fragments with other projects.</summary>
    public const string MayShareSource = nameof(MayShareSource);

    /// <summary>The source that a library shares.</summary>
    public const string ShareSource = nameof(ShareSource);

    /// <summary>What is written for a plan.</summary>
    public const string DescribeOutput = nameof(DescribeOutput);
}
