using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Objects of the author's own types: how they are made and copied.</content>
internal sealed partial class Evaluator
{
    private readonly HashSet<INamedTypeSymbol> beingMade = new(SymbolEqualityComparer.Default);

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

        if (library.Framework.IsDictionary(type) || library.Framework.IsSet(type))
        {
            return CreateDictionary(creation, library.Framework.IsSet(type), scope);
        }

        if (type.SpecialType == SpecialType.System_String)
        {
            return CreateText(creation, scope);
        }

        if (library.Framework.IsKeyValuePair(type))
        {
            return new TupleValue([.. Arguments(creation.Arguments, creation.Constructor, first: null, scope).Select(cell => cell.Value!)]);
        }

        if (type.IsTupleType)
        {
            return Arguments(creation.Arguments, creation.Constructor, first: null, scope) is [var key, var value]
                ? new KeyValue(key.Value!, value.Value!)
                : throw NotKnown(creation);
        }

        if (!IsOfThisCompilation(type) || type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || IsAttributeOrException(type))
        {
            throw NotKnown(creation);
        }

        var arguments = Arguments(creation.Arguments, creation.Constructor, first: null, scope);
        var self = new Cell(WithDefaults(type, creation));
        Construct(self, creation.Constructor, arguments, creation, scope);
        return Initialize(self, creation.Initializer, scope);
    }

    /// <summary><c>new T()</c>.</summary>
    private Value Create(ITypeParameterObjectCreationOperation creation, Scope scope)
    {
        if (Substitute(creation.Type!, scope) is not INamedTypeSymbol type)
        {
            throw NotKnown(creation);
        }

        if (!IsOfThisCompilation(type))
        {
            return type.IsValueType ? Default(type, creation, scope) : throw NotKnown(creation);
        }

        var self = new Cell(WithDefaults(type, creation));
        ConstructOf(self, type, creation, scope);
        return Initialize(self, creation.Initializer, scope);
    }

    private void ConstructOf(Cell self, INamedTypeSymbol type, IOperation operation, Scope scope)
    {
        var constructor = type.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty) ?? throw NotKnown(operation);
        Construct(self, constructor, [], operation, scope);
    }

    /// <summary>The constructor whose parameters a class or struct keeps as variables; those of a record are properties.</summary>
    private IMethodSymbol? PrimaryConstructorOf(INamedTypeSymbol type) => type.IsRecord
        ? null
        : type.OriginalDefinition.InstanceConstructors.FirstOrDefault(constructor =>
            constructor is { IsImplicitlyDeclared: false, DeclaringSyntaxReferences: [var reference] } && reference.GetSyntax(cancellation) is TypeDeclarationSyntax);

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

            foreach (var parameter in PrimaryConstructorOf(declared)?.Parameters ?? [])
            {
                instance[parameter] = DefaultOrUnknown(parameter.Type, operation);
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
        var isPrimary = LibrarySymbols.Same(definition, PrimaryConstructorOf(definition.ContainingType));
        for (var i = 0; i < arguments.Length && !isPrimary; i++)
        {
            scope.Declare(definition.Parameters[i], arguments[i]);
        }

        if (definition.IsImplicitlyDeclared)
        {
            if (arguments.Length > 0)
            {
                throw NotKnown(operation); // The copy constructor of a record.
            }

            if (type.IsReferenceType)
            {
                InitializeFields(self, definition.ContainingType, scope);
                ConstructBase(self, definition.ContainingType, operation, scope);
            }

            return; // A struct has its defaults, whatever its fields are initialized with.
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
            ConstructOf(self, parent, operation, scope);
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

        return Initialize(new Cell(original.Copy()), with.Initializer, scope);
    }

    /// <summary>Sets the members that stand in braces behind an object that was just made, or adds the items.</summary>
    private Value Initialize(Cell made, IObjectOrCollectionInitializerOperation? initializer, Scope scope)
    {
        if (initializer is null)
        {
            return made.Value!;
        }

        initialized.Push(made);
        try
        {
            foreach (var member in initializer.Initializers)
            {
                switch (member)
                {
                    case IMemberInitializerOperation inner:
                        var value = Evaluate(inner.InitializedMember, scope);
                        Initialize(inner.InitializedMember.Type is { IsValueType: true } ? Cell(inner.InitializedMember, scope) : new Cell(value), inner.Initializer, scope);
                        break;
                    case ISimpleAssignmentOperation or IInvocationOperation:
                        Evaluate(member, scope);
                        break;
                    default:
                        throw NotKnown(member);
                }
            }
        }
        finally
        {
            initialized.Pop();
        }

        return made.Value!;
    }
}
