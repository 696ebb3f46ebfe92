using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Properties: those of the author's own types, and the few of other types that have a meaning.</content>
internal sealed partial class Evaluator
{
    private Value Property(IPropertyReferenceOperation reference, Scope scope)
    {
        var property = reference.Property;
        if (reference.Instance is null)
        {
            return StaticProperty(reference, scope);
        }

        if (!IsOfThisCompilation(property) && !property.ContainingType.IsAnonymousType && !KnowsProperties(property.ContainingType))
        {
            throw NotKnown(reference);
        }

        var owner = Evaluate(reference.Instance, scope);
        if (owner is ObjectValue && !reference.Arguments.IsEmpty)
        {
            var arguments = Arguments(reference.Arguments, property.GetMethod ?? throw NotKnown(reference), first: null, scope);
            return CallAccessor(AccessorOf(property.GetMethod, (ObjectValue)owner)!, new Cell(owner), arguments, reference, scope);
        }

        if (reference.Arguments is [{ Value: var at }])
        {
            return (owner, Evaluate(at, scope)) switch
            {
                (DictionaryValue { IsSet: false } dictionary, var key) => Find(dictionary, key, reference),
                (LookupValue lookup, var key) => lookup.Of(key),
                (ListValue list, RangeValue range) => Slice(list, range, reference),
                (ListValue list, var index) => list.List[IndexIn(list.List.Count, index, reference)],
                (ConstantValue { Value: string text }, var index) => new ConstantValue(text[IndexIn(text.Length, index, reference)]),
                _ => throw NotKnown(reference),
            };
        }

        return Property(owner, property, reference, scope);
    }

    private Value Property(Value owner, IPropertySymbol property, IOperation reference, Scope scope)
    {
        switch (owner)
        {
            case ObjectValue instance:
                var isBase = reference is IPropertyReferenceOperation { Instance.Syntax: BaseExpressionSyntax };
                var getter = instance.Type.IsAnonymousType || property.GetMethod is null || isBase ? property.GetMethod : AccessorOf(property.GetMethod, instance);
                return getter is not null && !instance.Type.IsAnonymousType && !sources.IsAuto(getter)
                    ? CallAccessor(getter, new Cell(owner), [], reference, scope)
                    : Known(instance[getter?.AssociatedSymbol ?? property], reference);
            case PairValue pair:
                return property.Name switch
                {
                    "Active" => new DeclaredValue(pair.Active),
                    "Standby" => new DeclaredValue(pair.Standby),
                    "ActivePlatform" => new DeclaredValue(pair.Active.Platform),
                    "StandbyPlatform" => new DeclaredValue(pair.Standby.Platform),
                    _ => throw NotKnown(reference),
                };
            case DeclaredValue declared:
                return Property(declared.Declaration, property.Name) ?? throw NotKnown(reference);
            case ListValue list when property.Name is "Length" or "Count":
                return new ConstantValue(list.List.Count);
            case DictionaryValue dictionary when property.Name == "Count":
                return new ConstantValue(dictionary.Count);
            case DictionaryValue { IsSet: false } dictionary when property.Name is "Keys" or "Values":
                return new QueryValue(Counted(dictionary, reference).Select(item => ((TupleValue)item).Items[property.Name == "Keys" ? 0 : 1]));
            case LookupValue lookup when property.Name == "Count":
                return new ConstantValue(lookup.Items.Count());
            case KeyValue pair:
                return pair.Items[property.Name == "Key" ? 0 : 1];
            case GroupValue group when property.Name == "Key":
                return group.Key;
            case ConstantValue { Value: string text } when property.Name == "Length":
                return new ConstantValue(text.Length);
            case ConstantValue { Value: null } when property.Name == "HasValue":
                return ConstantValue.False;
            case ConstantValue { Value: null }:
                throw Throws(reference, "what it belongs to is null");
            case var value when property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T:
                return property.Name == "HasValue" ? ConstantValue.True : value;
            default:
                throw NotKnown(reference);
        }
    }

    /// <summary>The accessor that an object has where one is declared in a base type or an interface.</summary>
    private static IMethodSymbol? AccessorOf(IMethodSymbol accessor, ObjectValue instance) =>
        accessor.IsVirtual || accessor.IsOverride || accessor.IsAbstract ? Implementation(accessor, instance.Type) : accessor;

    private Value CallAccessor(IMethodSymbol accessor, Cell self, Cell[] arguments, IOperation reference, Scope scope, bool isVariable = false) => Call(
        new FunctionValue(accessor, body: null, captured: null, self.Value),
        arguments,
        new Site(reference.Syntax),
        reference,
        TypeArguments(accessor, scope, self.Value),
        isVariable ? self : null);

