using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

        // The attribute's context goes one step further than it could, since only there the limits are known. It is that of the latest
        // compilation, which the step behind it reads anew each time.
        var plans = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                LibrarySymbols.UpgradePlanAttributeName,
                static (node, _) => node is ClassDeclarationSyntax,
                static (plan, _) => plan)
            .Combine(limits)
            .Select(static (plan, cancellation) => PlanSource.Read(plan.Left, plan.Right, cancellation))
            .WithTrackingName(TrackingNames.ReadPlan)
            .Where(static plan => plan is not null);

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
