using System.Globalization;

namespace PlanAnalyzers.Execution;

/// <summary>Which steps are done and which come next, in words; side by side neither need be one step.</summary>
internal static class StepList
{
    /// <summary>The steps that were done: <c>after step 7, Upgrade P2</c>, or <c>after steps 1-7 and 9</c> where one is left out.</summary>
    public static string Done(PlanOutline outline, IEnumerable<int> done)
    {
        var numbers = done.Order().ToArray();
        if (numbers.Length == 0)
        {
            return "before the first step";
        }

        if (numbers[^1] == numbers.Length)
        {
            return $"after step {Number(numbers[^1])}, {outline.Steps[numbers[^1] - 1].Transition.Step.Instruction}";
        }

        var ranges = new List<string>();
        for (var first = 0; first < numbers.Length;)
        {
            var last = first;
            while (last + 1 < numbers.Length && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            ranges.Add(first == last ? Number(numbers[first]) : $"{Number(numbers[first])}-{Number(numbers[last])}");
            first = last + 1;
        }

        return numbers.Length == 1 ? $"after step {ranges[0]}" : $"after steps {And(ranges)}";
    }

    /// <summary>The steps that can be taken, each with its branch, and what follows them.</summary>
    public static string Next(PlanOutline outline, IReadOnlyList<int> numbers)
    {
        var steps = numbers.Select(number => outline.Steps[number - 1])
            .Select(step => $"step {Number(step.Number)}, {step.Transition.Step.Instruction}{(step.Branch is null ? "" : $" (branch {step.Branch})")}")
            .ToArray();
        return $"{string.Join("; ", steps)}, and all after {(steps.Length == 1 ? "it" : "them")}";
    }

    private static string And(List<string> items) =>
        items.Count == 1 ? items[0] : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
