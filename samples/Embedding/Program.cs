using System.Globalization;
using PlanAnalyzers.Model;

// A program of your own that knows a plan. Without arguments it says where the plan stands and what may be done next; `take 7` says that step 7
// was done. docs/embedding.md goes through it.
try
{
    var progress = Progress.Open("twin.progress");
    if (args is ["take", var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var number))
    {
        var taken = progress.Take(number);
        Console.WriteLine($"Taken: {taken.Step.Instruction}.");
        foreach (var effect in taken.Effects)
        {
            Console.WriteLine($"  {effect}");
        }
    }
    else if (args is not [])
    {
        Console.Error.WriteLine("Give nothing, or 'take' and the number of a step.");
        return 2;
    }

    Show(progress.Machine);
    return 0;
}
catch (InvalidOperationException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}

static void Show(PlanStateMachine machine)
{
    var plan = TwinUpgrade.Validated.Plan;
    foreach (var row in new StateText(plan).Rows(machine.Current))
    {
        Console.WriteLine(row);
    }

    Console.WriteLine(machine.IsFinished ? "Every step is done." : $"Done: {machine.Taken} of {plan.Steps.Count} steps. What may be done next:");
    foreach (var (place, transition) in machine.NextPlaces.Zip(machine.Next))
    {
        Console.WriteLine($"  {place + 1}: {transition.Step.Instruction}{(transition.Effects.Any(effect => effect is Outage) ? " (outage)" : "")}");
    }
}
