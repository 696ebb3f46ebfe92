using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>
/// LINQ. A query is a query here too: its functions are called when its items are asked for, as often as they are asked for.
/// </content>
internal sealed partial class Evaluator
{
    /// <summary>The items of a sequence, each of which counts as a round.</summary>
    private IEnumerable<Value> ItemsOf(Value value, IOperation operation) => value switch
    {
        ListValue list => Counted(list, operation),
        DictionaryValue dictionary => Counted(dictionary, operation),
        SequenceValue sequence => Counted(sequence.Items, operation),
        ConstantValue { Value: string text } => Counted(text.Select(letter => new ConstantValue(letter)), operation),
        ConstantValue { Value: null } => throw Throws(operation, "it is null"),
        _ => throw NotKnown(operation),
    };

    private IEnumerable<Value> Counted(IEnumerable<Value> items, IOperation operation)
    {
        RequireStack(operation); // A loop may make a query over a query over a query.
        var site = new Site(operation.Syntax);
        foreach (var item in items)
        {
            Spend(site);
            yield return item;
        }
    }

    private IEnumerable<Value> Counted(ListValue list, IOperation operation)
    {
        var version = list.Version;
        foreach (var item in Counted(list.Items, operation))
        {
            yield return item;
            if (!list.IsArray && list.Version != version)
            {
                throw Throws(operation, "the list changes while it is run over");
            }
        }
    }

    private Value Query(IInvocationOperation call, Value? receiver, Scope scope)
    {
        var method = call.TargetMethod;
        var arguments = Arguments(call.Arguments, method, receiver, scope).Select(cell => cell.Value!).ToArray();
        if (arguments is [SequenceValue or ConstantValue { Value: string }, ..] && method.Name is not ("Range" or "Repeat"))
        {
            var items = ItemsOf(arguments[0], call);
            return Transformed(call, items, arguments, scope)
                ?? Partition(call, items, arguments)
                ?? Grouped(call, items, arguments)
                ?? Single(call, items, arguments, scope)
                ?? Summary(call, items, arguments, scope)
                ?? throw NotKnown(call);
        }

        return (method.Name, arguments) switch
        {
            ("Range", [ConstantValue { Value: int start }, ConstantValue { Value: int count and >= 0 }]) when (long)start + count - 1 <= int.MaxValue =>
                new QueryValue(Enumerable.Range(start, count).Select(number => new ConstantValue(number))),
            ("Repeat", [var item, ConstantValue { Value: int count and >= 0 }]) => new QueryValue(Enumerable.Repeat(item, count)),
            ("Range" or "Repeat", [_, ConstantValue { Value: int }]) => throw Throws(call, "there cannot be so many items"),
            ("Empty", []) => new QueryValue([]),
            (_, [ConstantValue { Value: null }, ..]) => throw Throws(call, "it is null"),
            _ => throw NotKnown(call),
        };
    }

