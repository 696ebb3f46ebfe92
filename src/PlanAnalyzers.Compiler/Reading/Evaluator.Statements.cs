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

        /// <summary>The section of the <c>switch</c> around it that is named follows.</summary>
        GoTo,
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
            case IBranchOperation { BranchKind: BranchKind.GoTo } goTo when IsOfSwitch(goTo):
                scope.Frame.GoesTo = goTo.Target;
                return Completion.GoTo;
            case ITryOperation attempt:
                return Execute(attempt, scope);
            case IThrowOperation thrown:
                throw Thrown(thrown, scope);
            case ILocalFunctionOperation or IEmptyOperation:
                return Completion.Next;
            case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }:
                throw NotKnown(statement, "An iterator is not read. Put the items into an array or a list, and return that.");
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
                // Each run of a declaration makes another variable; without a value it cannot be used before it is assigned.
                var initializer = declarator.Initializer ?? declaration.Initializer;
                if (declarator.Symbol.IsRef)
                {
                    scope.Declare(declarator.Symbol, Cell(initializer?.Value ?? throw NotKnown(declarator), scope));
                    continue;
                }

                scope.Declare(declarator.Symbol, initializer is null ? null : Initial(initializer.Value, declarator.Symbol.Type, scope));
            }
        }
    }

    /// <summary>
    /// The first value of a variable. One that cannot be known is a mistake only where the plan uses it, provided that working it out
    /// changes nothing else and does not throw.
    /// </summary>
    private Value Initial(IOperation value, ITypeSymbol type, Scope scope)
    {
        try
        {
            return Evaluate(value, scope);
        }
        catch (UnreadableException unreadable)
            when (unreadable is { IsFinal: false, IsThrown: false } && !LibrarySymbols.Same(type, library.Plan) && DoesNothingElse(value))
        {
            return new UnknownValue(unreadable);
        }
    }

    /// <summary>
    /// Whether an expression of which a part is not known gives a value and does nothing else: it reads properties of the framework such as
    /// the clock, and puts them together. What a method does, and whether it throws, nobody knows.
    /// </summary>
    private bool DoesNothingElse(IOperation expression) => expression.DescendantsAndSelf().All(part => part switch
    {
        ILiteralOperation or IDefaultValueOperation or INameOfOperation or ITypeOfOperation => true,
        IInterpolatedStringOperation or IInterpolatedStringTextOperation or IInterpolationOperation => true,
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Instance: null } => true,
        IParenthesizedOperation or IConditionalOperation or ITupleOperation => true,
        IConversionOperation conversion => conversion is { IsChecked: false, OperatorMethod: null, IsImplicit: true },
        IPropertyReferenceOperation property => !IsOfThisCompilation(property.Property)
            && property.Property.ContainingType is { TypeKind: TypeKind.Struct or TypeKind.Class } owner && (owner.IsValueType ? !IsNullable(owner) : property.Instance is null),
        IBinaryOperation binary => binary is { IsChecked: false, OperatorMethod: null }
            && binary.OperatorKind is not (BinaryOperatorKind.Divide or BinaryOperatorKind.IntegerDivide or BinaryOperatorKind.Remainder),
        IUnaryOperation unary => unary is { IsChecked: false, OperatorMethod: null },
        _ => part.ConstantValue.HasValue,
    });

    private Completion Execute(IForEachLoopOperation loop, Scope scope)
    {
        var site = Site.OfLoop(loop.Syntax);
        var collection = Evaluate(loop.Collection, scope);
        var place = -1;
        foreach (var item in ItemsOf(collection, loop.Collection))
        {
            var round = scope.Nested();
            place++;
            Spend(site);
            var before = trace;
            trace = new Trace(trace, site, Callee: null, AboutRound(item, (loop.LoopControlVariable as IVariableDeclaratorOperation)?.Symbol.Name));
            try
            {
                if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.IsRef: true } reference)
                {
                    var element = TargetOf(collection as ListValue ?? throw NotKnown(loop.Collection), place, loop.Collection);
                    round.Declare(reference.Symbol, new PartCell(element.Get, element.Set, element.Born));
                }
                else if (loop.LoopControlVariable is IVariableDeclaratorOperation variable)
                {
                    round.Declare(variable.Symbol, CastItem(item, variable.Symbol.Type, loop, scope));
                }
                else
                {
                    FindTargets(loop.LoopControlVariable, round)(item);
                }

                var completion = Execute(loop.Body, round);
                if (completion is not (Completion.Next or Completion.Continue))
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

        while (true)
        {
            var round = scope.Nested(); // What the condition declares is seen by the body.
            if (loop.Condition is not null && !IsTrue(loop.Condition, round))
            {
                return Completion.Next;
            }

            var counted = loop.Locals.Select(local => AboutRound(scope.Find(local)?.Value, local.Name)).OfType<string>().ToArray();
            completion = ExecuteRound(loop.Body, round, site, counted.Length == 0 ? null : string.Join(" and ", counted));
            if (completion is not (Completion.Next or Completion.Continue))
            {
                return completion == Completion.Break ? Completion.Next : completion;
            }

            Execute(loop.AtLoopBottom, round);
        }
    }

    private Completion Execute(IWhileLoopOperation loop, Scope scope)
    {
        var site = Site.OfLoop(loop.Syntax);
        var round = scope.Nested(); // What the condition declares is seen by the body.
        while (!loop.ConditionIsTop || IsTrue(loop.Condition!, round) != loop.ConditionIsUntil)
        {
            var completion = ExecuteRound(loop.Body, round, site);
            if (completion is not (Completion.Next or Completion.Continue))
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

    private Completion ExecuteRound(IOperation body, Scope scope, Site site, string? about = null)
    {
        Spend(site);
        var before = trace;
        trace = new Trace(trace, site, Callee: null, about);
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
        while (completion == Completion.GoTo && SectionOf(choice, scope.Frame.GoesTo) is { } next)
        {
            Spend(new Site(choice.Syntax));
            completion = Execute(next.Body, scope);
        }

        return completion == Completion.Break ? Completion.Next : completion;
    }

    private static bool IsOfSwitch(IBranchOperation goTo)
    {
        for (var around = goTo.Parent; around is not (null or ILocalFunctionOperation or IAnonymousFunctionOperation); around = around.Parent)
        {
            if (around is ISwitchOperation choice && SectionOf(choice, goTo.Target) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static ISwitchCaseOperation? SectionOf(ISwitchOperation choice, ILabelSymbol? label) =>
        choice.Cases.FirstOrDefault(section => section.Clauses.Any(clause => LibrarySymbols.Same(clause.Label, label)));

    /// <summary>What is thrown is reported, caught or not; so only what happens when nothing is thrown is of interest.</summary>
    private Completion Execute(ITryOperation attempt, Scope scope)
    {
        var completion = Execute(attempt.Body, scope);
        var (result, returned, goesTo) = (scope.Frame.Result, scope.Frame.Returned, scope.Frame.GoesTo);
        if (attempt.Finally is { } atLast)
        {
            Execute(atLast, scope);
            (scope.Frame.Result, scope.Frame.Returned, scope.Frame.GoesTo) = (result, returned, goesTo);
        }

        return completion;
    }

    /// <summary>An exception of the author's is reported with what it says, which is meant for whoever makes the mistake.</summary>
    private UnreadableException Thrown(IThrowOperation thrown, Scope scope)
    {
        var exception = thrown.Exception is IConversionOperation conversion ? conversion.Operand : thrown.Exception;
        var message = (exception as IObjectCreationOperation)?.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "message");
        return message is not null && Initial(message.Value, message.Value.Type!, scope) is ConstantValue { Value: string { Length: > 0 } text }
            ? Throws(thrown, text.TrimEnd('.'))
            : new UnreadableException(NotKnown(thrown, "It throws when the plan is made.").Problem, isThrown: true);
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
}
