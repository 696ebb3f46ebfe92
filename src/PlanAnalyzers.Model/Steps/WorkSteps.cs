namespace PlanAnalyzers.Model;

/// <summary>Work that the galaxy's state knows nothing of.</summary>
/// <param name="Text">What is done, as an instruction.</param>
public sealed record Manual(string Text) : Step
{
    /// <inheritdoc />
    public override string Instruction => Text;

    /// <inheritdoc />
    public override string ToString() => $"{Kind}(\"{Text}\")";
}

/// <summary>Somebody gives leave to go on.</summary>
/// <param name="Role">Who.</param>
public sealed record Approve(string Role) : Step
{
    /// <inheritdoc />
    public override string Instruction => $"Approval by {Role}";

    /// <inheritdoc />
    public override string ToString() => $"{Kind}(\"{Role}\")";
}