    /// <summary>The methods that make a sequence of a sequence.</summary>
    private Value? Transformed(IInvocationOperation call, IEnumerable<Value> items, Value[] arguments, Scope scope)
    {
        var equality = new Equality(this, call);
        switch (call.TargetMethod.Name, arguments)
        {
            case ("Where", [_, FunctionValue f]):
                return new QueryValue(TakesIndex(call)
                    ? items.Where((item, i) => Holds(f, call, item, new ConstantValue(i)))
                    : items.Where(item => Holds(f, call, item)));
            case ("Select", [_, FunctionValue f]):
                return new QueryValue(TakesIndex(call)
                    ? items.Select((item, i) => Apply(f, call, item, new ConstantValue(i)))
                    : items.Select(item => Apply(f, call, item)));
            case ("SelectMany", [_, FunctionValue f]) when !TakesIndex(call):
                return new QueryValue(items.SelectMany(item => ItemsOf(Apply(f, call, item), call)));
            case ("SelectMany", [_, FunctionValue f]):
                return new QueryValue(items.SelectMany((item, i) => ItemsOf(Apply(f, call, item, new ConstantValue(i)), call)));
            case ("SelectMany", [_, FunctionValue f, FunctionValue g]) when !TakesIndex(call):
                return new QueryValue(items.SelectMany(item => ItemsOf(Apply(f, call, item), call), (item, inner) => Apply(g, call, item, inner)));
            case ("Reverse", [_]):
                return new QueryValue(Steady(items, call).Reverse());
            case ("Concat", [_, var second]):
                return new QueryValue(items.Concat(ItemsOf(second, call)));
            case ("Append", [_, var item]):
                return new QueryValue(items.Append(item));
            case ("Prepend", [_, var item]):
                return new QueryValue(items.Prepend(item));
            case ("Zip", [_, SequenceValue second, SequenceValue third]):
                return new QueryValue(items.Zip(ItemsOf(second, call), (a, b) => (a, b)).Zip(ItemsOf(third, call), (pair, c) => new TupleValue([pair.a, pair.b, c])));
            case ("Zip", [_, var second]):
                return new QueryValue(items.Zip(ItemsOf(second, call), (a, b) => new TupleValue([a, b])));
            case ("Zip", [_, var second, FunctionValue f]):
                return new QueryValue(items.Zip(ItemsOf(second, call), (a, b) => Apply(f, call, a, b)));
            case ("Distinct", [_]):
                return new QueryValue(items.Distinct(equality));
            case ("DistinctBy", [_, FunctionValue f]):
                return new QueryValue(Late(() =>
                {
                    var known = new HashSet<Value>(equality);
                    return items.Where(item => known.Add(Apply(f, call, item)));
                }));
            case ("Except", [_, var second]):
                return new QueryValue(items.Except(ItemsOf(second, call), equality));
            case ("Intersect", [_, var second]):
                return new QueryValue(items.Intersect(ItemsOf(second, call), equality));
            case ("Union", [_, var second]):
                return new QueryValue(items.Union(ItemsOf(second, call), equality));
            case ("OrderBy" or "OrderByDescending", [_, FunctionValue f, ..]):
                return new OrderedValue(Ordered(items, f, call, arguments.Skip(2).ToArray()));
            case ("Order" or "OrderDescending", [_, ..]):
                return new OrderedValue(Ordered(items, key: null, call, arguments.Skip(1).ToArray()));
            case ("ThenBy" or "ThenByDescending", [OrderedValue ordered, FunctionValue f, ..]) when ordered.Keys < ReadingLimits.ValueDepth:
                var comparison = new KeyOrder(Comparer(arguments.Skip(2).ToArray(), call));
                return new OrderedValue(call.TargetMethod.Name == "ThenBy"
                    ? ordered.Ordered.ThenBy(item => KeyOf(f, item, comparison, call), comparison)
                    : ordered.Ordered.ThenByDescending(item => KeyOf(f, item, comparison, call), comparison), ordered.Keys + 1);
            case ("Chunk", [_, ConstantValue { Value: int and > 0 and var size }]):
                return new QueryValue(Chunks(items, size).Select(chunk => new ListValue(sources.ArrayOf(Substitute(call.TargetMethod.TypeArguments[0], scope), 1), isArray: true, chunk)));
            case ("Chunk", [_, ConstantValue { Value: int }]):
                throw Throws(call, "a part cannot have so many items");
            case ("Index", [_]):
                return new QueryValue(items.Select((item, i) => new TupleValue([new ConstantValue(i), item])));
            case ("DefaultIfEmpty", [_]):
                return new QueryValue(items.DefaultIfEmpty(Default(call.TargetMethod.TypeArguments[0], call, scope)));
            case ("DefaultIfEmpty", [_, var otherwise]):
                return new QueryValue(items.DefaultIfEmpty(otherwise));
            case ("OfType", [_]) when call.TargetMethod.TypeArguments is [var type]:
                return new QueryValue(items.Where(item => IsOfType(item, type, call, scope)));
            case ("Cast", [_]) when call.TargetMethod.TypeArguments is [var type]:
                return new QueryValue(items.Select(item => CastItem(item, type, call, scope)));
            case ("AsEnumerable", [_]):
                return arguments[0];
            case ("ToArray", [_]):
                return new ListValue(Substitute(call.Type!, scope), isArray: true, [.. items]);
            case ("ToList", [_]):
                return new ListValue(Substitute(call.Type!, scope), isArray: false, [.. items]);
            default:
                return null;
        }
    }

