namespace PlanAnalyzers.Execution;

/// <summary>Where a command shows what it has to say.</summary>
internal abstract class Screen
{
    public abstract void Show(Block block);

    public void Show(IEnumerable<Block> report)
    {
        foreach (var block in report)
        {
            Show(block);
        }
    }

    /// <summary>Does work whose progress is shown beside the lines that it writes, where the screen can do that.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="total">How many parts the work has.</param>
    /// <param name="work">The work; it is given the action to call with the number of parts done.</param>
    public virtual Task<T> WithProgress<T>(string title, int total, Func<Action<int>, Task<T>> work) => work(_ => { });
}
