using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>
/// A plant with a memory of its own, in another process than the run: what was asked of it, what it did, and what is still under way there
/// although nobody waits for it any more. It kills the process that asks when a test wants it.
/// </summary>
internal sealed class PlantAtSocket : IDisposable
{
    private readonly ValidatedPlan plan;
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Lock gate = new();
    private readonly List<string> asked = [];
    private readonly HashSet<int> underWay = [];
    private readonly List<int> done = [];
    private readonly TimeSpan duration;
    private GalaxyState state;
    private int questionsToLive = int.MaxValue;
    private TimeSpan mercy;

    public PlantAtSocket(ValidatedPlan plan, string path, TimeSpan duration)
    {
        this.plan = plan;
        this.duration = duration;
        state = plan.Start;
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(100);
        _ = AcceptAsync();
    }

    /// <summary>What was asked, in order; of steps also when they were over: "do 7", "look", "done 7".</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (gate)
            {
                return [.. asked];
            }
        }
    }

    /// <summary>Kills the process that asks a question: which one from now on, and how long after it came.</summary>
    public void KillAt(int question, TimeSpan after)
    {
        lock (gate)
        {
            (questionsToLive, mercy) = (question, after);
        }
    }

    /// <summary>Waits until nothing is under way.</summary>
    public async Task RestAsync()
    {
        while (true)
        {
            lock (gate)
            {
                if (underWay.Count == 0)
                {
                    return;
                }
            }

            await Task.Delay(1);
        }
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = await listener.AcceptAsync();
                _ = Task.Run(() => AnswerAsync(connection));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(Socket connection)
    {
        try
        {
            await using var stream = new NetworkStream(connection, ownsSocket: true);
            using var reader = new StreamReader(stream);
            if ((await reader.ReadLineAsync())?.Split(' ', 2) is not [var process, var question])
            {
                return; // Killed before it had asked.
            }

            var isItsLast = Hear(question);
            if (isItsLast)
            {
                await Task.Delay(mercy);
                Kill(int.Parse(process, CultureInfo.InvariantCulture));
            }

            var answer = await AnswerAsync(question.Split(' '));
            await using var writer = new StreamWriter(stream);
            await writer.WriteAsync(answer);
        }
        catch (IOException)
        {
            // Killed while it was answered.
        }
    }

    private bool Hear(string question)
    {
        lock (gate)
        {
            asked.Add(question);
            return --questionsToLive == 0;
        }
    }

    private async Task<string> AnswerAsync(string[] question)
    {
        switch (question)
        {
            case ["do", var number]:
                await DoAsync(int.Parse(number, CultureInfo.InvariantCulture));
                return nameof(StepEnding.Done);
            case ["trace", var number]:
                lock (gate)
                {
                    var step = int.Parse(number, CultureInfo.InvariantCulture);
                    return (underWay.Contains(step) ? StepTrace.UnderWay : done.Contains(step) ? StepTrace.Done : StepTrace.NotDone).ToString();
                }

            default:
                lock (gate)
                {
                    return string.Join('\n', VisibleState.Of(plan.Plan, state)
                        .Where(fact => fact.Aspect != Aspect.RuntimeChanges) // Nobody can see that in a plant.
                        .Select(fact => $"{fact.Subject}\t{fact.Aspect}\t{fact.Value}"));
                }
        }
    }

    private async Task DoAsync(int step)
    {
        lock (gate)
        {
            underWay.Add(step);
        }

        await Task.Delay(duration * ((step % 4) + 1));
        lock (gate)
        {
            state = UpgradeProcedure.Apply(state, plan.Plan.Steps[step - 1]).After;
            done.Add(step);
            asked.Add($"done {step.ToString(CultureInfo.InvariantCulture)}");
            underWay.Remove(step);
        }
    }

    private static void Kill(int process)
    {
        try
        {
            using var victim = Process.GetProcessById(process);
            victim.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // It is gone already.
        }
    }
}