    /// <summary>The methods that pick an item.</summary>
    private Value? Single(IInvocationOperation call, IEnumerable<Value> items, Value[] arguments, Scope scope)
    {
        var name = call.TargetMethod.Name;
        var orDefault = name.EndsWith("OrDefault", StringComparison.Ordinal);
        name = orDefault ? name.Substring(0, name.Length - "OrDefault".Length) : name;
        if (name is not ("First" or "Last" or "Single" or "ElementAt") || arguments.Length > (name == "ElementAt" ? 2 : orDefault ? 3 : 2))
        {
            return null;
        }

        var filter = arguments.Skip(1).OfType<FunctionValue>().FirstOrDefault();
        var otherwise = arguments.Skip(name == "ElementAt" ? 2 : filter is null ? 1 : 2).FirstOrDefault();
        var matching = filter is null ? items : items.Where(item => Holds(filter, call, item));
        Value? found;
        switch (name)
        {
            case "First":
                found = matching.FirstOrDefault();
                break;
            case "Last":
                found = Steady(matching, call).LastOrDefault();
                break;
            case "Single":
                // With a function C# asks it of every item; without one it stops at the second.
                var few = filter is null ? matching.Take(2).ToList() : [.. matching];
                found = few.Count <= 1 ? few.FirstOrDefault() : throw Throws(call, "there is more than one item");
                break;
            default:
                var all = Steady(matching, call).ToList();
                var place = arguments[1] switch
                {
                    ConstantValue { Value: int number } => number,
                    IndexValue index => index.Of(all.Count),
                    _ => throw NotKnown(call),
                };
                found = place >= 0 && place < all.Count ? all[place] : null;
                break;
        }

        return found
            ?? (!orDefault ? throw Throws(call, "there is no such item")
                : otherwise ?? Default(call.Type, call, scope));
    }

