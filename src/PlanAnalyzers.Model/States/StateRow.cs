namespace PlanAnalyzers.Model;

/// <summary>The state of one thing of a galaxy in the vendor's words. Two states read alike only where they are equal.</summary>
/// <param name="Name">The name under which the galaxy declares it.</param>
/// <param name="What">What it is and where.</param>
/// <param name="Software">The release installed on it, or the one that the objects run on there.</param>
/// <param name="Deployment">Whether it is deployed.</param>
/// <param name="Status">Everything else.</param>
public sealed record StateRow(string Name, string What, string Software, string Deployment, string Status)
{
    /// <summary>The names of the columns, in the order of the parameters.</summary>
    public static ValueList<string> Columns { get; } = ValueList.Of("Name", "What", "Software", "Deployment", "Status");

    /// <summary>The state without the name, in one line.</summary>
    public string State => string.Join(", ", new[] { Software, Deployment, Status }.Where(part => part.Length > 0));

    /// <summary>All of it in one line.</summary>
    public override string ToString() => $"{Name} ({What}): {State}";
}

/// <summary>A row of the state after a step.</summary>
/// <param name="Row">The row.</param>
/// <param name="HasChanged">Whether the step changed what it says.</param>
public readonly record struct ChangedRow(StateRow Row, bool HasChanged);
