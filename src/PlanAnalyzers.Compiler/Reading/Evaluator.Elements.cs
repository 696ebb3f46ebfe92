using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Elements and parts of arrays, lists and texts.</content>
internal sealed partial class Evaluator
{
    private Value Element(IArrayElementReferenceOperation element, Scope scope)
    {
        if (element.Indices is [IOperation only] && Evaluate(element.ArrayReference, scope) is ListValue list)
        {
            var index = Evaluate(only, scope);
            return index is RangeValue range ? Slice(list, range, element) : list.List[IndexIn(list.List.Count, index, element)];
        }

        throw NotKnown(element);
    }

    private (ListValue List, int Index) Find(IArrayElementReferenceOperation element, Scope scope)
    {
        if (element.Indices is [IOperation only])
        {
            var list = Evaluate<ListValue>(element.ArrayReference, scope);
            return (list, IndexIn(list.List.Count, Evaluate(only, scope), element));
        }

        throw NotKnown(element);
    }

    /// <summary>An element or a part that is counted from the end, of what has no member of its own for that: <c>list[^1]</c>.</summary>
    private Value Element(IImplicitIndexerReferenceOperation element, Scope scope)
    {
        var owner = Evaluate(element.Instance, scope);
        var argument = Evaluate(element.Argument, scope);
        return (owner, argument) switch
        {
            (ListValue, RangeValue) when library.Framework.IsSpan(element.Instance.Type) => throw NotKnown(element, "A part of a span is no copy. Use an array."),
            (ListValue list, RangeValue range) => Slice(list, range, element),
            (ListValue list, _) => list.List[IndexIn(list.List.Count, argument, element)],
            (ConstantValue { Value: string text }, RangeValue range) => Slice(text, range, element),
            (ConstantValue { Value: string text }, _) => new ConstantValue(text[IndexIn(text.Length, argument, element)]),
            _ => throw NotKnown(element),
        };
    }

    private (ListValue List, int Index) Find(IImplicitIndexerReferenceOperation element, Scope scope)
    {
        var list = Evaluate<ListValue>(element.Instance, scope);
        return (list, IndexIn(list.List.Count, Evaluate(element.Argument, scope), element));
    }

    private int IndexIn(int count, Value index, IOperation operation)
    {
        var place = index switch
        {
            ConstantValue { Value: int number } => number,
            ConstantValue { Value: (long or uint or ulong) and var number } => Numbers.Convert(number, SpecialType.System_Int32, isChecked: true) as int? ?? -1,
            IndexValue counted => counted.Of(count),
            _ => throw NotKnown(operation),
        };
        return place >= 0 && place < count
            ? place
            : throw Throws(operation, $"there is no item {place.ToString(Invariant)} among {count.ToString(Invariant)}");
    }

    private IndexValue Index(IOperation operand, Scope scope) => Evaluate(operand, scope) switch
    {
        IndexValue index => index,
        ConstantValue { Value: int number and >= 0 } => new IndexValue(number, isFromEnd: false),
        _ => throw NotKnown(operand),
    };

    private ListValue Slice(ListValue list, RangeValue range, IOperation operation)
    {
        Spend(new Site(operation.Syntax), list.List.Count / 64);
        var (start, end) = range.Of(list.List.Count);
        return start >= 0 && start <= end && end <= list.List.Count
            ? new ListValue(list.Type, list.IsArray, list.List.GetRange(start, end - start))
            : throw Throws(operation, "the range is outside");
    }

    private ConstantValue Slice(string text, RangeValue range, IOperation operation)
    {
        var (start, end) = range.Of(text.Length);
        return start >= 0 && start <= end && end <= text.Length
            ? new ConstantValue(text.Substring(start, end - start))
            : throw Throws(operation, "the range is outside");
    }
}
