namespace PlanAnalyzers.Execution;

/// <summary>
/// Who may write while several talk: nothing comes between a question and its answer. What others have to say meanwhile is said afterwards,
/// and nobody waits for that.
/// </summary>
internal sealed class Floor
{
    private readonly Lock gate = new();
    private readonly Queue<Action> afterwards = new();
    private bool isTaken;

    /// <summary>Says something now, or when the one who has the floor is done.</summary>
    public void Say(Action write)
    {
        lock (gate)
        {
            if (isTaken)
            {
                afterwards.Enqueue(write);
            }
            else
            {
                write();
            }
        }
    }

    /// <summary>Talks to the operator alone. One at a time may call this.</summary>
    public T Hold<T>(Func<T> talk)
    {
        lock (gate)
        {
            isTaken = true;
        }

        try
        {
            return talk();
        }
        finally
        {
            lock (gate)
            {
                while (afterwards.TryDequeue(out var write))
                {
                    write();
                }

                isTaken = false;
            }
        }
    }
}
