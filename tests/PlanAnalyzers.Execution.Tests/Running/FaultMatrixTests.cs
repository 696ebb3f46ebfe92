using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>Every kind of step with every fault of the simulator: what the documentation says comes of it.</summary>
public class FaultMatrixTests
{
    /// <summary>For each kind the steps that differ in what they do: from four plans, the first of their kind and the first with a partner.</summary>
    private static readonly (ValidatedPlan Plan, int Step)[] Steps =
    [
        .. new[] { Plans.Vendor, Plans.Restarts, Plans.Mixed, Plans.Parallel }
            .SelectMany(plan => plan.Transitions.Select((transition, index) => (Plan: plan, Step: index + 1, transition.Step.Kind, Deploys: IsBesidePartner(plan, transition))))
            .GroupBy(step => (step.Kind, step.Deploys))
            .Select(group => (group.First().Plan, group.First().Step)),
    ];

    public static TheoryData<string> Faults => [.. InjectedFaultText.Table.Select(row => row.Name)];

    [Fact]
    public void Every_kind_of_step_is_there() => Assert.Equal(
        AssumedDurations.Table.Select(row => row.Kind).Order(),
        Steps.Select(step => step.Plan.Plan.Steps[step.Step - 1].Kind).Distinct().Order());

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_ends_as_documented_and_the_run_goes_on(string name)
    {
        foreach (var (plan, step) in Steps)
        {
            using var rehearsal = new Rehearsal(plan);
            var fault = InjectedFaultText.Table.Single(row => row.Name == name).Fault;
            var time = new HandTime();
            rehearsal.Time = time;
            var transition = plan.Transitions[step - 1];
            var run = rehearsal.BeginAsync("--fault", $"{step.ToString(CultureInfo.InvariantCulture)}={name}");
            if (fault == InjectedFault.Hangs)
            {
                await time.ExpireOnceAsync(() => rehearsal.Entries.Any(entry => entry is { Kind: "Intended" } && entry.Step == step));
            }

            var executable = await run;
            var (exitCode, text) = Expected(plan, transition, step, fault);
            Assert.Equal((plan.Plan.Name, step, exitCode), (plan.Plan.Name, step, executable.ExitCode));
            Assert.True(executable.Out.Contains(text, StringComparison.Ordinal), $"{plan.Plan.Name} {step}: {text}\n{executable.Out}");
            Assert.DoesNotContain(rehearsal.CarriedOut, later => later > step && plan != Plans.Parallel && exitCode != ExitCode.Done);
            var wasDone = fault is InjectedFault.FalseFailure or InjectedFault.NodeAway || exitCode == ExitCode.Done;
            Assert.Equal(wasDone, rehearsal.CarriedOut.Contains(step));

            if (fault == InjectedFault.Changed)
            {
                Assert.Equal(ExitCode.RunFailed, (await rehearsal.ResumeAsync()).ExitCode);
                var accepted = await rehearsal.ResumeAsync("--accept", "--reason", "repair");
                Assert.Contains(rehearsal.Entries, entry => entry.Kind == "Accepted");
                Assert.NotEqual(accepted.Out.Contains($"Step {step} must not be begun", StringComparison.Ordinal), rehearsal.CarriedOut.Contains(step));
            }
            else
            {
                Assert.Equal(ExitCode.Done, (await rehearsal.ResumeAsync()).ExitCode);
                Assert.Equal(Enumerable.Range(1, plan.Transitions.Count), rehearsal.CarriedOut.Order());
            }

            Assert.Equal(ExitCode.Done, (await rehearsal.StatusAsync()).ExitCode);
        }
    }

    private static (ExitCode ExitCode, string Text) Expected(ValidatedPlan plan, Transition transition, int step, InjectedFault fault) => fault switch
    {
        InjectedFault.Fails => (ExitCode.RunFailed, transition.Changes.Count > 0
            ? $"Step {step} failed: failure injected with --fault. The galaxy is as it was before the step."
            : $"Step {step} failed: failure injected with --fault. The state of the galaxy does not show whether it took effect."),
        InjectedFault.Hangs => (ExitCode.RunFailed, $"Step {step} gave no answer: it takes longer than 8 h, and may still be going on."),
        InjectedFault.FalseFailure => (ExitCode.RunFailed, transition.Changes.Count > 0 ? "it took effect all the same" : "does not show whether it took effect"),
        InjectedFault.PartnerAway when IsBesidePartner(plan, transition) => (ExitCode.RunFailed, $"Step {step} must not be begun. UPG5004: "),
        InjectedFault.PartnerAway when HasRunningPartner(plan, transition) => (ExitCode.RunFailed, "it is: not reachable"),
        InjectedFault.PartnerAway => (ExitCode.Done, "Every step was done"),
        InjectedFault.NodeAway => (ExitCode.RunFailed, "should be: reachable; it is: not reachable"),
        InjectedFault.Changed => (ExitCode.RunFailed, "it is: shut down"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private static bool IsBesidePartner(ValidatedPlan plan, Transition transition) => DeploymentGuard.Partners(plan.Galaxy, transition).Any();

    private static bool HasRunningPartner(ValidatedPlan plan, Transition transition) =>
        transition.Step.Targets.SelectMany(target => target is Platform platform ? plan.Galaxy.EnginesOn(platform) : ValueList.Of((AppEngine)target))
            .Any(engine => plan.Galaxy.PartnerOf(engine) is { } partner && transition.Before.IsRunning(partner));
}
