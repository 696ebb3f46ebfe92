using System.Globalization;
using PlanAnalyzers.Execution;
using PlanAnalyzers.Execution.Tests;
using PlanAnalyzers.Execution.Victim;

// script BEHAVIOUR: a command of a site.
if (args is ["script", var behaviour])
{
    return Script.Run(behaviour);
}

// SOCKET WRITE ARGUMENTS...: the executable of a plan with branches, whose driver asks the plant at the socket. It kills itself at an entry of
// the journal: before the entry with that number of this process is written where WRITE is positive, after it where it is negative.
var write = int.Parse(args[1], CultureInfo.InvariantCulture);
var terminal = PlanTerminal.OfProcess() with
{
    Drivers = [new DriverKind("plant", "the process of the test", _ => new SocketDriver(args[0]))],
    Journals = new DeadlyJournals(new SqliteJournals(), write),
};
return (int)await PlanHost.RunAsync(() => Plans.Parallel, () => Plans.Parallel.Plan.Steps, args[2..], terminal);
