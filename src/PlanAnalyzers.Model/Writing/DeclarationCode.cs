namespace PlanAnalyzers.Model;

/// <summary>A declaration of a galaxy as it is written: what stands behind the equals sign.</summary>
/// <param name="nameOf">How a declaration is named where this one is to stand.</param>
/// <param name="typeOf">How a type of the authoring library is named there.</param>
public sealed class DeclarationCode(Func<Declaration, string> nameOf, Func<string, string> typeOf)
{
    /// <summary>The code of a declaration.</summary>
    /// <param name="declaration">The declaration.</param>
    public string Of(Declaration declaration) => declaration switch
    {
        SystemManagementServer server => $"{typeOf(nameof(SystemManagementServer))}.On({CSharpText.Literal(server.Node)})",
        Platform platform => $"{typeOf(nameof(Platform))}.{platform.Role}({CSharpText.Literal(platform.Node)})"
            + (platform.Sms is { } sms ? $".ConnectedTo({nameOf(sms)})" : ""),
        AppEngine engine => (engine.Primary is { } primary ? $"{nameOf(primary)}.BackupOn(" : $"{typeOf(nameof(AppEngine))}.On(")
            + $"{nameOf(engine.Platform)})"
            + (engine.Historized ? ".Historized()" : "")
            + (engine.ActiveAtStart ? ".ActiveAtStart()" : ""),
        _ => throw new InvalidOperationException($"A {declaration.GetType().Name} cannot be written."),
    };
}
