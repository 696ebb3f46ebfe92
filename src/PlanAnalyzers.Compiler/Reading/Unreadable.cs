namespace PlanAnalyzers.Compiler.Reading;

/// <summary>
/// An expression has no value that can be known, or does not compile. An exception, since an expression may be deep inside calls, loops and
/// queries, and all of them end with it; whoever can go on without the value catches it.
/// </summary>
/// <param name="problem">What there is to say about it; nothing where the source does not compile, which the compiler says.</param>
/// <param name="isFinal">Whether nothing more is read after it, since a limit is exceeded.</param>
/// <param name="isThrown">Whether C# throws there, so that the plan is never made, whether the value is used or not.</param>
internal sealed class UnreadableException(Problem? problem, bool isFinal = false, bool isThrown = false) : Exception(problem?.Message)
{
    public Problem? Problem { get; } = problem;

    public bool IsFinal { get; } = isFinal;

    public bool IsThrown { get; } = isThrown;
}
