using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Queries that take parts of a sequence, and those that put items with the same key together.</content>
internal sealed partial class Evaluator
{
    private const string CalledAsOften =
        "A function of this query changes something, and how often it is called depends on the version of the framework. Use a loop.";

    /// <summary>When the oldest of what was changed lately was made.</summary>
    private long oldestChange = long.MaxValue;

    private void Changes(long born) => oldestChange = Math.Min(oldestChange, born);

    /// <summary>Does something in which functions of a query are called that must change nothing but what they make themselves.</summary>
    private T WithoutChange<T>(Func<T> work, IOperation operation)
    {
        var before = oldestChange;
        var last = Birth.Last;
        oldestChange = long.MaxValue;
        var result = work();
        if (oldestChange <= last)
        {
            throw NotKnown(operation, CalledAsOften);
        }

        oldestChange = before;
        return result;
    }

    private Value? Partition(IInvocationOperation call, IEnumerable<Value> items, Value[] arguments)
    {
        var all = Steady(items, call);
        switch (call.TargetMethod.Name, arguments)
        {
            case ("Skip", [_, ConstantValue { Value: int count }]):
                return new QueryValue(all.Skip(count));
            case ("Take", [_, ConstantValue { Value: int count }]):
                return new QueryValue(all.Take(count));
            case ("Take", [_, RangeValue range]):
                return new QueryValue(Late(() => all.ToList() is var list && range.Of(list.Count) is var (start, end)
                    ? list.Take(Math.Max(end, 0)).Skip(start)
                    : []));
            case ("SkipLast", [_, ConstantValue { Value: int count }]):
                return new QueryValue(Late(() => all.ToList() is var list && count > 0 ? list.Take(list.Count - count) : list));
            case ("TakeLast", [_, ConstantValue { Value: int count }]):
                return new QueryValue(Late(() => all.ToList() is var list ? list.Skip(list.Count - Math.Max(count, 0)) : []));
            case ("SkipWhile", [_, FunctionValue f]):
                return new QueryValue(TakesIndex(call)
                    ? items.SkipWhile((item, i) => Holds(f, call, item, new ConstantValue(i)))
                    : items.SkipWhile(item => Holds(f, call, item)));
            case ("TakeWhile", [_, FunctionValue f]):
                return new QueryValue(TakesIndex(call)
                    ? items.TakeWhile((item, i) => Holds(f, call, item, new ConstantValue(i)))
                    : items.TakeWhile(item => Holds(f, call, item)));
            default:
                return null;
        }
    }

    private Value? Grouped(IInvocationOperation call, IEnumerable<Value> items, Value[] arguments)
    {
        var equality = new Equality(this, call);
        switch (call.TargetMethod.Name, arguments)
        {
            case ("GroupBy", [_, FunctionValue f]):
                return new QueryValue(Late(() => Groups(f, element: null)));
            case ("GroupBy", [_, FunctionValue f, FunctionValue g]) when call.TargetMethod.TypeParameters is [_, _, { Name: "TElement" }]:
                return new QueryValue(Late(() => Groups(f, g)));
            case ("GroupBy", [_, FunctionValue f, FunctionValue g]):
                return new QueryValue(Late(() => Groups(f, element: null).Select(group => Apply(g, call, group.Key, group))));
            case ("GroupBy", [_, FunctionValue f, FunctionValue g, FunctionValue h]):
                return new QueryValue(Late(() => Groups(f, g).Select(group => Apply(h, call, group.Key, group))));
            case ("ToLookup", [_, FunctionValue f]):
                return new LookupValue([.. Groups(f, element: null)], equality);
            case ("ToLookup", [_, FunctionValue f, FunctionValue g]):
                return new LookupValue([.. Groups(f, g)], equality);
            case ("Join", [_, var inner, FunctionValue f, FunctionValue g, FunctionValue h]):
                return new QueryValue(Late(() =>
                {
                    LookupValue? lookup = null;
                    return items.SelectMany(item => (lookup ??= Lookup(inner, g)).Of(Apply(f, call, item)).Items, (item, match) => Apply(h, call, item, match));
                }));
            case ("GroupJoin", [_, var inner, FunctionValue f, FunctionValue g, FunctionValue h]):
                return new QueryValue(Late(() =>
                {
                    LookupValue? lookup = null;
                    return items.Select(item => Apply(h, call, item, (lookup ??= Lookup(inner, g)).Of(Apply(f, call, item))));
                }));
            case ("ToDictionary", [_, FunctionValue f]):
                return DictionaryOf(items, f, value: null, call);
            case ("ToDictionary", [_, FunctionValue f, FunctionValue g]):
                return DictionaryOf(items, f, g, call);
            case ("ToHashSet", [_]):
                var set = NewDictionary(isSet: true, call);
                foreach (var item in items)
                {
                    set.Set(item, ConstantValue.Null, replace: false);
                }

                return set;
            case ("ExceptBy" or "IntersectBy", [_, var keys, FunctionValue f]):
                return new QueryValue(Late(() =>
                {
                    var others = new HashSet<Value>(ItemsOf(keys, call), equality);
                    return items.Where(item => Apply(f, call, item) is var key && (call.TargetMethod.Name == "ExceptBy" ? others.Add(key) : others.Remove(key)));
                }));
            case ("UnionBy", [_, var second, FunctionValue f]):
                return new QueryValue(Late(() =>
                {
                    var known = new HashSet<Value>(equality);
                    return items.Concat(ItemsOf(second, call)).Where(item => known.Add(Apply(f, call, item)));
                }));
            default:
                return null;
        }

        // What a join looks its items up in is made when its first item is there.
        LookupValue Lookup(Value inner, FunctionValue key) => new([.. GroupsOf(ItemsOf(inner, call), key, element: null, call)], equality);

        IEnumerable<GroupValue> Groups(FunctionValue key, FunctionValue? element) => GroupsOf(items, key, element, call);
    }

    /// <summary>The groups in the order of their first items. A null is a key too, but for a join, where it matches nothing.</summary>
    private IEnumerable<GroupValue> GroupsOf(IEnumerable<Value> items, FunctionValue key, FunctionValue? element, IInvocationOperation call)
    {
        var groups = items
            .Select(item => (Key: Apply(key, call, item), Item: element is null ? item : Apply(element, call, item)))
            .GroupBy(pair => pair.Key, pair => pair.Item, new Equality(this, call))
            .Select(group => new GroupValue(group.Key, group));
        return call.TargetMethod.Name is "Join" or "GroupJoin" ? groups.Where(group => group.Key is not ConstantValue { Value: null }) : groups;
    }
}
