using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Statements.</content>
internal sealed partial class Evaluator
{
    private const string NotAStatement =
        "A plan is written with variables, assignments, if, switch, loops and return.";

    /// <summary>How a statement ends.</summary>
    private enum Completion
    {
        /// <summary>The next statement follows.</summary>
        Next,
        Break,
        Continue,
        Return,
    }

    private Completion Execute(IBlockOperation block, Scope around) => Execute(block.Operations, around.Nested());

    private Completion Execute(ImmutableArray<IOperation> statements, Scope scope)
    {
        foreach (var statement in statements)
        {
            // A local function can be called by what stands above it.
            if (statement is ILocalFunctionOperation { Body: { } body } local)
            {
                scope.Declare(local.Symbol, new FunctionValue(local.Symbol, body, scope, receiver: null));
            }
        }

        foreach (var statement in statements)
        {
            var completion = Execute(statement, scope);
            if (completion != Completion.Next)
            {
                return completion;
            }
        }

        return Completion.Next;
    }

    private Completion Execute(IOperation statement, Scope scope)
    {
        Begin(statement);
        switch (statement)
        {
            case IReturnOperation { Kind: OperationKind.Return } returned:
                scope.Frame.Returned = returned.ReturnedValue;
                scope.Frame.Result = returned.ReturnedValue is { } value ? Evaluate(value, scope) : null;
                return Completion.Return;
            case IVariableDeclarationGroupOperation group:
                Declare(group, scope);
                return Completion.Next;
            case IExpressionStatementOperation expression:
                RunExpression(expression.Operation, scope);
                return Completion.Next;
            case IBlockOperation block:
                return Execute(block, scope);
            case IConditionalOperation conditional:
                return IsTrue(conditional.Condition, scope) ? Execute(conditional.WhenTrue, scope)
                    : conditional.WhenFalse is { } whenFalse ? Execute(whenFalse, scope)
                    : Completion.Next;
            case IForEachLoopOperation { IsAsynchronous: false } loop:
                return Execute(loop, scope);
            case IForLoopOperation loop:
                return Execute(loop, scope.Nested());
            case IWhileLoopOperation { Condition: not null } loop:
                return Execute(loop, scope);
            case ISwitchOperation choice:
                return Execute(choice, scope);
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return Completion.Break;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                return Completion.Continue;
            case ILocalFunctionOperation or IEmptyOperation:
                return Completion.Next;
            default:
                throw NotKnown(statement, NotAStatement);
        }
    }

    private void Declare(IVariableDeclarationGroupOperation group, Scope scope)
    {
        foreach (var declaration in group.Declarations)
        {
            foreach (var declarator in declaration.Declarators)
            {
                if (declarator.Symbol.IsRef)
                {
                    throw NotKnown(declarator);
                }

                // Each run of a declaration makes another variable; without a value it cannot be used before it is assigned.
                var initializer = declarator.Initializer ?? declaration.Initializer;
                scope.Declare(declarator.Symbol, initializer is null ? null : Initial(initializer.Value, declarator.Symbol.Type, scope));
            }
        }
    }

    /// <summary>
    /// The first value of a variable. One that cannot be known is a mistake only where the plan uses it, provided that working it out
    /// would have changed nothing else.
    /// </summary>
    private Value Initial(IOperation value, ITypeSymbol type, Scope scope)
    {
        try
        {
            return Evaluate(value, scope);
        }
        catch (UnreadableException unreadable) when (!unreadable.IsFinal && !LibrarySymbols.Same(type, library.Plan) && ChangesNothing(value))
        {
            return new UnknownValue(unreadable);
        }
    }

    /// <summary>Whether an expression of which a part is not known can have changed nothing that the plan can see.</summary>
    private bool ChangesNothing(IOperation expression) => expression.DescendantsAndSelf().All(part => part switch
    {
        IAssignmentOperation or IIncrementOrDecrementOperation or IDeclarationExpressionOperation => false,
        IDelegateCreationOperation or IAnonymousFunctionOperation or IAwaitOperation => false,
        IInvocationOperation call => !IsOfThisCompilation(call.TargetMethod)
            && call.TargetMethod.MethodKind is not (MethodKind.DelegateInvoke or MethodKind.LocalFunction)
            && !LibrarySymbols.Same(call.Type, library.Plan),
        IObjectCreationOperation creation => creation.Constructor is { } constructor && !IsOfThisCompilation(constructor),
        IPropertyReferenceOperation property => !IsOfThisCompilation(property.Property) || sources.IsAuto(property.Property.GetMethod),
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IInstanceReferenceOperation =>
            part.Type is { } type && (type.IsValueType || type.SpecialType == SpecialType.System_String || library.IsTarget(type)),
        _ => true,
    });

