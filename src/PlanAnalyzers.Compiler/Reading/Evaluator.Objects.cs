using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Objects of the author's own types, arrays and lists, and what can be read from them.</content>
internal sealed partial class Evaluator
{
    private readonly HashSet<INamedTypeSymbol> beingMade = new(SymbolEqualityComparer.Default);

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
        if (reference.Arguments is [{ Value: var at }])
        {
            return (owner, Evaluate(at, scope)) switch
            {
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
                var getter = instance.Type.IsAnonymousType ? null
                    : property.IsVirtual || property.IsOverride || property.IsAbstract ? Implementation(property.GetMethod!, instance.Type)
                    : property.GetMethod;
                return getter is not null && !sources.IsAuto(getter)
                    ? Call(new FunctionValue(getter, body: null, captured: null, owner), [], new Site(reference.Syntax), reference, TypeArguments(getter, scope, owner))
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
        var property = reference.Property;
        if (!IsOfThisCompilation(property))
        {
            return property switch
            {
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

    private Value Create(IObjectCreationOperation creation, Scope scope)
    {
        if (creation is { Constructor: not { } } or { Type: not INamedTypeSymbol })
        {
            throw NotKnown(creation);
        }

        var type = (INamedTypeSymbol)Substitute(creation.Type!, scope);
        if (library.Framework.IsList(type))
        {
            return CreateList(creation, type, scope);
        }

        if (type.IsTupleType)
        {
            return new TupleValue([.. Arguments(creation.Arguments, creation.Constructor, first: null, scope).Select(cell => cell.Value!)]);
        }

        if (!IsOfThisCompilation(type) || type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || IsAttributeOrException(type))
        {
            throw NotKnown(creation);
        }

        var arguments = Arguments(creation.Arguments, creation.Constructor, first: null, scope);
        var self = new Cell(WithDefaults(type, creation));
        Construct(self, creation.Constructor, arguments, creation, scope);
        return creation.Initializer is { } initializer ? Initialize((ObjectValue)self.Value!, initializer, scope) : self.Value!;
    }

    private bool IsAttributeOrException(INamedTypeSymbol type)
    {
        for (var known = type.BaseType; known is not null; known = known.BaseType)
        {
            if (known is { SpecialType: SpecialType.None } && !IsOfThisCompilation(known))
            {
                return true; // What a base class of another assembly does is not known.
            }
        }

        return false;
    }

    /// <summary>An object whose fields have the values they have before its constructor runs.</summary>
    private ObjectValue WithDefaults(INamedTypeSymbol type, IOperation operation)
    {
        if (!beingMade.Add(type))
        {
            throw new UnreadableException(problem: null); // A struct that holds itself does not compile.
        }

        var instance = new ObjectValue(type);
        for (var declared = type; declared is not null && IsOfThisCompilation(declared); declared = declared.BaseType)
        {
            foreach (var field in declared.GetMembers().OfType<IFieldSymbol>())
            {
                if (!field.IsStatic)
                {
                    instance[KeyOf(field)] = DefaultOrUnknown(field.Type, operation);
                }
            }
        }

        beingMade.Remove(type);
        return instance;
    }

    private Value DefaultOrUnknown(ITypeSymbol type, IOperation operation)
    {
        try
        {
            return Default(type, operation, new Scope(parent: null, new Frame()));
        }
        catch (UnreadableException unreadable)
        {
            return new UnknownValue(unreadable);
        }
    }

    private void Construct(Cell self, IMethodSymbol constructor, Cell[] arguments, IOperation operation, Scope caller)
    {
        EnterCall(Site.OfCall(operation.Syntax), operation); // A constructor may make another object, or call itself.
        try
        {
            RunConstructor(self, constructor, arguments, operation, caller);
        }
        finally
        {
            callDepth--;
        }
    }

    private void RunConstructor(Cell self, IMethodSymbol constructor, Cell[] arguments, IOperation operation, Scope caller)
    {
        var type = ((ObjectValue)self.Value!).Type;
        var definition = constructor.OriginalDefinition;
        var frame = new Frame { This = self, IsConstructing = true, TypeArguments = TypeArguments(constructor, caller, self.Value) };
        var scope = new Scope(parent: null, frame);
        for (var i = 0; i < arguments.Length; i++)
        {
            scope.Declare(definition.Parameters[i], arguments[i]);
        }

        if (definition.IsImplicitlyDeclared)
        {
            if (arguments.Length > 0)
            {
                throw NotKnown(operation); // The copy constructor of a record.
            }

            InitializeFields(self, definition.ContainingType, scope);
            ConstructBase(self, definition.ContainingType, operation, scope);
            return;
        }

        var syntax = definition.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        if (syntax is TypeDeclarationSyntax primary)
        {
            sources.Note(definition, cancellation);
            KeepParameters(self, definition, arguments);
            InitializeFields(self, definition.ContainingType, scope);
            if (primary.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } baseCall)
            {
                if (sources.OperationOf(baseCall, cancellation) is not IInvocationOperation invocation)
                {
                    throw NotKnown(operation);
                }

                Construct(self, invocation.TargetMethod, Arguments(invocation.Arguments, invocation.TargetMethod, first: null, scope), operation, scope);
            }
            else
            {
                ConstructBase(self, definition.ContainingType, operation, scope);
            }

            return;
        }

        if (sources.BodyOf(definition, cancellation) is not IConstructorBodyOperation body)
        {
            throw NotKnown(operation);
        }

        var initializer = body.Initializer switch
        {
            null => null,
            IExpressionStatementOperation { Operation: IInvocationOperation call } => call,
            IInvocationOperation call => call,
            _ => throw NotKnown(operation),
        };
        if (initializer is null || !LibrarySymbols.Same(initializer.TargetMethod.ContainingType.OriginalDefinition, definition.ContainingType))
        {
            InitializeFields(self, definition.ContainingType, scope);
        }

        if (initializer is null)
        {
            ConstructBase(self, definition.ContainingType, operation, scope);
        }
        else if (IsOfThisCompilation(initializer.TargetMethod.ContainingType))
        {
            Construct(self, initializer.TargetMethod, Arguments(initializer.Arguments, initializer.TargetMethod, first: null, scope), operation, scope);
        }

        Run(definition, body, scope, Site.OfCall(operation.Syntax), operation);
    }

    /// <summary>A positional record keeps its parameters in properties; any other class keeps those that its members use.</summary>
    private void KeepParameters(Cell self, IMethodSymbol constructor, Cell[] arguments)
    {
        var instance = (ObjectValue)self.Value!;
        foreach (var parameter in constructor.Parameters)
        {
            var property = constructor.ContainingType.IsRecord ? PositionalProperty(constructor.ContainingType, parameter.Name) : null;
            instance[(ISymbol?)property ?? parameter] = arguments[parameter.Ordinal].Value!;
        }
    }

    /// <summary>The property that a record has for a parameter, unless its author wrote one.</summary>
    private IPropertySymbol? PositionalProperty(INamedTypeSymbol record, string name) =>
        record.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(property =>
            property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is ParameterSyntax);

    private void InitializeFields(Cell self, INamedTypeSymbol type, Scope scope)
    {
        foreach (var field in type.OriginalDefinition.GetMembers().OfType<IFieldSymbol>())
        {
            var member = field.AssociatedSymbol ?? field;
            if (!field.IsStatic && sources.InitializerOf(member, cancellation) is { } initializer)
            {
                ((ObjectValue)self.Value!)[member] = Evaluate(initializer, scope);
            }
        }
    }

    private void ConstructBase(Cell self, INamedTypeSymbol type, IOperation operation, Scope scope)
    {
        if (type.BaseType is { } parent && IsOfThisCompilation(parent))
        {
            var constructor = parent.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty) ?? throw NotKnown(operation);
            Construct(self, constructor, [], operation, scope);
        }
    }

    private Value Create(IAnonymousObjectCreationOperation creation, Scope scope)
    {
        var instance = new ObjectValue((INamedTypeSymbol)creation.Type!);
        foreach (var initializer in creation.Initializers)
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value })
            {
                throw NotKnown(initializer);
            }

            instance[property] = Evaluate(value, scope);
        }

