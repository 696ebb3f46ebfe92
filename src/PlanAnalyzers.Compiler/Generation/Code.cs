using Microsoft.CodeAnalysis.CSharp;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Generation;

/// <summary>The C# expressions that make values of the model again.</summary>
/// <remarks>Plain C# 7.3, since the plan's project may compile for netstandard2.0.</remarks>
internal static class Code
{
    /// <summary>
    /// Qualifies a type of the model. An alias, since full names would bury what the code says; and behind <c>::</c>, where no type of
    /// the author's can take its place.
    /// </summary>
    public const string Model = "PlanModel::";

    /// <summary>Declares the alias; stands at the top of a file.</summary>
    public const string UsingModel = "using PlanModel = global::PlanAnalyzers.Model;";

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Literal(bool value) => value ? "true" : "false";

    public static string Version(SystemPlatform version) => $"global::PlanAnalyzers.SystemPlatform.{version}";

    /// <summary>The field that holds a declaration in the generated part: in a class of its own, where only the author's names are.</summary>
    /// <remarks>What is generated and private has names with two underscores, which authors do not use.</remarks>
    public static string Name(Declaration declaration) => $"__Declared.{Identifier(declaration.Name)}";

    /// <summary>A name of the author's, which may be a keyword that stood behind an @.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";

    public static string NameOrNull(Declaration? declaration) => declaration is null ? "null" : Name(declaration);

    public static string Of(SystemManagementServer server) =>
        $"new {Model}SystemManagementServer({server.Index}, {Literal(server.Name)}, {Literal(server.Node)})";

    public static string Of(Platform platform) =>
        $"new {Model}Platform({platform.Index}, {Literal(platform.Name)}, {Literal(platform.Node)}, "
        + $"{Model}PlatformRole.{platform.Role}, {NameOrNull(platform.Sms)})";

    public static string Of(AppEngine engine) =>
        $"new {Model}AppEngine({engine.Index}, {Literal(engine.Name)}, {Name(engine.Platform)}, "
        + $"Historized: {Literal(engine.Historized)}, ActiveAtStart: {Literal(engine.ActiveAtStart)}, Primary: {NameOrNull(engine.Primary)})";

    public static string Of(PlatformState state) =>
        $"new {Model}PlatformState({Model}Software.{state.Software}, Deployed: {Literal(state.Deployed)}, Running: {Literal(state.Running)}, "
        + $"RebootPending: {Literal(state.RebootPending)}, SmsConfigured: {Literal(state.SmsConfigured)})";

    public static string Of(EngineState state) =>
        $"new {Model}EngineState({Literal(state.Deployed)}, {Model}RedundancyStatus.{state.Redundancy}, "
        + $"{(state.Objects is { } objects ? $"{Model}Software.{objects}" : "null")})";

    public static string Of(DatabaseState state) =>
        $"new {Model}DatabaseState(Migrated: {Literal(state.Migrated)}, ViewAppsMigrated: {Literal(state.ViewAppsMigrated)}, "
        + $"RuntimeChangesUploaded: {Literal(state.RuntimeChangesUploaded)}, CpuLoadBalancing: {Literal(state.CpuLoadBalancing)})";

    public static string Of(Step step)
    {
        var arguments = step switch
        {
            UploadRuntimeChanges upload => Literal(upload.OverwriteDefaults),
            Manual manual => Literal(manual.Text),
            Approve approve => Literal(approve.Role),
            CascadeDeploy { Selection.Count: > 1 } deploy =>
                $"{Model}ValueList.Of<{Model}DeployTarget>({string.Join(", ", deploy.Selection.Select(Name))})",
            Deploy deploy => $"{Name(deploy.Target)}, global::PlanAnalyzers.ForcedDeployment.{deploy.Answer}",
            _ => string.Join(", ", step.Targets.Select(Name)),
        };
        return $"new {Model}{step.Kind}({arguments})";
    }

    public static string Of(Effect effect)
    {
        var arguments = effect switch
        {
            Outage outage => $"{Name(outage.Engine)}, {Of(outage.Pair)}, {Model}OutageCause.{outage.Cause}",
            BackInService back => $"{Name(back.Engine)}, {Of(back.Pair)}",
            _ => string.Join(", ", effect.Engines.Select(Name)),
        };
        return $"new {Model}{effect.GetType().Name}({arguments})";
    }

    private static string Of(RedundantPair? pair) =>
        pair is null ? "null" : $"new {Model}RedundantPair({Name(pair.Primary)}, {Name(pair.Backup)})";
}
