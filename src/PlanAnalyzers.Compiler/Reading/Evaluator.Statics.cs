using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Static fields. C# initializes those of a type from top to bottom when the first of them is used, and so does this.</content>
internal sealed partial class Evaluator
{
    private readonly Dictionary<INamedTypeSymbol, Initialization> initializations = new(SymbolEqualityComparer.Default);

    /// <summary>When the values of static fields were made: one after the other, after the first of two numbers and up to the other.</summary>
    private readonly List<(long Before, long Last)> shared = [];

    /// <summary>Begins to read a type field by field, in the order of declaration.</summary>
    public void BeginInitialization(INamedTypeSymbol type) => initializations[type] = new Initialization();

    /// <summary>Works out the next field of a type; what it cannot be is said where it is used.</summary>
    public void InitializeField(IFieldSymbol field) => Initialize(field, initializations[field.ContainingType]);

    private Value Field(IFieldReferenceOperation reference, Scope scope)
    {
        var field = reference.Field;
        if (reference.Instance is null)
        {
            return Static(field, field, field.IsReadOnly, reference);
        }

        if (field.ContainingType.IsTupleType)
        {
            return Item(Evaluate(reference.Instance, scope), field, reference);
        }

        if (!IsOfThisCompilation(field.ContainingType))
        {
            throw NotKnown(reference);
        }

        return Evaluate(reference.Instance, scope) switch
        {
            ObjectValue instance => Known(instance[KeyOf(field)], reference),
            ConstantValue { Value: null } => throw Throws(reference, "what it belongs to is null"),
            _ => throw NotKnown(reference),
        };
    }

    /// <summary>What to throw where a field is used whose initializer C# runs later: it goes from top to bottom, and file by file.</summary>
    public UnreadableException DeclaredLater(ISymbol member, IOperation reference, string consequence) => NotKnown(
        reference,
        member.Locations[0].SourceTree is { } file && file != reference.Syntax.SyntaxTree
            ? $"C# initializes the fields of {Path.GetFileName(file.FilePath)}, where {member.Name} is declared, after those of this file: {consequence}. "
                + $"Declare {member.Name} in this file, further up."
            : $"{member.Name} is declared further down, and C# initializes fields from top to bottom: {consequence}. "
                + $"Move the declaration of {member.Name} up.");

    /// <summary>The value of a static field or of the field behind a static auto property.</summary>
    private Value Static(IFieldSymbol field, ISymbol member, bool isReadOnly, IOperation reference)
    {
        if (field.ContainingType is not { } type || !IsOfThisCompilation(type))
        {
            return Member(member, reference) ?? FrameworkField(field) ?? throw NotKnown(reference);
        }

        var isDeclaration = IsDeclaration(field);
        if (initializations.TryGetValue(type, out var begun) && begun.IsUnderway && !begun.Done.Contains(member) && (!isDeclaration || Galaxy is not null))
        {
            throw DeclaredLater(member, reference, "it has no value yet here");
        }

        if (Member(member, reference) is { } known)
        {
            return known;
        }

        if (!isReadOnly || type.IsGenericType)
        {
            throw NotKnown(reference, isReadOnly ? null : $"{member.Name} may change after the plan was checked. Declare it static readonly.");
        }

        if (begun is null)
        {
            begun = initializations[type] = new Initialization();
            InitializeAll(type, begun);
        }

        if (begun.Failure is { } failure)
        {
            throw failure; // Of a type whose initialization throws no field can be used.
        }

        return begun.Values.TryGetValue(member, out var value) ? Known(value, reference) : throw NotKnown(reference);
    }

    private void InitializeAll(INamedTypeSymbol type, Initialization initialization)
    {
        // Whoever uses a field comes from anywhere; what its initializer does has nothing to do with that.
        var before = trace;
        trace = null;
        try
        {
            foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
            {
                if (field is { IsStatic: true, IsConst: false } && initialization.Failure is null)
                {
                    Initialize(field, initialization);
                }
            }
        }
        finally
        {
            trace = before;
            initialization.IsUnderway = false;
        }
    }

    private void Initialize(IFieldSymbol field, Initialization initialization)
    {
        var member = field.AssociatedSymbol ?? field;
        if (!IsDeclaration(field) && !HasStaticConstructor(field.ContainingType) && sources.InitializerOf(member, cancellation) is { } initializer)
        {
            try
            {
                var before = Birth.Last;
                initialization.Values[member] = Evaluate(initializer, new Scope(parent: null, new Frame()));
                Share(before);
            }
            catch (UnreadableException unreadable) when (!unreadable.IsFinal)
            {
                initialization.Failure = unreadable.IsThrown ? unreadable : null;
                initialization.Values[member] = new UnknownValue(unreadable);
            }
        }

        initialization.Done.Add(member);
    }

    /// <summary>Whether a field declares a part of a galaxy, which the readings know by themselves.</summary>
    private bool IsDeclaration(IFieldSymbol field) => library.IsDeclaration(field.Type) && library.IsGalaxy(field.ContainingType);

    /// <summary>A static constructor may assign to any of the fields.</summary>
    private static bool HasStaticConstructor(INamedTypeSymbol type) => type.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared);

    /// <summary>Whether something was made for a static field. Others can see it too, so a plan may look at it but not change it.</summary>
    private bool IsShared(long born) =>
        shared.Count > 0
        && born <= shared[shared.Count - 1].Last
        && ~shared.BinarySearch((born, long.MinValue)) is > 0 and var next
        && born <= shared[next - 1].Last;

    /// <summary>Notes down that what was made lately was made for a static field, that of other static fields which it needed included.</summary>
    private void Share(long before)
    {
        while (shared.Count > 0 && shared[shared.Count - 1].Before >= before)
        {
            shared.RemoveAt(shared.Count - 1);
        }

        shared.Add((before, Birth.Last));
    }

    private Value? FrameworkField(IFieldSymbol field) =>
        field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } ? new ConstantValue("") : null;

    private int ItemIndex(IFieldSymbol item, IOperation operation)
    {
        var tuple = item.ContainingType;
        for (var place = 0; place < tuple.TupleElements.Length; place++)
        {
            var element = tuple.TupleElements[place];
            if (element.Name == item.Name || element.CorrespondingTupleField?.Name == item.Name)
            {
                return place;
            }
        }

        throw NotKnown(operation);
    }

    private Value Item(Value tuple, IFieldSymbol item, IOperation operation) =>
        tuple is TupleValue { Items: var items } ? items[ItemIndex(item, operation)] : throw NotKnown(operation);

    /// <summary>The name under which an object keeps a field; one behind a property is that property's.</summary>
    private static ISymbol KeyOf(IFieldSymbol field) => (field.AssociatedSymbol ?? field).OriginalDefinition;

    /// <summary>How far the fields of a type are initialized.</summary>
    private sealed class Initialization
    {
        public Dictionary<ISymbol, Value> Values { get; } = new(SymbolEqualityComparer.Default);

        public HashSet<ISymbol> Done { get; } = new(SymbolEqualityComparer.Default);

        public bool IsUnderway { get; set; } = true;

        /// <summary>Why the initialization ends before its end, where C# throws in it.</summary>
        public UnreadableException? Failure { get; set; }
    }
}
