using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Running <c>Define</c>, and what became of the plans that it made.</content>
internal sealed partial class Evaluator
{
    private const string APlanIsNeeded = "A plan is needed here, made of the parameter of Define.";

    private readonly HashSet<PlanValue> reportedAsDropped = [];
    private readonly List<PlanValue> made = [];

    /// <summary>The plan that <c>Define</c> returns, or none after reporting why it cannot be read.</summary>
    public PlanValue? Run(IMethodSymbol define)
    {
        var scope = new Scope(parent: null, new Frame());
        scope.Declare(define.Parameters[0], PlanValue.WithoutSteps());
        try
        {
            if (BodyOf(define, new Site(define.DeclaringSyntaxReferences[0].GetSyntax(cancellation))) is not IMethodBodyOperation body)
            {
                return null; // A method without a body does not compile.
            }

            var completion = Execute((body.BlockBody ?? body.ExpressionBody)!, scope);
            if (completion != Completion.Return)
            {
                return null; // A body that ends without returning does not compile.
            }

            return scope.Frame.Result as PlanValue ?? throw NotKnown(scope.Frame.Returned ?? body, APlanIsNeeded);
        }
        catch (UnreadableException unreadable)
        {
            Note(unreadable);
            return null;
        }
    }

    /// <summary>Reports the steps that were made and are not part of the plan that is returned.</summary>
    /// <returns>Whether there are any, so that nobody can tell what the author meant.</returns>
    public bool ReportDropped(PlanValue returned)
    {
        var used = new HashSet<PlanValue>();
        Use(returned, used);
        foreach (var plan in reportedAsDropped)
        {
            Use(plan, used);
        }

        var dropped = made.Where(plan => !used.Contains(plan)).ToArray();
        var goneOnWith = new HashSet<PlanValue>();
        foreach (var plan in dropped)
        {
            goneOnWith.Add(plan.Previous!);
            foreach (var inner in plan.Part?.Plans ?? [])
            {
                Use(inner, goneOnWith);
            }
        }

        foreach (var last in dropped.Where(plan => !goneOnWith.Contains(plan)))
        {
            ReportDropped(last, last.Site);
        }

        return dropped.Length > 0;
    }

    private static void Use(PlanValue last, HashSet<PlanValue> used)
    {
        for (var plan = last; plan.Previous is not null && used.Add(plan); plan = plan.Previous)
        {
            foreach (var part in plan.Part?.Plans ?? [])
            {
                Use(part, used);
            }
        }
    }

    private void ReportDropped(PlanValue plan, Site site, bool isHandedItsPlan = false)
    {
        reportedAsDropped.Add(plan);
        var call = plan.Step is { } step && plan.Site == site ? step.ToString() : ExcerptOf(site);
        Report(new Problem(
            RuleTable.StepDropped,
            $"The result of {call} is dropped, so this step is not part of the plan and will not be carried out. "
            + $"A plan is immutable: write plan = {(isHandedItsPlan ? Excerpt(site.Syntax) : $"plan.{call}")}, or return it.",
            site.Location,
            Define is null || Define.Contains(site) ? null : Define.PlaceOf(site, plan.Trace).Place.Location));
    }

    private PlanValue Add(PlanValue plan, Step step, IInvocationOperation call) => Added(plan.With(step, Site.OfCall(call.Syntax), trace), call);

    private PlanValue Add(PlanValue plan, PartValue part, IInvocationOperation call) => Added(plan.With(part, Site.OfCall(call.Syntax), trace), call);

    private PlanValue Added(PlanValue plan, IInvocationOperation call)
    {
        steps += plan.Step is null ? 0 : 1;
        var site = trace?.Site ?? Site.OfCall(call.Syntax);
        if (steps > limits.Steps)
        {
            throw Exceeds(site, $"the plan has more than {limits.Steps} steps", ReadingLimits.StepsProperty);
        }

        if (plan.PartDepth > ReadingLimits.PartDepth)
        {
            throw Exceeds(site, $"phases and branches are nested more than {ReadingLimits.PartDepth} deep", setting: null);
        }

        made.Add(plan);
        return plan;
    }

    private static string ExcerptOf(Site site) => Excerpt(site.Syntax.SyntaxTree.GetText().ToString(TextSpan.FromBounds(site.Start, site.End)));
}
