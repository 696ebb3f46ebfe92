namespace Company;

/// <summary>Who gives leave, at every plant by the same name.</summary>
public static class Roles
{
    /// <summary>Answers for the plant's process data.</summary>
    public const string Owner = "Process data owner";

    /// <summary>Is responsible for what runs right now.</summary>
    public const string Shift = "Shift supervisor";
}