    /// <summary>A property of an object of the author's own, which is a field or two methods.</summary>
    private Target TargetOf(IPropertyReferenceOperation reference, IOperation owner, Scope scope)
    {
        var property = reference.Property;
        var isBase = owner.Syntax is BaseExpressionSyntax;
        if (property.SetMethod is null)
        {
            return TargetOf(owner, property, isReadOnly: true, reference, scope);
        }

        var isStruct = owner.Type is { IsValueType: true };
        if (isStruct && sources.IsAuto(property.SetMethod))
        {
            return TargetOf(owner, property, property.SetMethod.IsInitOnly, reference, scope);
        }

        var self = isStruct ? Cell(owner, scope) : new Cell(Evaluate(owner, scope));
        var instance = self.Value switch
        {
            ObjectValue found => found,
            ConstantValue { Value: null } => throw Throws(reference, "what it belongs to is null"),
            _ => throw NotKnown(reference),
        };
        var setter = isBase ? property.SetMethod : AccessorOf(property.SetMethod, instance) ?? throw NotKnown(reference);
        if (sources.IsAuto(setter))
        {
            return TargetOf(instance, setter.AssociatedSymbol!, reference);
        }

        var getter = property.GetMethod is null || isBase ? property.GetMethod : AccessorOf(property.GetMethod, instance);
        var arguments = Arguments(reference.Arguments, property.SetMethod, first: null, scope);
        return new Target(
            () => getter is null ? throw NotKnown(reference)
                : sources.IsAuto(getter) ? Known(instance[getter.AssociatedSymbol!], reference)
                : CallAccessor(getter, self, [.. arguments.Take(arguments.Length - 1)], reference, scope),
            value =>
            {
                if (IsShared(instance.Born))
                {
                    throw NotKnown(reference, HeldByOthers);
                }

                arguments[arguments.Length - 1] = new Cell(value);
                CallAccessor(setter, self, arguments, reference, scope, isStruct);
            },
            long.MaxValue); // What the setter changes it says itself.
    }

    /// <summary>What the authoring library tells of a declaration.</summary>
    private static Value? Property(Declaration declaration, string name) => (declaration, name) switch
    {
        (_, "Name") => new ConstantValue(declaration.Name),
        (Platform platform, "Node") => new ConstantValue(platform.Node),
        (Platform platform, "IsGalaxyRepository") => ConstantValue.Of(platform.IsGalaxyRepository),
        (Platform platform, "Sms") => OrNull(platform.Sms),
        (SystemManagementServer server, "Node") => new ConstantValue(server.Node),
        (AppEngine engine, "Platform") => new DeclaredValue(engine.Platform),
        (AppEngine engine, "Primary") => OrNull(engine.Primary),
        (AppEngine engine, "IsHistorized") => ConstantValue.Of(engine.Historized),
        (AppEngine engine, "IsActiveAtStart") => ConstantValue.Of(engine.ActiveAtStart),
        _ => null,
    };

    private static Value OrNull(Declaration? declaration) => declaration is null ? ConstantValue.Null : new DeclaredValue(declaration);

    private Value StaticProperty(IPropertyReferenceOperation reference, Scope scope)
    {
        var property = reference is { Property: { ContainingType.TypeKind: TypeKind.Interface } member, ConstrainedToType: { } constrained }
            ? ImplementationOf(member, constrained, scope) ?? throw NotKnown(reference)
            : reference.Property;
        if (!IsOfThisCompilation(property))
        {
            return property switch
            {
                { Name: "InvariantCulture", ContainingType: var type } when library.Framework.IsCulture(type) => new InvariantValue(),
                { Name: "Ordinal", ContainingType: var type } when library.Framework.IsStringComparer(type) => new ComparerValue(StringComparer.Ordinal),
                { Name: "OrdinalIgnoreCase", ContainingType: var type } when library.Framework.IsStringComparer(type) =>
                    new ComparerValue(StringComparer.OrdinalIgnoreCase),
                _ => throw NotKnown(reference),
            };
        }

        if (!sources.IsAuto(property.GetMethod))
        {
            return Call(
                new FunctionValue(property.GetMethod ?? throw NotKnown(reference), body: null, captured: null, receiver: null),
                [],
                new Site(reference.Syntax),
                reference,
                TypeArguments(property.GetMethod, scope));
        }

        var field = property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => LibrarySymbols.Same(field.AssociatedSymbol, property));
        return field is null
            ? throw NotKnown(reference)
            : Static(field, property, property.SetMethod is null, reference);
    }
}
