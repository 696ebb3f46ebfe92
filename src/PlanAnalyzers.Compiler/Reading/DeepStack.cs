using System.Runtime.ExceptionServices;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>
/// Work that goes down into the author's source, for which the stack of a host may be too small: an overflow would end the host, be it the
/// editor. On a stack of its own the work comes to the same result in every host.
/// </summary>
internal static class DeepStack
{
    private const int Megabyte = 1024 * 1024;

    [ThreadStatic]
    private static bool isDeep;

    /// <summary>Whether this is the deepest stack there is.</summary>
    public static bool IsCurrent => isDeep;

    /// <summary>Does some work where it stands, and from the beginning on a deep stack where it runs out of stack.</summary>
    public static T Run<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (InsufficientExecutionStackException) when (!isDeep)
        {
            return RunOn(8 * Megabyte, work);
        }
    }

    /// <summary>Does some work on a stack of its own.</summary>
    /// <param name="size">What the work needs, in bytes.</param>
    /// <param name="work">The work.</param>
    public static T RunOn<T>(int size, Func<T> work)
    {
        var result = default(T);
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                isDeep = true;
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            size + Megabyte)
        {
            IsBackground = true,
        };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
