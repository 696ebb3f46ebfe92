using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Calls of the author's own functions: methods, local functions and lambdas.</content>
internal sealed partial class Evaluator
{
    /// <summary>A chain of calls; unrolled, since a long plan may be one expression and must not exhaust the stack.</summary>
    private Value Invoke(IInvocationOperation last, Scope scope)
    {
        if (ReceiverOf(last) is not IInvocationOperation)
        {
            return Knows(last.TargetMethod) ? InvokeFirst(last, ReceiverOf(last), scope) : throw NotKnown(last);
        }

        var calls = new Stack<IInvocationOperation>();
        IOperation? receiver = last;
        IInvocationOperation? unknown = null;
        while (receiver is IInvocationOperation call)
        {
            unknown = Knows(call.TargetMethod) ? unknown : call;
            calls.Push(call);
            receiver = ReceiverOf(call);
        }

        if (unknown is not null)
        {
            throw NotKnown(unknown); // The first: whatever follows depends on it.
        }

        var value = InvokeFirst(calls.Pop(), receiver, scope);
        while (calls.Count > 0)
        {
            value = InvokeOrGoOn(calls.Pop(), value, receiverVariable: null, scope);
        }

        return value;
    }

    /// <summary>The first call of a chain, which a struct may be called on that is a variable; later ones are called on copies.</summary>
    private Value InvokeFirst(IInvocationOperation call, IOperation? receiver, Scope scope)
    {
        if (call.Instance is not null && receiver?.Type is { } type && Substitute(type, scope) is { IsValueType: true } && IsVariable(receiver, scope))
        {
            var variable = Cell(receiver, scope);
            return InvokeOrGoOn(call, Known(variable.Value, receiver), variable, scope);
        }

        return InvokeOrGoOn(call, receiver is null ? null : Evaluate(receiver, scope), receiverVariable: null, scope);
    }

