namespace PlanAnalyzers.Execution;

/// <summary>A kind of driver.</summary>
/// <param name="Name">What it is called on the command line and in journals.</param>
/// <param name="Description">What it does, for the help.</param>
/// <param name="Create">Makes one for a run.</param>
internal sealed record DriverKind(string Name, string Description, Func<DriverSetup, IDriver> Create)
{
    /// <summary>Whether it talks with the operator, so that no progress bar must be drawn over that.</summary>
    public bool Talks { get; init; }
}

/// <summary>What a driver is made with.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Journal">The name of the journal.</param>
/// <param name="IsNew">Whether the run begins.</param>
/// <param name="Faults">The faults to inject, by the numbers of steps.</param>
/// <param name="Script">The file with the commands of the site, where there is one.</param>
/// <param name="MinutesPerSecond">Plant minutes that pass in a second; none if nothing waits.</param>
/// <param name="Terminal">The world around.</param>
internal sealed record DriverSetup(
    Model.ValidatedPlan Plan,
    string Journal,
    bool IsNew,
    IReadOnlyDictionary<int, InjectedFault> Faults,
    string Script,
    double? MinutesPerSecond,
    PlanTerminal Terminal);

/// <summary>A driver cannot be made as it is wanted. The message says why, and what to do.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">What led to it.</param>
internal sealed class DriverException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The kinds of drivers that there are.</summary>
internal static class DriverCatalog
{
    public static IReadOnlyList<DriverKind> Default { get; } =
    [
        new DriverKind(
            SimulatorDriver.Name,
            "a galaxy in memory, remembered beside the journal; nothing in the plant is touched",
            setup => new SimulatorDriver(setup)),
        new DriverKind(
            ManualDriver.Name,
            "you, at the terminal: it says what to do where, and asks what is seen then",
            setup => new ManualDriver(setup))
        {
            Talks = true,
        },
        new DriverKind(
            ScriptDriver.Name,
            "commands of your site, which a file names",
            setup => new ScriptDriver(setup)),
    ];
}