    /// <summary>The methods that sum a sequence up.</summary>
    private Value? Summary(IInvocationOperation call, IEnumerable<Value> items, Value[] arguments, Scope scope)
    {
        switch (call.TargetMethod.Name, arguments)
        {
            case ("Aggregate", [_, FunctionValue f]):
                return Fold(items, seed: null, f, call);
            case ("Aggregate", [_, var seed, FunctionValue f]):
                return Fold(items, seed, f, call);
            case ("Aggregate", [_, var seed, FunctionValue f, FunctionValue last]):
                return Apply(last, call, Fold(items, seed, f, call));
            case ("Any", [_]):
                return ConstantValue.Of(Steady(items, call).Any());
            case ("Any", [_, FunctionValue f]):
                return ConstantValue.Of(items.Any(item => Holds(f, call, item)));
            case ("All", [_, FunctionValue f]):
                return ConstantValue.Of(items.All(item => Holds(f, call, item)));
            case ("Count", [_]):
                return new ConstantValue(Steady(items, call).Count());
            case ("LongCount", [_]):
                return new ConstantValue(Steady(items, call).LongCount());
            case ("Count", [_, FunctionValue f]):
                return new ConstantValue(items.Count(item => Holds(f, call, item)));
            case ("Contains", [_, var wanted]):
                return ConstantValue.Of(Steady(items, call).Any(item => AreEqual(item, wanted, call)));
            case ("SequenceEqual", [_, var second]):
                return ConstantValue.Of(items.SequenceEqual(ItemsOf(second, call), new Equality(this, call)));
            case ("Sum", [_, ..]) when call.Type is { } type:
                var sum = ConvertNumber(new ConstantValue(0), IsNullable(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type, isChecked: false, call);
                foreach (var item in Mapped(items, arguments.Skip(1).ToArray(), call))
                {
                    sum = item is ConstantValue { Value: null } ? sum
                        : (sum, item) is (ConstantValue { Value: (int or long) and var total }, ConstantValue { Value: (int or long) and var number })
                            ? Operate(BinaryOperatorKind.Add, total, number, isChecked: true, call)
                            : throw NotKnown(call);
                }

                return sum;
            case ("Max" or "Min", [_] or [_, FunctionValue]):
                return Extreme(call, Mapped(items, arguments.Skip(1).ToArray(), call));
            case ("MaxBy" or "MinBy", [_, FunctionValue f]):
                var order = new KeyOrder(comparer: null);
                var sign = call.TargetMethod.Name == "MaxBy" ? 1 : -1;
                (Value Item, Value Key)? first = null;
                foreach (var item in items)
                {
                    var key = KeyOf(f, item, order, call);
                    first = first is null || sign * order.Compare(key, first.Value.Key) > 0 ? (item, key) : first;
                }

                return first?.Item ?? throw Throws(call, "there is no item");
            default:
                return null;
        }
    }

    /// <summary>The greatest or least item. Nulls are passed over, and where there is nothing else the result is one, where it can be.</summary>
    private Value Extreme(IInvocationOperation call, IEnumerable<Value> items)
    {
        var order = new KeyOrder(comparer: null);
        var sign = call.TargetMethod.Name == "Max" ? 1 : -1;
        Value? best = null;
        foreach (var item in items.Where(item => item is not ConstantValue { Value: null }))
        {
            best = !order.CanCompare(item) ? throw NotKnown(call, DependsOnCulture)
                : best is null || sign * order.Compare(item, best) > 0 ? item : best;
        }

        return best ?? (call.Type is { } type && (type.IsReferenceType || IsNullable(type)) ? ConstantValue.Null : throw Throws(call, "there is no item"));
    }

    private IEnumerable<Value> Mapped(IEnumerable<Value> items, Value[] function, IInvocationOperation call) => function switch
    {
        [] => items,
        [FunctionValue f] => items.Select(item => Apply(f, call, item)),
        _ => throw NotKnown(call),
    };

    private Value Fold(IEnumerable<Value> items, Value? seed, FunctionValue function, IInvocationOperation call)
    {
        var result = seed;
        foreach (var item in items)
        {
            result = result is null ? item : Apply(function, call, result, item);
        }

        return result ?? throw Throws(call, "there is no item");
    }

    private IOrderedEnumerable<Value> Ordered(IEnumerable<Value> items, FunctionValue? key, IInvocationOperation call, Value[] comparer)
    {
        var order = new KeyOrder(Comparer(comparer, call));
        return call.TargetMethod.Name.EndsWith("Descending", StringComparison.Ordinal)
            ? items.OrderByDescending(item => KeyOf(key, item, order, call), order)
            : items.OrderBy(item => KeyOf(key, item, order, call), order);
    }

    private StringComparer? Comparer(Value[] arguments, IOperation operation) => arguments switch
    {
        [] or [ConstantValue { Value: null }] => null,
        [ComparerValue { Comparer: var comparer }] => comparer,
        _ => throw NotKnown(operation),
    };

    private Value KeyOf(FunctionValue? function, Value item, KeyOrder order, IInvocationOperation call)
    {
        var key = function is null ? item : WithoutChange(() => Apply(function, call, item), call);
        return order.CanCompare(key)
            ? key
            : throw NotKnown(call, "How these are ordered depends on the culture of the computer, or is not known. Order texts with StringComparer.Ordinal.");
    }

    private bool Holds(FunctionValue function, IInvocationOperation call, params Value[] arguments) =>
        Apply(function, call, arguments) is ConstantValue { Value: bool truth } ? truth : throw NotKnown(call);

    /// <summary>Whether the function that a method is given is handed the place of the item too.</summary>
    private static bool TakesIndex(IInvocationOperation call) =>
        call.TargetMethod.Parameters is [_, { Type: INamedTypeSymbol { TypeArguments.Length: 3 } }, ..];

    /// <summary>
    /// The items of a sequence of which the framework may leave some out where it sees that they are not needed, or may know how many there are.
    /// So working them out must change nothing.
    /// </summary>
    private IEnumerable<Value> Steady(IEnumerable<Value> items, IOperation operation)
    {
        using var all = items.GetEnumerator();
        while (WithoutChange(all.MoveNext, operation))
        {
            yield return all.Current;
        }
    }

    private static IEnumerable<List<Value>> Chunks(IEnumerable<Value> items, int size)
    {
        using var all = items.GetEnumerator();
        while (all.MoveNext())
        {
            List<Value> chunk = [all.Current];
            while (chunk.Count < size && all.MoveNext())
            {
                chunk.Add(all.Current);
            }

            yield return chunk;
        }
    }

    private static IEnumerable<Value> Late(Func<IEnumerable<Value>> items)
    {
        foreach (var item in items())
        {
            yield return item;
        }
    }

    /// <summary>The order of keys. It never throws while something is sorted: what cannot be compared is found before.</summary>
    private sealed class KeyOrder(StringComparer? comparer) : IComparer<Value>
    {
        public bool CanCompare(Value key) => CanCompare(key, depth: 0);

        private bool CanCompare(Value key, int depth) => key switch
        {
            ConstantValue { Value: null } => true,
            ConstantValue { Value: string } => comparer is not null,
            ConstantValue { Value: IComparable and not (float or double) } => comparer is null,
            EnumValue => comparer is null,
            TupleValue tuple => comparer is null && depth < ReadingLimits.ValueDepth && tuple.Items.All(item => CanCompare(item, depth + 1)),
            _ => false,
        };

        public int Compare(Value x, Value y) => (x, y) switch
        {
            (ConstantValue { Value: string a }, ConstantValue { Value: string b }) => comparer!.Compare(a, b),
            (ConstantValue a, ConstantValue b) => System.Collections.Comparer.DefaultInvariant.Compare(a.Value, b.Value),
            (EnumValue a, EnumValue b) => System.Collections.Comparer.DefaultInvariant.Compare(a.Number, b.Number),
            (TupleValue a, TupleValue b) => a.Items.Zip(b.Items, Compare).FirstOrDefault(order => order != 0),
            (ConstantValue, _) => -1, // Null is before everything.
            _ => 1,
        };
    }
}
