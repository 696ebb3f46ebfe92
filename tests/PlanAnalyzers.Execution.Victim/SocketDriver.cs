using System.Globalization;
using System.Net.Sockets;

namespace PlanAnalyzers.Execution.Victim;

/// <summary>A driver that asks a plant in another process: one connection a question, one line to ask, and the answer until it is closed.</summary>
internal sealed class SocketDriver(string socket) : IDriver
{
    public async Task<StepReport> CarryOutAsync(StepOrder order, CancellationToken cancellation)
    {
        var answer = await AskAsync(string.Create(CultureInfo.InvariantCulture, $"do {order.Number}"), cancellation);
        return new StepReport(Enum.Parse<StepEnding>(answer));
    }

    public async Task<Observation> ObserveAsync(ObservationRequest request, CancellationToken cancellation)
    {
        var answer = await AskAsync("look", cancellation);
        return new Observation(answer.Split('\n').Select(line => line.Split('\t')).Select(fact => new Fact(fact[0], Enum.Parse<Aspect>(fact[1]), fact[2])));
    }

    public async Task<StepTrace> TraceAsync(StepOrder order, CancellationToken cancellation) =>
        Enum.Parse<StepTrace>(await AskAsync(string.Create(CultureInfo.InvariantCulture, $"trace {order.Number}"), cancellation));

    public void Dispose()
    {
    }

    private async Task<string> AskAsync(string question, CancellationToken cancellation)
    {
        using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
        await using var stream = new NetworkStream(connection);
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync($"{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)} {question}\n".AsMemory(), cancellation);
        await writer.FlushAsync(cancellation);
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync(cancellation)).TrimEnd('\n');
    }
}
