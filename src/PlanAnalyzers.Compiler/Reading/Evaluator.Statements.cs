using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Statements of <c>Define</c>.</content>
internal sealed partial class Evaluator
{
    private const string APlanIsNeeded = "A plan is needed here, made of the parameter of Define.";

    private readonly HashSet<PlanValue> reportedAsDropped = [];

    /// <summary>The plan that a method body returns, or none after reporting why it cannot be read.</summary>
    public PlanValue? Run(IOperation body)
    {
        var statements = body switch
        {
            IMethodBodyOperation method => (method.BlockBody ?? method.ExpressionBody)?.Operations,
            IBlockOperation block => block.Operations,
            _ => null,
        };
        foreach (var statement in statements ?? [])
        {
            switch (statement)
            {
                case IReturnOperation { ReturnedValue: { } returned }:
                    return Evaluate<PlanValue>(returned, APlanIsNeeded);
                case IVariableDeclarationGroupOperation group:
                    if (!Declare(group))
                    {
                        return null;
                    }

                    break;
                case IExpressionStatementOperation expression:
                    if (!RunExpression(expression.Operation))
                    {
                        return null;
                    }

                    break;
                case IEmptyOperation:
                    break;
                default:
                    return NotKnown<PlanValue>(statement, "Define may declare variables, assign them, and return a plan.");
            }
        }

        return null; // A body that ends without returning does not compile.
    }

    /// <summary>Reports the steps that were made and are not part of the plan that is returned.</summary>
    /// <returns>Whether there are any, so that nobody can tell what the author meant.</returns>
    public bool ReportDropped(PlanValue result)
    {
        var used = new HashSet<PlanValue>(reportedAsDropped);
        for (var plan = result; plan is not null; plan = plan.Previous)
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

            if (Evaluate(initializer.Value) is not { } value)
            {
                return false;
            }

            Define(declarator.Symbol, value);
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
