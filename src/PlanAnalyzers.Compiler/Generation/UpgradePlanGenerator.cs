using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Generation;

/// <summary>Writes the validated plan into each <c>[UpgradePlan]</c> class. It reports nothing; the analyzer does.</summary>
[Generator]
public sealed class UpgradePlanGenerator : IIncrementalGenerator
{
    private const string ExecutionHost = "PlanAnalyzers.Execution.PlanHost";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var limits = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ReadingLimits.Of(options.GlobalOptions))
            .WithTrackingName(TrackingNames.ReadLimits);

        // Not ForAttributeWithMetadataName: it binds the attributes of all plans after each keystroke. What a class is and what its plan says
        // is known for as long as nothing changes that it depends on. There is an item for each class, plan or not, so that the others keep
        // their places while the attribute of one is typed.
        var plans = context.CompilationProvider
            .Combine(limits)
            .SelectMany(static (read, cancellation) => PlanSource.All(read.Left, read.Right, cancellation))
            .Where(static plan => plan is not null)
            .WithTrackingName(TrackingNames.ReadPlan);

        var outcomes = plans
            .Select(static (plan, cancellation) => PlanOutcome.Of(plan!, cancellation))
            .WithTrackingName(TrackingNames.CheckPlan);

        var canRun = context.CompilationProvider
            .Select(static (compilation, _) => compilation.GetTypeByMetadataName(ExecutionHost) is not null)
            .WithTrackingName(TrackingNames.FindExecution);

        var outputs = outcomes.Combine(canRun).WithTrackingName(TrackingNames.DescribeOutput);
        context.RegisterSourceOutput(outputs, static (output, plan) =>
            output.AddSource(plan.Left.Class.FileName, PlanEmitter.Write(plan.Left, plan.Right)));

        var mayShare = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => !(options.GlobalOptions.TryGetValue("build_property.PlanAnalyzersShareSource", out var shares)
                && shares.Equals("false", StringComparison.OrdinalIgnoreCase)))
            .WithTrackingName(TrackingNames.MayShareSource);

        var shared = context.CompilationProvider
            .Combine(mayShare)
            .Select(static (compilation, cancellation) => compilation.Right ? SourceSharing.Of(compilation.Left, cancellation) : null)
            .WithTrackingName(TrackingNames.ShareSource);
        context.RegisterSourceOutput(
            shared.SelectMany(static (source, _) => source is null ? [] : ImmutableArray.Create(source)),
            static (output, source) => output.AddSource(SharedSourceEmitter.FileName, SharedSourceEmitter.Write(source)));
    }
}

/// <summary>A plan after it was checked: either it is validated, or there are errors.</summary>
/// <param name="Class">The class to extend.</param>
/// <param name="Plan">The plan with its transitions, or none where there are errors.</param>
/// <param name="Errors">The errors, each with its id.</param>
internal sealed record PlanOutcome(PlanClass Class, CheckedPlan? Plan, ValueList<string> Errors)
{
    public static PlanOutcome Of(PlanSource source, CancellationToken cancellation)
    {
        if (source.Plan is null)
        {
            var errors = source.Errors.Count > 0 ? source.Errors : ValueList.Of("The source of the plan does not compile.");
            return new PlanOutcome(source.Class, Plan: null, errors);
        }

        var plan = PlanCheck.RunCancellable(source.Plan, cancellation);
        return plan.IsValid
            ? new PlanOutcome(source.Class, plan, ValueList<string>.Empty)
            : new PlanOutcome(
                source.Class,
                Plan: null,
                plan.Errors.Select(finding => finding.ToString()).ToValueList());
    }
}