    /// <summary>Whether an expression is a variable that can be changed, and not a copy of it.</summary>
    private static bool IsVariable(IOperation operation, Scope scope) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => local is { IsConst: false, IsForEach: false, IsUsing: false } && local.RefKind is RefKind.None or RefKind.Ref,
        IParameterReferenceOperation { Parameter: var parameter } => parameter.RefKind is RefKind.None or RefKind.Ref or RefKind.Out && scope.Find(parameter) is not null,
        IArrayElementReferenceOperation { Indices: [{ Type.SpecialType: not SpecialType.None }] } => true,
        IFieldReferenceOperation { Instance: { } owner, Field: { IsReadOnly: false } } => owner.Type is { IsReferenceType: true } || IsVariable(owner, scope),
        IInstanceReferenceOperation => scope.Frame.IsThisVariable || scope.Frame.IsConstructing,
        _ => false,
    };

    /// <summary>What a call continues: what it is called on, by C#'s syntax.</summary>
    private static IOperation? ReceiverOf(IInvocationOperation call)
    {
        var receiver = call.Instance
            ?? (call.TargetMethod.IsExtensionMethod && call.Arguments is [{ Parameter.Ordinal: 0, Parameter.RefKind: RefKind.None } first, ..]
                ? first.Value
                : null);

        // Conversions to a base type or an interface change no value.
        while (receiver is IConversionOperation { OperatorMethod: null, IsImplicit: true, Operand.ConstantValue.HasValue: false } conversion
            && (conversion.Conversion.IsReference || conversion.Conversion.IsIdentity))
        {
            receiver = conversion.Operand;
        }

        return receiver;
    }

    /// <summary>A step that cannot be read is left out after it is reported, so that what else is wrong is found too.</summary>
    private Value InvokeOrGoOn(IInvocationOperation call, Value? receiver, Cell? receiverVariable, Scope scope)
    {
        if (receiver is not PlanValue plan || !LibrarySymbols.Same(call.Type, library.Plan))
        {
            return InvokeOne(call, receiver, receiverVariable, scope);
        }

        try
        {
            return InvokeOne(call, receiver, receiverVariable, scope);
        }
        catch (UnreadableException unreadable) when (!unreadable.IsFinal)
        {
            Note(unreadable);
            IsIncomplete = true;
            return plan;
        }
    }

    private Value InvokeOne(IInvocationOperation call, Value? receiver, Cell? receiverVariable, Scope scope)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        if (LibrarySymbols.Same(type, library.Plan))
        {
            return AddToPlan(call, receiver, scope);
        }

        if (library.IsDeclaration(type))
        {
            return Declare(call, receiver, scope);
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return receiver is FunctionValue function
                ? Call(function, Arguments(call.Arguments, method, first: null, scope), Site.OfCall(call.Syntax), call)
                : throw NotKnown(call);
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            var local = scope.Find(method)?.Value as FunctionValue ?? throw NotKnown(call);
            return Call(
                new FunctionValue(method, local.Body, local.Captured, receiver: null),
                Arguments(call.Arguments, method, receiver, scope),
                Site.OfCall(call.Syntax),
                call,
                TypeArguments(method, scope));
        }

        if (!IsOfThisCompilation(method))
        {
            return CallFramework(call, receiver, scope);
        }

        if (method.ContainingType is { TypeKind: TypeKind.Interface } && call is { Instance: null, ConstrainedToType: { } constrained })
        {
            method = ImplementationOf(method, constrained, scope) ?? throw NotKnown(call);
        }

        if (method is { IsImplicitlyDeclared: true, ContainingType.IsRecord: true } && receiver is ObjectValue record)
        {
            return CallOfRecord(call, record, scope);
        }

        // Of an extension method the receiver is the first argument.
        var arguments = Arguments(call.Arguments, method, call.Instance is null ? receiver : null, scope);
        var self = call.Instance is null ? null : receiver;
        if (self is ConstantValue { Value: null })
        {
            throw Throws(call, "what it is called on is null");
        }

        // A struct that is no variable is called as a copy of its own; one in a box is not, since others may have the box.
        var target = self is ObjectValue instance && call.IsVirtual ? Implementation(method, instance.Type) ?? throw NotKnown(call) : method;
        var variable = receiverVariable ?? (call.Instance?.Type is { IsValueType: true } ? new Cell(self) : null);
        return Call(
            new FunctionValue(target, body: null, captured: null, self), arguments, Site.OfCall(call.Syntax), call, TypeArguments(target, scope, self), variable);
    }

    /// <summary>The arguments in the order of the parameters, evaluated in the order in which they are written.</summary>
    private Cell[] Arguments(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method, Value? first, Scope scope)
    {
        var cells = new Cell[method.Parameters.Length];
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter)
            {
                throw NotKnown(argument);
            }

            cells[parameter.Ordinal] = parameter.Ordinal == 0 && first is not null ? new Cell(first)
                : parameter.RefKind is RefKind.Ref or RefKind.Out || (parameter.RefKind is not RefKind.None && IsAlias(argument.Value, scope)) ? Cell(argument.Value, scope)
                : new Cell(Evaluate(argument.Value, scope));
        }

        return cells;
    }

    /// <summary>Whether an argument for an <c>in</c> parameter is a variable, which the parameter is another name of, and not a copy.</summary>
    private static bool IsAlias(IOperation argument, Scope scope) => !argument.ConstantValue.HasValue
        && (argument is ILocalReferenceOperation || (argument is IParameterReferenceOperation parameter && scope.Find(parameter.Parameter) is not null) || IsVariable(argument, scope));

    /// <summary>Calls a function from a place in the library or the framework, where the arguments are values.</summary>
    private Value Apply(FunctionValue function, IOperation site, params Value[] arguments)
    {
        var about = Words(arguments.SelectMany(argument => Named(argument)));
        var before = trace;
        trace = about is null ? trace : new Trace(trace, Site.OfCall(site.Syntax), Callee: null, about);
        try
        {
            return Call(function, [.. arguments.Select(argument => new Cell(argument))], Site.OfCall(site.Syntax), site);
        }
        finally
        {
            trace = before;
        }
    }

    private Value Call(
        FunctionValue function,
        Cell[] arguments,
        Site site,
        IOperation operation,
        IReadOnlyDictionary<ITypeParameterSymbol, ITypeSymbol>? typeArguments = null,
        Cell? receiverVariable = null)
    {
        var method = function.Method;
        if (function is { Body: null, Captured: null } && !IsOfThisCompilation(method))
        {
            throw NotKnown(operation);
        }

        // A delegate over an extension method has its receiver where the method has its first parameter.
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        var isExtension = definition.IsStatic && function.Receiver is not null;
        var cells = isExtension ? [new Cell(function.Receiver), .. arguments] : arguments;
        if (definition.IsAsync || definition.ReturnsByRef || definition.ReturnsByRefReadonly || definition.Parameters.Length != cells.Length)
        {
            throw NotKnown(operation);
        }

        var body = function.Body is not null ? function.Body : BodyOf(definition, site) ?? throw NotKnown(operation);
        var frame = new Frame
        {
            IsThisVariable = receiverVariable is not null,
            This = receiverVariable ?? function.Captured?.Frame.This ?? (isExtension || function.Receiver is null ? null : new Cell(function.Receiver)),
            TypeArguments = typeArguments ?? function.Captured?.Frame.TypeArguments,
        };
        var scope = new Scope(function.Captured, frame);
        for (var i = 0; i < cells.Length; i++)
        {
            scope.Declare(definition.Parameters[i], cells[i]);
        }

        return Run(definition, body, scope, site, operation);
    }

    /// <summary>Runs a body whose parameters are bound.</summary>
    private Value Run(IMethodSymbol method, IOperation body, Scope scope, Site site, IOperation operation)
    {
        if (scope.Frame.TypeArguments?.Values.Any(type => IsDeeperThan(ReadingLimits.ValueDepth, type)) == true)
        {
            throw Exceeds(site, $"types are nested more than {ReadingLimits.ValueDepth} deep", setting: null);
        }

        var before = trace;
        EnterCall(site, operation);
        trace = new Trace(trace, site, method, About: null);
        try
        {
            var completion = body switch
            {
                IBlockOperation block => Execute(block, scope),
                IMethodBodyBaseOperation { BlockBody: { } block } => Execute(block, scope),
                IMethodBodyBaseOperation { ExpressionBody: { } expression } => Execute(expression, scope),
                _ => throw NotKnown(operation),
            };
            return completion == Completion.Return && scope.Frame.Result is { } result ? result
                : method.ReturnsVoid || method.MethodKind == MethodKind.Constructor ? ConstantValue.Null
                : throw new UnreadableException(problem: null); // A body that ends without returning does not compile.
        }
        finally
        {
            trace = before;
            callDepth--;
        }
    }

    /// <summary>Counts a call that is inside others until it ends.</summary>
    private void EnterCall(Site site, IOperation operation)
    {
        RequireStack(operation);
        Spend(site);
        if (callDepth >= limits.CallDepth)
        {
            throw Exceeds(site, $"calls are nested more than {limits.CallDepth} deep", ReadingLimits.CallDepthProperty);
        }

        callDepth++;
    }

    private Value Method(IMethodReferenceOperation reference, Scope scope)
    {
        var method = reference.Method;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return scope.Find(method)?.Value is FunctionValue local
                ? new FunctionValue(method, local.Body, local.Captured, receiver: null)
                : throw NotKnown(reference);
        }

        if (!IsOfThisCompilation(method) || method.IsGenericMethod || method.ContainingType.IsGenericType)
        {
            throw reference.Type is null ? new UnreadableException(problem: null) : NotKnown(reference);
        }

        var receiver = reference.Instance is null ? null : Evaluate(reference.Instance, scope);
        var target = receiver is ObjectValue instance && reference.IsVirtual ? Implementation(method, instance.Type) : method;
        return new FunctionValue(target ?? throw NotKnown(reference), body: null, captured: null, receiver);
    }

    private bool IsOfThisCompilation(ISymbol symbol) => sources.Declares(symbol.OriginalDefinition)
        || (symbol is IMethodSymbol { IsImplicitlyDeclared: true } && sources.Declares(symbol.ContainingType));

    /// <summary>The names of the platforms and engines that a value holds.</summary>
    private static IEnumerable<string> Named(Value value) => Named(value, depth: 0);

    private static IEnumerable<string> Named(Value value, int depth)
    {
        const int Deepest = 3; // Further down nobody would say that the value is about it.
        return value switch
        {
            DeclaredValue { Declaration: var declaration } => [declaration.Name],
            PairValue pair => [pair.Pair.ToString()],
            TupleValue tuple when depth < Deepest => tuple.Items.SelectMany(item => Named(item, depth + 1)),
            ObjectValue instance when depth < Deepest => instance.Values.Where(field => field is not ObjectValue).SelectMany(field => Named(field, depth + 1)),
            _ => [],
        };
    }

    /// <summary>What a round of a loop is about: what the value of its variable names, or the value itself.</summary>
    private static string? AboutRound(Value? value, string? variable) => value switch
    {
        null => null,
        ConstantValue { Value: string { Length: > 0 and <= 40 } text } => text,
        ConstantValue { Value: IFormattable number } when variable is not null => $"{variable} = {number.ToString(format: null, Invariant)}",
        _ => Words(Named(value)),
    };

    private static string? Words(IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).Take(5).ToArray();
        return distinct.Length == 0 ? null : string.Join(" and ", distinct);
    }
}
