using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>A run at a plant in memory, with a journal in memory, by way of the command line.</summary>
internal sealed class PlantRun(ValidatedPlan plan)
{
    private const string Name = "run";

    public Plant Plant { get; } = new(plan);

    public MemoryJournals Journals { get; } = new();

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public IReadOnlyList<JournalEntry> Entries => Journals[Name];

    /// <summary>The kinds of the entries about a step, in order.</summary>
    public IEnumerable<string> KindsOf(int step) => Entries.Where(entry => entry.Step == step).Select(entry => entry.Kind);

    public Task<Executable> BeginAsync(params string[] args) => InvokeAsync(["run", "--driver", "plant", "--journal", Name, .. args]);

    public Task<Executable> ResumeAsync(params string[] args) => InvokeAsync(["resume", "--journal", Name, .. args]);

    public Task<Executable> StatusAsync() => InvokeAsync(["status", "--verify", "--journal", Name]);

    private Task<Executable> InvokeAsync(string[] args) => Executable.RunAsync(
        plan, terminal => terminal with { Drivers = [Plant.Kind], Journals = Journals, Time = Time }, args);
}
