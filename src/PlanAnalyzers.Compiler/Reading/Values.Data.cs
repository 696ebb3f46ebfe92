using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>A tuple. It cannot change: assigning to an item of a variable puts another tuple into the variable.</summary>
internal class TupleValue(IReadOnlyList<Value> items) : Value
{
    public IReadOnlyList<Value> Items { get; } = items;

    public TupleValue With(int index, Value item) => new([.. Items.Select((old, i) => i == index ? item : old)]);
}

/// <summary>An entry of a dictionary, which is taken apart as a tuple is.</summary>
internal sealed class KeyValue(Value key, Value value) : TupleValue([key, value]);

/// <summary>
/// An object of a class, record or struct of the author's own, or of an anonymous type. Structs are values of C#, so they are never changed
/// once they are made: assigning to a field of a variable puts another object into the variable.
/// </summary>
internal sealed class ObjectValue(INamedTypeSymbol type) : Value
{
    private readonly Dictionary<ISymbol, Value> fields = new(SymbolEqualityComparer.Default);

    private ObjectValue(ObjectValue other)
        : this(other.Type)
    {
        foreach (var field in other.fields)
        {
            fields.Add(field.Key, field.Value);
        }
    }

    public INamedTypeSymbol Type { get; } = type;

    public long Born { get; } = Birth.Next();

    public IReadOnlyDictionary<ISymbol, Value> Fields => fields;

    public IEnumerable<Value> Values => fields.Values;

    /// <summary>The value of a field, an auto property or a parameter that the primary constructor keeps.</summary>
    public Value? this[ISymbol member]
    {
        get => fields.TryGetValue(member.OriginalDefinition, out var value) ? value : null;
        set => fields[member.OriginalDefinition] = value!;
    }

    public ObjectValue Copy() => new(this);
}

/// <summary>What <c>foreach</c> and queries run over.</summary>
internal abstract class SequenceValue : Value
{
    /// <summary>The items; of a query they are worked out anew each time, as C# does.</summary>
    public abstract IEnumerable<Value> Items { get; }
}

/// <summary>An array, or a list, which can grow.</summary>
internal sealed class ListValue(ITypeSymbol? type, bool isArray, List<Value> items) : SequenceValue
{
    public ITypeSymbol? Type { get; } = type;

    public bool IsArray { get; } = isArray;

    public long Born { get; } = Birth.Next();

    public List<Value> List { get; } = items;

    /// <summary>Counts the changes, since a list must not change while somebody runs over it; an array may.</summary>
    public int Version { get; set; }

    public override IEnumerable<Value> Items
    {
        get
        {
            for (var i = 0; i < List.Count; i++)
            {
                yield return List[i];
            }
        }
    }
}

/// <summary>
/// A dictionary, or a set, whose items are its keys. It gives its items in the order in which they were added, except that a new one takes the
/// place of the one that was removed last.
/// </summary>
internal sealed class DictionaryValue(bool isSet, IEqualityComparer<Value> equality) : SequenceValue
{
    private readonly Dictionary<Value, int> places = new(equality);
    private readonly List<(Value Key, Value Value)?> entries = [];
    private readonly Stack<int> free = new();

    public bool IsSet { get; } = isSet;

    public long Born { get; } = Birth.Next();

    /// <summary>Counts what is added, since nothing must be added while somebody runs over it.</summary>
    public int Version { get; private set; }

    public int Count => places.Count;

    public IEnumerable<(Value Key, Value Value)> Entries => entries.OfType<(Value Key, Value Value)>();

    public override IEnumerable<Value> Items => Entries.Select(entry => IsSet ? entry.Key : new KeyValue(entry.Key, entry.Value));

    public Value? Find(Value key) => places.TryGetValue(key, out var place) ? entries[place]!.Value.Value : null;

    /// <summary>Adds or replaces a value, where it may.</summary>
    /// <returns>Whether the key was not there before.</returns>
    public bool Set(Value key, Value value, bool replace)
    {
        if (places.TryGetValue(key, out var place))
        {
            entries[place] = replace ? (entries[place]!.Value.Key, value) : entries[place];
            return false;
        }

        place = free.Count > 0 ? free.Pop() : entries.Count;
        if (place == entries.Count)
        {
            entries.Add(item: null);
        }

        entries[place] = (key, value);
        places.Add(key, place);
        Version++;
        return true;
    }

    public bool Remove(Value key)
    {
        if (!places.TryGetValue(key, out var place))
        {
            return false;
        }

        places.Remove(key);
        entries[place] = null;
        free.Push(place);
        return true;
    }

    public void Clear()
    {
        places.Clear();
        entries.Clear();
        free.Clear();
        Version++;
    }
}

/// <summary>A type itself: <c>typeof(int)</c>.</summary>
internal sealed class TypeValue(ITypeSymbol type) : Value
{
    public ITypeSymbol Type { get; } = type;
}

/// <summary>The culture that is the same on every computer.</summary>
internal sealed class InvariantValue : Value;

/// <summary>A query: its items are not known before somebody asks.</summary>
internal class QueryValue(IEnumerable<Value> items) : SequenceValue
{
    public override IEnumerable<Value> Items { get; } = items;
}

/// <summary>A query whose order further keys can refine.</summary>
/// <param name="items">The items.</param>
/// <param name="keys">By how many keys they are ordered.</param>
internal sealed class OrderedValue(IOrderedEnumerable<Value> items, int keys = 1) : QueryValue(items)
{
    public int Keys { get; } = keys;

    public IOrderedEnumerable<Value> Ordered { get; } = items;
}

/// <summary>Items with the same key.</summary>
internal sealed class GroupValue(Value key, IEnumerable<Value> items) : QueryValue(items)
{
    public Value Key { get; } = key;
}

/// <summary>Groups that are found by their keys.</summary>
internal sealed class LookupValue(IReadOnlyList<GroupValue> groups, IEqualityComparer<Value> equality) : QueryValue(groups)
{
    public bool Contains(Value key) => Find(key) is not null;

    /// <summary>The items with a key, of which there may be none.</summary>
    public SequenceValue Of(Value key) => (SequenceValue?)Find(key) ?? new QueryValue([]);

    private GroupValue? Find(Value key) => groups.FirstOrDefault(group => equality.Equals(group.Key, key));
}

/// <summary>A lambda, a local function, or a method used as a value.</summary>
/// <param name="method">The method.</param>
/// <param name="body">The body, where it is not that of a method of a type.</param>
/// <param name="captured">The variables around it, where it has any.</param>
/// <param name="receiver">What the method is called on, if anything.</param>
internal sealed class FunctionValue(IMethodSymbol method, IBlockOperation? body, Scope? captured, Value? receiver) : Value
{
    public IMethodSymbol Method { get; } = method;

    public IBlockOperation? Body { get; } = body;

    public Scope? Captured { get; } = captured;

    public Value? Receiver { get; } = receiver;
}

/// <summary>A place in a sequence, counted from its beginning or its end: <c>^1</c>.</summary>
internal sealed class IndexValue(int value, bool isFromEnd) : Value
{
    public int Of(int length) => isFromEnd ? length - value : value;
}

/// <summary>A part of a sequence: <c>1..^1</c>.</summary>
internal sealed class RangeValue(IndexValue start, IndexValue end) : Value
{
    public (int Start, int End) Of(int length) => (start.Of(length), end.Of(length));
}

/// <summary>A comparison of texts that does not depend on a culture.</summary>
internal sealed class ComparerValue(StringComparer comparer) : Value
{
    public StringComparer Comparer { get; } = comparer;
}
