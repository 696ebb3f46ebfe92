using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
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

    /// <summary>
    /// Runs an expression for what it does. A plan that it makes and does not keep is reported, and then kept, since that is what
    /// the author meant: so what follows is checked against the plan that was wanted.
    /// </summary>
    private void RunExpression(IOperation expression, Scope scope)
    {
        if (expression is not IInvocationOperation call || !LibrarySymbols.Same(call.Type, library.Plan))
        {
            Evaluate(expression, scope);
            return;
        }

        var root = RootOf(call);
        var variable = root is null ? null : scope.Find(root);
        var before = variable?.Value as PlanValue;
        if (Evaluate(call, scope) is PlanValue { Previous: not null } plan && plan != before)
        {
            var name = variable is null ? "plan" : root!.Name;
            ReportDropped(plan, Site.OfCall(call.Syntax), $"write {name} = {Shortened(call, name)}, or return it.");
            if (variable is not null && before?.Beginning == plan.Beginning)
            {
                variable.Value = plan;
            }
        }
    }

    /// <summary>A chain of calls, or its beginning and end where it is long.</summary>
    private static string Shortened(IInvocationOperation chain, string root)
    {
        var (whole, last) = (new Site(chain.Syntax), Site.OfCall(chain.Syntax));
        var text = whole.Excerpt();
        return text.EndsWith("…", StringComparison.Ordinal) && last.Start > whole.Start ? $"{root}….{last.Excerpt()}" : text;
    }

    /// <summary>The variable that a chain of calls begins with, if it is one.</summary>
    private static ISymbol? RootOf(IInvocationOperation call)
    {
        IOperation? receiver = call;
        while (receiver is IInvocationOperation inner)
        {
            receiver = ReceiverOf(inner) ?? inner.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        }

        return receiver switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
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
            ReportDropped(last, last.Site, "use the plan that it makes, or return it.");
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

    private void ReportDropped(PlanValue plan, Site site, string advice)
    {
        reportedAsDropped.Add(plan);
        var call = plan.Step is { } step && plan.Site == site ? step.ToString() : site.Excerpt();
        Report(ProblemAt(
            site,
            plan.Trace,
            RuleTable.StepDropped,
            $"The result of {call} is dropped, so this step is not part of the plan and will not be carried out. A plan is immutable: {advice}"));
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
}
