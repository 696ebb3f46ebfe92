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
        var plans = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                LibrarySymbols.UpgradePlanAttributeName,
                static (node, _) => node is ClassDeclarationSyntax,
                PlanSource.Read)
            .WithTrackingName(TrackingNames.ReadPlan)
            .Where(static plan => plan is not null);

        var outcomes = plans
            .Select(static (plan, _) => PlanOutcome.Of(plan!))
            .WithTrackingName(TrackingNames.CheckPlan);

        var canRun = context.CompilationProvider
            .Select(static (compilation, _) => compilation.GetTypeByMetadataName(ExecutionHost) is not null)
            .WithTrackingName(TrackingNames.FindExecution);

        var outputs = outcomes.Combine(canRun).WithTrackingName(TrackingNames.DescribeOutput);
        context.RegisterSourceOutput(outputs, static (output, plan) =>
            output.AddSource(plan.Left.Class.FileName, PlanEmitter.Write(plan.Left, plan.Right)));
    }
}

/// <summary>A plan after it was checked: either it is validated, or there are errors.</summary>
/// <param name="Class">The class to extend.</param>
/// <param name="Plan">The plan with its transitions, or none where there are errors.</param>
/// <param name="Errors">The errors, each with its id.</param>
internal sealed record PlanOutcome(PlanClass Class, CheckedPlan? Plan, ValueList<string> Errors)
{
    public static PlanOutcome Of(PlanSource source)
    {
        if (source.Plan is null)
        {
            var errors = source.Errors.Count > 0 ? source.Errors : ValueList.Of("The source of the plan does not compile.");
            return new PlanOutcome(source.Class, Plan: null, errors);
        }

        var plan = PlanCheck.Run(source.Plan);
        return plan.IsValid
            ? new PlanOutcome(source.Class, plan, ValueList<string>.Empty)
            : new PlanOutcome(
                source.Class,
                Plan: null,
                plan.Errors.Select(finding => finding.ToString()).ToValueList());
    }
}
