using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Statements of <c>Define</c>.</content>
internal sealed partial class Evaluator
{
    private const string APlanIsNeeded = "A plan is needed here, made of the parameter of Define.";

    private readonly HashSet<PlanValue> reportedAsDropped = [];
    private PlanValue? result;

    /// <summary>The plan that a method body returns, or none after reporting why it cannot be read.</summary>
    public PlanValue? Run(IMethodBodyOperation body)
    {
        Execute((body.BlockBody ?? body.ExpressionBody)?.Operations ?? []);
        return result; // None where a body ends without returning, which does not compile.
    }

    /// <returns>Whether the statement after these is to be read.</returns>
    private bool Execute(IEnumerable<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            var goesOn = statement switch
            {
                IReturnOperation { ReturnedValue: { } returned } => Return(returned),
                IVariableDeclarationGroupOperation group => Declare(group),
                IExpressionStatementOperation expression => RunExpression(expression.Operation),
                IBlockOperation block => Execute(block.Operations),
                IEmptyOperation => true,
                _ => NotKnown<Value>(statement, "Define may declare variables, assign them, and return a plan.") is not null,
            };
            if (!goesOn)
            {
                return false;
            }
        }

        return true;
    }

    private bool Return(IOperation returned)
    {
        result = Evaluate<PlanValue>(returned, APlanIsNeeded);
        return false;
    }

    /// <summary>Reports the steps that were made and are not part of the plan that is returned.</summary>
    /// <returns>Whether there are any, so that nobody can tell what the author meant.</returns>
    public bool ReportDropped(PlanValue returned)
    {
        var used = new HashSet<PlanValue>(reportedAsDropped);
        for (var plan = returned; plan is not null; plan = plan.Previous)
        {
            used.Add(plan);
        }

        var dropped = Plans.Where(plan => !used.Contains(plan)).ToArray();
        var goOn = new HashSet<PlanValue?>(dropped.Select(plan => plan.Previous));
        foreach (var last in dropped.Where(plan => !goOn.Contains(plan)))
        {
            ReportDroppedStep(last);
        }

        return dropped.Length > 0;
    }

    private bool Declare(IVariableDeclarationGroupOperation group)
    {
        foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
        {
            var initializer = declarator.GetVariableInitializer();
            if (initializer is null)
            {
                continue; // Without a value it cannot be used before it is assigned.
            }

            var (before, wasBroken) = (problems.Count, IsBroken);
            if (Evaluate(initializer.Value) is { } value)
            {
                Define(declarator.Symbol, value);
            }
            else if (LibrarySymbols.Same(declarator.Symbol.Type, library.Plan))
            {
                return false;
            }
            else
            {
                Define(declarator.Symbol, new UnknownValue(problems.Skip(before).ToArray(), IsBroken));
                problems.RemoveRange(before, problems.Count - before);
                IsBroken = wasBroken;
            }
        }

        return true;
    }

    /// <summary>
    /// Runs an expression for what it does. A plan that it makes and does not keep is reported, and then kept, since that is what
    /// the author meant: so what follows is checked against the plan that was wanted.
    /// </summary>
    private bool RunExpression(IOperation expression)
    {
        if (Evaluate(expression) is not { } value)
        {
            return false;
        }

        if (value is PlanValue { Step: not null } plan && expression is IInvocationOperation call)
        {
            ReportDroppedStep(plan);
            if (RootOf(call) is { } variable)
            {
                Define(variable, plan);
            }
        }

        return true;
    }

    private void ReportDroppedStep(PlanValue plan)
    {
        reportedAsDropped.Add(plan);
        Report(new Problem(
            RuleTable.StepDropped,
            $"The result of {plan.Step} is dropped, so this step is not part of the plan and will not be carried out. "
            + $"A plan is immutable: write plan = plan.{plan.Step}, or return it.",
            plan.Location!));
    }

    private static ISymbol? RootOf(IInvocationOperation call)
    {
        IOperation? receiver = call;
        while (receiver is IInvocationOperation { Instance: { } instance })
        {
            receiver = instance;
        }

        return receiver switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
    }
}