        return instance;
    }

    private Value With(IWithOperation with, Scope scope)
    {
        var original = Evaluate<ObjectValue>(with.Operand, scope);
        if (with.CloneMethod is { } clone
            && original.Type.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared
                && constructor.Parameters is [var only] && LibrarySymbols.Same(only.Type, clone.ContainingType)))
        {
            throw NotKnown(with, "A record with a copy constructor of its own cannot be read.");
        }

        return Initialize(original.Copy(), with.Initializer, scope);
    }

    /// <summary>Sets the members that stand in braces behind an object that was just made.</summary>
    private Value Initialize(ObjectValue instance, IObjectOrCollectionInitializerOperation initializer, Scope scope)
    {
        foreach (var member in initializer.Initializers)
        {
            if (member is not ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation } target, Value: var value })
            {
                throw NotKnown(member);
            }

            var key = target switch
            {
                IFieldReferenceOperation field => KeyOf(field.Field),
                IPropertyReferenceOperation { Property: var property } when property.ContainingType.IsAnonymousType || sources.IsAuto(property.SetMethod) => property,
                _ => throw NotKnown(member, "A property with code of its own cannot be assigned to here."),
            };
            instance[key] = Evaluate(value, scope);
        }

        return instance;
    }

    private Value CreateList(IObjectCreationOperation creation, INamedTypeSymbol type, Scope scope)
    {
        var list = new ListValue(type, isArray: false, []);
        if (creation.Arguments is [{ Value: var argument }])
        {
            switch (Evaluate(argument, scope))
            {
                case ConstantValue { Value: int }:
                    break; // A capacity.
                case var items:
                    list.List.AddRange(ItemsOf(items, argument));
                    break;
            }
        }

        foreach (var element in creation.Initializer?.Initializers ?? [])
        {
            list.List.Add(element is IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var item }] } add && library.Framework.IsList(add.TargetMethod.ContainingType)
                ? Evaluate(item, scope)
                : throw NotKnown(element));
        }

        return list;
    }

    private Value Create(IArrayCreationOperation array, Scope scope)
    {
        if (array.Type is not IArrayTypeSymbol { Rank: 1, ElementType: var elementType } || array.DimensionSizes is not [IOperation size])
        {
            throw NotKnown(array);
        }

        if (array.Initializer is { } initializer)
        {
            return new ListValue(array.Type, isArray: true, [.. initializer.ElementValues.Select(element => Evaluate(element, scope))]);
        }

        if (Evaluate(size, scope) is not ConstantValue { Value: int length and >= 0 })
        {
            throw NotKnown(size);
        }

        Spend(new Site(array.Syntax), length);
        var item = length == 0 ? ConstantValue.Null : Default(elementType, array, scope);
        return new ListValue(array.Type, isArray: true, [.. Enumerable.Repeat(item, length)]);
    }

    private Value Create(ICollectionExpressionOperation collection, Scope scope)
    {
        var type = collection.Type;
        var isArray = type is IArrayTypeSymbol || library.Framework.IsSpan(type);
        if (!isArray && !library.Framework.IsList(type) && !library.Framework.IsSequenceInterface(type))
        {
            throw NotKnown(collection);
        }

        var items = new List<Value>();
        foreach (var element in collection.Elements)
        {
            if (element is ISpreadOperation spread)
            {
                if (spread.ElementConversion is { IsIdentity: false, IsReference: false })
                {
                    throw NotKnown(spread);
                }

                items.AddRange(ItemsOf(Evaluate(spread.Operand, scope), spread.Operand));
            }
            else
            {
                items.Add(Evaluate(element, scope));
            }
        }

        return new ListValue(type, isArray, items);
    }

    private Value Default(ITypeSymbol? type, IOperation operation, Scope scope)
    {
        type = type is null ? null : Substitute(type, scope);
        switch (type)
        {
            case null or ITypeParameterSymbol { IsReferenceType: false }:
                throw NotKnown(operation);
            case { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }:
                return ConstantValue.Null;
            case INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } enumType:
                return new EnumValue(enumType, ((ConstantValue)ConvertNumber(new ConstantValue(0), underlying, false, operation)).Value!);
            case { SpecialType: SpecialType.System_Boolean }:
                return ConstantValue.False;
            case { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_Double }:
                return ConvertNumber(new ConstantValue(0), type, false, operation);
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return new TupleValue([.. tuple.TupleElements.Select(element => Default(element.Type, operation, scope))]);
            case INamedTypeSymbol { TypeKind: TypeKind.Struct } own when IsOfThisCompilation(own):
                return WithDefaults(own, operation);
            default:
                throw NotKnown(operation);
        }
    }
}
