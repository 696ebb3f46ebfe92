namespace PlanAnalyzers;

/// <summary>Marks a static class whose static readonly fields declare a galaxy: its platforms, engines and System Management Server.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GalaxyAttribute : Attribute;

/// <summary>
/// Marks a static partial class with a method <c>static Plan Define(Plan plan)</c>: the plan that takes a galaxy to a newer version.
/// </summary>
/// <param name="galaxy">The class that declares the galaxy.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class UpgradePlanAttribute(Type galaxy) : Attribute
{
    /// <summary>The class that declares the galaxy.</summary>
    public Type Galaxy { get; } = galaxy;

    /// <summary>The version that the galaxy has.</summary>
    public SystemPlatform From { get; set; }

    /// <summary>The version that the galaxy is to have.</summary>
    public SystemPlatform To { get; set; }
}
