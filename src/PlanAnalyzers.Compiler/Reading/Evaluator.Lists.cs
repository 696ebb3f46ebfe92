using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>The methods of lists.</content>
internal sealed partial class Evaluator
{
    private Value CallList(IInvocationOperation call, ListValue list, Scope scope)
    {
        var arguments = Arguments(call.Arguments, call.TargetMethod, first: null, scope).Select(cell => cell.Value!).ToArray();
        Spend(new Site(call.Syntax), 1 + (call.TargetMethod.Name is "IndexOf" or "Remove" ? list.List.Count : list.List.Count / 64));
        switch (call.TargetMethod.Name, arguments)
        {
            case ("Contains", [var wanted]):
                return ConstantValue.Of(ItemsOf(list, call).Any(item => AreEqual(item, wanted, call)));
            case ("IndexOf", [var wanted]):
                return new ConstantValue(list.List.FindIndex(item => AreEqual(item, wanted, call)));
            case ("Find", [FunctionValue f]):
                return ItemsOf(list, call).FirstOrDefault(item => Holds(f, call, item)) ?? Default(call.Type, call, scope);
            case ("FindIndex", [FunctionValue f]):
                return new ConstantValue(list.List.FindIndex(item => Holds(f, call, item)));
            case ("Exists", [FunctionValue f]):
                return ConstantValue.Of(ItemsOf(list, call).Any(item => Holds(f, call, item)));
            case ("TrueForAll", [FunctionValue f]):
                return ConstantValue.Of(ItemsOf(list, call).All(item => Holds(f, call, item)));
            case ("ConvertAll", [FunctionValue f]):
                return new ListValue(Substitute(call.Type!, scope), isArray: false, [.. ItemsOf(list, call).Select(item => Apply(f, call, item))]);
            case ("FindAll", [FunctionValue f]):
                return new ListValue(Substitute(call.Type!, scope), isArray: false, [.. ItemsOf(list, call).Where(item => Holds(f, call, item))]);
            case ("ForEach", [FunctionValue f]):
                foreach (var item in ItemsOf(list, call))
                {
                    Apply(f, call, item);
                }

                return ConstantValue.Null;
            case ("GetRange", [ConstantValue { Value: int start }, ConstantValue { Value: int count }]):
                return start >= 0 && count >= 0 && start <= list.List.Count - count
                    ? new ListValue(Substitute(call.Type!, scope), isArray: false, list.List.GetRange(start, count))
                    : throw Throws(call, "the range is outside");
            case ("ToArray", []):
                return new ListValue(Substitute(call.Type!, scope), isArray: true, [.. list.List]);
        }

        if (IsShared(list.Born))
        {
            throw NotKnown(call, HeldByOthers);
        }

        Changes(list.Born);
        switch (call.TargetMethod.Name, arguments)
        {
            case ("Add", [var item]):
                list.List.Add(item);
                break;
            case ("AddRange", [var items]):
                list.List.AddRange(ItemsOf(items, call).ToArray());
                break;
            case ("Insert", [ConstantValue { Value: int place }, var item]) when place >= 0 && place <= list.List.Count:
                list.List.Insert(place, item);
                break;
            case ("Insert" or "RemoveAt", [ConstantValue { Value: int }, ..]) when !IsPlace(arguments[0], list.List.Count + (arguments.Length - 1)):
                throw Throws(call, "there is no such place");
            case ("RemoveAll", [FunctionValue f]):
                var kept = ItemsOf(list, call).Where(item => !Holds(f, call, item)).ToArray();
                var removed = list.List.Count - kept.Length;
                list.List.Clear();
                list.List.AddRange(kept);
                list.Version += removed;
                return new ConstantValue(removed);
            case ("Sort", []):
                Sort(list, call);
                break;
            case ("Clear", []):
                list.List.Clear();
                break;
            case ("Remove", [var item]):
                var found = list.List.FindIndex(candidate => AreEqual(candidate, item, call));
                if (found < 0)
                {
                    return ConstantValue.False;
                }

                list.List.RemoveAt(found);
                list.Version++;
                return ConstantValue.True;
            case ("RemoveAt", [ConstantValue { Value: int place }]) when place >= 0 && place < list.List.Count:
                list.List.RemoveAt(place);
                break;
            case ("Reverse", []):
                list.List.Reverse();
                break;
            default:
                throw NotKnown(call);
        }

        list.Version++;
        return ConstantValue.Null;
    }

    private static bool IsPlace(Value place, int count) => place is ConstantValue { Value: int number } && number >= 0 && number < count;

    /// <summary>Sorts numbers and letters: of these nobody sees which of two equal ones comes first.</summary>
    private void Sort(ListValue list, IOperation operation)
    {
        var order = new KeyOrder(comparer: null);
        if (!list.List.All(item => item is ConstantValue { Value: not null } && order.CanCompare(item)))
        {
            throw NotKnown(operation, "Only numbers are sorted here. Use OrderBy.");
        }

        Spend(new Site(operation.Syntax), list.List.Count);
        var sorted = list.List.OrderBy(item => item, order).ToArray();
        list.List.Clear();
        list.List.AddRange(sorted);
    }

    /// <summary>The static methods of <c>Array</c>.</summary>
    private Value CallArray(IInvocationOperation call, Scope scope)
    {
        var arguments = Arguments(call.Arguments, call.TargetMethod, first: null, scope).Select(cell => cell.Value!).ToArray();
        if (call.TargetMethod.Name == "Empty")
        {
            return new ListValue(Substitute(call.Type!, scope), isArray: true, []);
        }

        if (arguments is not [ListValue array, ..])
        {
            throw arguments is [ConstantValue { Value: null }, ..] ? Throws(call, "the array is null") : NotKnown(call);
        }

        Spend(new Site(call.Syntax), array.List.Count);

        if (call.TargetMethod.Name is "Reverse" or "Sort")
        {
            Changes(IsShared(array.Born) ? throw NotKnown(call, HeldByOthers) : array.Born);
        }

        switch (call.TargetMethod.Name, arguments)
        {
            case ("Reverse", [_]):
                array.List.Reverse();
                return ConstantValue.Null;
            case ("Sort", [_]):
                Sort(array, call);
                return ConstantValue.Null;
            case ("IndexOf", [_, var wanted]):
                return new ConstantValue(array.List.FindIndex(item => AreEqual(item, wanted, call)));
            case ("Exists", [_, FunctionValue f]):
                return ConstantValue.Of(ItemsOf(array, call).Any(item => Holds(f, call, item)));
            case ("TrueForAll", [_, FunctionValue f]):
                return ConstantValue.Of(ItemsOf(array, call).All(item => Holds(f, call, item)));
            case ("Find", [_, FunctionValue f]):
                return ItemsOf(array, call).FirstOrDefault(item => Holds(f, call, item)) ?? Default(call.Type, call, scope);
            case ("FindIndex", [_, FunctionValue f]):
                return new ConstantValue(array.List.FindIndex(item => Holds(f, call, item)));
            case ("FindAll", [_, FunctionValue f]):
                return new ListValue(Substitute(call.Type!, scope), isArray: true, [.. ItemsOf(array, call).Where(item => Holds(f, call, item))]);
            case ("ConvertAll", [_, FunctionValue f]):
                return new ListValue(Substitute(call.Type!, scope), isArray: true, [.. ItemsOf(array, call).Select(item => Apply(f, call, item))]);
            default:
                throw NotKnown(call);
        }
    }
}
