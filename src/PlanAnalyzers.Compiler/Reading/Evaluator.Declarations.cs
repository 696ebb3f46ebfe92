using Microsoft.CodeAnalysis.Operations;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Calls that declare a galaxy.</content>
internal sealed partial class Evaluator
{
    private const string APlatformIsNeeded = "A platform that the galaxy declares is needed here.";

    private Value Declare(IInvocationOperation call, Value? receiver, Scope scope)
    {
        var type = call.TargetMethod.ContainingType;
        return LibrarySymbols.Same(type, library.Platform) ? DeclarePlatform(call, receiver, scope)
            : LibrarySymbols.Same(type, library.AppEngine) ? DeclareEngine(call, receiver, scope)
            : DeclareServer(call, scope);
    }

    private PlatformValue DeclarePlatform(IInvocationOperation call, Value? receiver, Scope scope)
    {
        switch (call.TargetMethod.Name)
        {
            case "GalaxyRepository" or "RunTime":
                var role = call.TargetMethod.Name == "RunTime" ? PlatformRole.RunTime : PlatformRole.GalaxyRepository;
                var node = Text(call, "node", scope);
                return new PlatformValue(Text(call, "name", scope), node, role, sms: null);
            case "ConnectedTo" when receiver is PlatformValue platform:
                var sms = Argument<ServerValue>(call, "sms", scope, "The galaxy's System Management Server is needed here.");
                return new PlatformValue(platform.Name, platform.Node, platform.Role, sms);
            default:
                throw NotKnown(call);
        }
    }

    private EngineValue DeclareEngine(IInvocationOperation call, Value? receiver, Scope scope)
    {
        switch (call.TargetMethod.Name, receiver as EngineValue)
        {
            case ("On", _):
                var platform = Argument<PlatformValue>(call, "platform", scope, APlatformIsNeeded);
                return new EngineValue(Text(call, "name", scope), platform, primary: null, historized: false, activeAtStart: false);
            case ("BackupOn", { } primary):
                var other = Argument<PlatformValue>(call, "platform", scope, APlatformIsNeeded);
                return new EngineValue(Text(call, "name", scope), other, primary, historized: false, activeAtStart: false);
            case ("Historized", { } engine):
                return new EngineValue(engine.Name, engine.Platform, engine.Primary, historized: true, engine.ActiveAtStart);
            case ("ActiveAtStart", { } engine):
                return new EngineValue(engine.Name, engine.Platform, engine.Primary, engine.Historized, activeAtStart: true);
            default:
                throw NotKnown(call);
        }
    }

    private ServerValue DeclareServer(IInvocationOperation call, Scope scope)
    {
        if (call.TargetMethod.Name != "On")
        {
            throw NotKnown(call);
        }

        var node = Text(call, "node", scope);
        return new ServerValue(Text(call, "name", scope), node);
    }
}
