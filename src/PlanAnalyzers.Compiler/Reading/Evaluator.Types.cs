using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Which type a value has, what its type parameters stand for, and which of its methods a virtual call runs.</content>
internal sealed partial class Evaluator
{
    /// <summary>Whether a boxed value has the type of a constant; a pattern over <c>object</c> asks for that too.</summary>
    private static bool HasTypeOf(Value value, Value constant) => (value, constant) switch
    {
        (ConstantValue a, ConstantValue b) => a.Value?.GetType() == b.Value?.GetType(),
        (EnumValue a, EnumValue b) => LibrarySymbols.Same(a.Type, b.Type),
        _ => false,
    };

    private bool IsOfType(Value value, ITypeSymbol asked, IOperation operation, Scope scope)
    {
        var type = Substitute(asked, scope);
        if (value is ConstantValue { Value: null })
        {
            return false;
        }

        if (type.SpecialType == SpecialType.System_Object)
        {
            return true;
        }

        type = IsNullable(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        if (TypeOf(value) is { } exact)
        {
            return sources.IsOfType(exact, type) ?? throw NotKnown(operation);
        }

        return value switch
        {
            TupleValue when operation is IPatternOperation { InputType.IsTupleType: true } => true,
            TupleValue or FunctionValue or SequenceValue when type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String
                || type.TypeKind == TypeKind.Enum || (type.TypeKind is TypeKind.Class or TypeKind.Struct && IsOfThisCompilation(type)) => false,
            TupleValue or FunctionValue when type.TypeKind == TypeKind.Array || library.IsTarget(type) => false,
            _ => throw NotKnown(operation),
        };
    }

    /// <summary>The type that a value has at run time; nothing where it is not known.</summary>
    private ITypeSymbol? TypeOf(Value value) => value switch
    {
        ConstantValue { Value: { } constant } => sources.TypeOf(constant),
        EnumValue { Type: var type } => type,
        PlanValue => library.Plan,
        PairValue => library.RedundantPair,
        ObjectValue { Type: var type } => type,
        ListValue { Type: IArrayTypeSymbol type } => type,
        ListValue { Type: INamedTypeSymbol type } when library.Framework.IsList(type) => type,
        _ => library.TypeOf(value),
    };

    private static bool IsDeeperThan(int levels, ITypeSymbol type) => levels == 0 || type switch
    {
        IArrayTypeSymbol array => IsDeeperThan(levels - 1, array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => IsDeeperThan(levels - 1, argument)),
        _ => false,
    };

    /// <summary>A type as it is in this call.</summary>
    private ITypeSymbol Substitute(ITypeSymbol type, Scope scope)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                return scope.Frame.TypeArguments is { } arguments && arguments.TryGetValue(parameter, out var argument) ? argument : type;
            case IArrayTypeSymbol array:
                var element = Substitute(array.ElementType, scope);
                return LibrarySymbols.Same(element, array.ElementType) ? type : sources.ArrayOf(element, array.Rank);
            case INamedTypeSymbol { IsGenericType: true, IsUnboundGenericType: false } named when named.ContainingType is not { IsGenericType: true }:
                var substituted = named.TypeArguments.Select(argument => Substitute(argument, scope)).ToArray();
                return substituted.SequenceEqual(named.TypeArguments, SymbolEqualityComparer.Default) ? type : named.OriginalDefinition.Construct(substituted);
            default:
                return type;
        }
    }

    /// <summary>The method that a virtual call of an object runs.</summary>
    private static IMethodSymbol? Implementation(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            return type.FindImplementationForInterfaceMember(method) as IMethodSymbol;
        }

        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            foreach (var member in candidate.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (var overridden = member; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (LibrarySymbols.Same(overridden.OriginalDefinition, method.OriginalDefinition))
                    {
                        return member.IsAbstract ? null : member;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>What a static member of an interface is for the type that a type parameter stands for.</summary>
    private T? ImplementationOf<T>(T member, ITypeSymbol constrained, Scope scope)
        where T : class, ISymbol => Substitute(constrained, scope).FindImplementationForInterfaceMember(member) as T;

    /// <summary>The methods that a record has by itself.</summary>
    private Value CallOfRecord(IInvocationOperation call, ObjectValue record, Scope scope) => call.TargetMethod switch
    {
        { Name: "ToString" } method => Text(RecordText(record, call.IsVirtual ? record.Type : method.ContainingType, call, scope), call),
        { Name: "Equals", Parameters.Length: 1 } when call.IsVirtual || record.Type.IsValueType || record.Type.IsSealed =>
            ConstantValue.Of(AreEqualObjects(record, Evaluate(call.Arguments[0].Value, scope), call)),
        _ => throw NotKnown(call),
    };

    /// <summary>What the type parameters of a method and its type stand for where it is called.</summary>
    private IReadOnlyDictionary<ITypeParameterSymbol, ITypeSymbol>? TypeArguments(IMethodSymbol method, Scope scope, Value? receiver = null)
    {
        var type = receiver is ObjectValue instance ? BaseOf(instance.Type, method.ContainingType) : method.ContainingType;
        if (!method.IsGenericMethod && (method.MethodKind == MethodKind.LocalFunction || type is not { IsGenericType: true }))
        {
            return null; // A local function has those of the method around it.
        }

        var arguments = new Dictionary<ITypeParameterSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        if (method.MethodKind == MethodKind.LocalFunction && scope.Frame.TypeArguments is { } outer)
        {
            foreach (var argument in outer)
            {
                arguments[argument.Key] = argument.Value;
            }
        }

        Add(method.OriginalDefinition.TypeParameters, method.TypeArguments);
        for (; type is not null; type = type.ContainingType)
        {
            Add(type.OriginalDefinition.TypeParameters, type.TypeArguments);
        }

        return arguments;

        void Add(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> values)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                arguments[parameters[i]] = Substitute(values[i], scope);
            }
        }
    }

    private static INamedTypeSymbol? BaseOf(INamedTypeSymbol type, INamedTypeSymbol wanted)
    {
        for (INamedTypeSymbol? candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (LibrarySymbols.Same(candidate.OriginalDefinition, wanted.OriginalDefinition))
            {
                return candidate;
            }
        }

        return wanted;
    }
}
