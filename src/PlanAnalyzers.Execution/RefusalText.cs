namespace PlanAnalyzers.Execution;

/// <summary>What is said of a plan that must not be carried out.</summary>
internal static class RefusalText
{
    public static void Write(TextWriter error, string plan, IReadOnlyList<string> reasons)
    {
        SafeText.WriteLine(error, $"The plan {plan} is refused; nothing was done.");
        foreach (var reason in reasons)
        {
            SafeText.WriteLine(error, $"  {reason}");
        }

        SafeText.WriteLine(
            error,
            "Correct the plan and build it again. `dotnet build` and the editor show each error at the step that causes it.");
        error.Flush();
    }
}
