using PlanAnalyzers.Model;

namespace PlanAnalyzers.Sites;

/// <summary>A place in an export.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in it, from 1.</param>
public sealed record ExportPlace(int Line, int Column);

/// <summary>What is wrong with an export.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What it is and what to do.</param>
public sealed record ExportProblem(ExportPlace Place, string Message);

/// <summary>What was read of an export.</summary>
/// <param name="Site">The site, or none where something is wrong with the export.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Unassigned">Engines that nothing hosts, so that they are no part of the topology.</param>
public sealed record ExportReading(Site? Site, IReadOnlyList<ExportProblem> Problems, long Rows, IReadOnlyList<string> Unassigned);

/// <summary>How much of an export is read: whoever made it, reading ends.</summary>
public static class ExportLimits
{
    /// <summary>The platforms and engines that are kept; other rows cost no memory.</summary>
    public const int Objects = 5000;

    /// <summary>The letters of a value.</summary>
    public const int Value = 4000;

    /// <summary>The letters of a row.</summary>
    public const int Row = 1_000_000;

    /// <summary>The mistakes after which nothing more is looked for.</summary>
    public const int Problems = 20;
}

/// <summary>Reading an export cannot go on.</summary>
/// <param name="problem">Why.</param>
public sealed class ExportException(ExportProblem problem) : Exception(problem.Message)
{
    /// <summary>Makes one for a place.</summary>
    public ExportException(ExportPlace place, string message)
        : this(new ExportProblem(place, message))
    {
    }

    /// <summary>Why.</summary>
    public ExportProblem Problem { get; } = problem;
}