    private Completion Execute(IForEachLoopOperation loop, Scope scope)
    {
        var site = Site.OfLoop(loop.Syntax);
        foreach (var item in ItemsOf(Evaluate(loop.Collection, scope), loop.Collection))
        {
            var round = scope.Nested();
            Spend(site);
            var before = trace;
            trace = new Trace(trace, site, Callee: null, Words(Named(item)));
            try
            {
                if (loop.LoopControlVariable is IVariableDeclaratorOperation variable)
                {
                    round.Declare(variable.Symbol, CastItem(item, variable.Symbol.Type, loop, scope));
                }
                else
                {
                    FindTargets(loop.LoopControlVariable, round)(item);
                }

                var completion = Execute(loop.Body, round);
                if (completion is Completion.Break or Completion.Return)
                {
                    return completion == Completion.Break ? Completion.Next : completion;
                }
            }
            finally
            {
                trace = before;
            }
        }

        return Completion.Next;
    }

    private Completion Execute(IForLoopOperation loop, Scope scope)
    {
        var site = Site.OfLoop(loop.Syntax);
        var completion = Execute(loop.Before, scope);
        if (completion != Completion.Next)
        {
            return completion;
        }

        while (loop.Condition is null || IsTrue(loop.Condition, scope.Nested()))
        {
            completion = ExecuteRound(loop.Body, scope, site);
            if (completion is Completion.Break or Completion.Return)
            {
                return completion == Completion.Break ? Completion.Next : completion;
            }

            Execute(loop.AtLoopBottom, scope);
        }

        return Completion.Next;
    }

    private Completion Execute(IWhileLoopOperation loop, Scope scope)
    {
        var site = Site.OfLoop(loop.Syntax);
        var round = scope.Nested(); // What the condition declares is seen by the body.
        while (!loop.ConditionIsTop || IsTrue(loop.Condition!, round) != loop.ConditionIsUntil)
        {
            var completion = ExecuteRound(loop.Body, round, site);
            if (completion is Completion.Break or Completion.Return)
            {
                return completion == Completion.Break ? Completion.Next : completion;
            }

            if (!loop.ConditionIsTop && IsTrue(loop.Condition!, round) == loop.ConditionIsUntil)
            {
                return Completion.Next;
            }

            round = scope.Nested();
        }

        return Completion.Next;
    }

    private Completion ExecuteRound(IOperation body, Scope scope, Site site)
    {
        Spend(site);
        var before = trace;
        trace = new Trace(trace, site, Callee: null, About: null);
        try
        {
            return Execute(body, scope);
        }
        finally
        {
            trace = before;
        }
    }

    private Completion Execute(ISwitchOperation choice, Scope around)
    {
        var scope = around.Nested();
        var value = Evaluate(choice.Value, scope);
        if (CaseOf(choice, value, scope) is not { } chosen)
        {
            return Completion.Next;
        }

        var completion = Execute(chosen.Body, scope);
        return completion == Completion.Break ? Completion.Next : completion;
    }

    private ISwitchCaseOperation? CaseOf(ISwitchOperation choice, Value value, Scope scope)
    {
        foreach (var section in choice.Cases)
        {
            foreach (var clause in section.Clauses)
            {
                var matches = clause switch
                {
                    IDefaultCaseClauseOperation => false,
                    ISingleValueCaseClauseOperation single => AreEqual(value, Evaluate(single.Value, scope), clause),
                    IPatternCaseClauseOperation pattern => Matches(pattern.Pattern, value, scope)
                        && (pattern.Guard is not { } guard || IsTrue(guard, scope)),
                    _ => throw NotKnown(clause),
                };
                if (matches)
                {
                    return section;
                }
            }
        }

        return choice.Cases.FirstOrDefault(section => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation));
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

        var variable = RootOf(call, scope);
        var before = variable?.Value as PlanValue;
        if (Evaluate(call, scope) is PlanValue { Previous: not null } plan && plan != before)
        {
            ReportDropped(plan, Site.OfCall(call.Syntax));
            if (variable is not null && before?.Beginning == plan.Beginning)
            {
                variable.Value = plan;
            }
        }
    }

    /// <summary>The variable that a chain of calls begins with, if it is one.</summary>
    private static Cell? RootOf(IInvocationOperation call, Scope scope)
    {
        IOperation? receiver = call;
        while (receiver is IInvocationOperation inner)
        {
            receiver = ReceiverOf(inner) ?? inner.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        }

        return receiver switch
        {
            ILocalReferenceOperation local => scope.Find(local.Local),
            IParameterReferenceOperation parameter => scope.Find(parameter.Parameter),
            _ => null,
        };
    }
}
