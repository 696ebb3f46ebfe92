using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Calls of the authoring library: the one place where its methods are given their meaning.</content>
internal sealed partial class Evaluator
{
    private const string APlatformIsNeeded = "A platform that the galaxy declares is needed here.";

    /// <summary>The call without what it is called on: from the method's name to the closing parenthesis.</summary>
    public static Location LocationOf(IInvocationOperation call)
    {
        if (call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } invocation)
        {
            return Location.Create(call.Syntax.SyntaxTree, TextSpan.FromBounds(name.SpanStart, invocation.Span.End));
        }

        return call.Syntax.GetLocation();
    }

    private Value? Invoke(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        return LibrarySymbols.Same(type, library.Plan) ? AddSteps(call)
            : LibrarySymbols.Same(type, library.Platform) ? DeclarePlatform(call)
            : LibrarySymbols.Same(type, library.AppEngine) ? DeclareEngine(call)
            : LibrarySymbols.Same(type, library.SystemManagementServer) ? DeclareServer(call)
            : NotKnown<Value>(call);
    }

    /// <summary>A chain of steps; unrolled, since a long plan may be one expression and must not exhaust the stack.</summary>
    private PlanValue? AddSteps(IInvocationOperation last)
    {
        var calls = new Stack<IInvocationOperation>();
        IOperation receiver = last;
        while (receiver is IInvocationOperation { Instance: { } instance } call
            && LibrarySymbols.Same(call.TargetMethod.ContainingType, library.Plan))
        {
            calls.Push(call);
            receiver = instance;
        }

        if (calls.Count == 0)
        {
            return NotKnown<PlanValue>(last, "A plan starts with the parameter of Define.");
        }

        var plan = Evaluate<PlanValue>(receiver, APlanIsNeeded);
        while (plan is not null && calls.Count > 0)
        {
            var call = calls.Pop();
            if (StepOf(call) is { } step)
            {
                plan = new PlanValue(plan, step, LocationOf(call));
                Plans.Add(plan);
            }
            else
            {
                IsIncomplete = true;
            }
        }

        return plan;
    }

    private Step? StepOf(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "UploadRuntimeChanges":
                return Constant<bool>(call, "overwriteDefaults") is { } overwrite ? new UploadRuntimeChanges(overwrite) : null;
            case "Upgrade":
                return PlatformOf(call) is { } upgraded ? new Upgrade(upgraded) : null;
            case "Reboot":
                return PlatformOf(call) is { } rebooted ? new Reboot(rebooted) : null;
            case "ShutDown":
                return PlatformOf(call) is { } shutDown ? new ShutDown(shutDown) : null;
            case "Start":
                return PlatformOf(call) is { } started ? new Start(started) : null;
            case "MigrateGalaxy":
                return new MigrateGalaxy();
            case "MigrateViewApps":
                return new MigrateViewApps();
            case "CascadeDeploy":
                return SelectionOf(call) is { } selection ? new CascadeDeploy(selection) : null;
            case "Deploy":
                return TargetOf(call, "target") is { } deployed && Constant<int>(call, "answer") is { } answer
                    ? new Deploy(deployed, (ForcedDeployment)answer)
                    : null;
            case "Undeploy":
                return TargetOf(call, "target") is { } undeployed ? new Undeploy(undeployed) : null;
            case "ConfigureSms":
                return PlatformOf(call) is { } configured ? new ConfigureSms(configured) : null;
            case "ForceFailover":
                return TargetOf(call, "engine") is AppEngine engine ? new ForceFailover(engine) : null;
            case "EnableCpuLoadBalancing":
                return new EnableCpuLoadBalancing();
            case "Manual":
                return Text(call, "text") is { } text ? new Manual(text) : null;
            case "Approve":
                return Text(call, "role") is { } role ? new Approve(role) : null;
            default:
                return NotKnown<Step>(call, "Only the methods of Plan that add a step can be read here.");
        }
    }

    private PlatformValue? DeclarePlatform(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "GalaxyRepository" or "RunTime":
                var role = call.TargetMethod.Name == "RunTime" ? PlatformRole.RunTime : PlatformRole.GalaxyRepository;
                return Text(call, "node") is { } node && Text(call, "name") is { } name ? new PlatformValue(name, node, role, sms: null) : null;
            case "ConnectedTo":
                return Evaluate(call.Instance!) is PlatformValue platform
                    && Argument<ServerValue>(call, "sms", "The galaxy's System Management Server is needed here.") is { } sms
                    ? new PlatformValue(platform.Name, platform.Node, platform.Role, sms)
                    : null;
            default:
                return NotKnown<PlatformValue>(call);
        }
    }

    private EngineValue? DeclareEngine(IInvocationOperation call)
    {
        if (call.TargetMethod.Name == "On")
        {
            return Argument<PlatformValue>(call, "platform", APlatformIsNeeded) is { } platform && Text(call, "name") is { } name
                ? new EngineValue(name, platform, primary: null, historized: false, activeAtStart: false)
                : null;
        }

        if (call.Instance is null || Evaluate(call.Instance) is not EngineValue engine)
        {
            return null;
        }

        switch (call.TargetMethod.Name)
        {
            case "BackupOn":
                return Argument<PlatformValue>(call, "platform", APlatformIsNeeded) is { } platform && Text(call, "name") is { } name
                    ? new EngineValue(name, platform, engine, historized: false, activeAtStart: false)
                    : null;
            case "Historized":
                return new EngineValue(engine.Name, engine.Platform, engine.Primary, historized: true, engine.ActiveAtStart);
            case "ActiveAtStart":
                return new EngineValue(engine.Name, engine.Platform, engine.Primary, engine.Historized, activeAtStart: true);
            default:
                return NotKnown<EngineValue>(call);
        }
    }

    private ServerValue? DeclareServer(IInvocationOperation call) =>
        call.TargetMethod.Name != "On" ? NotKnown<ServerValue>(call)
        : Text(call, "node") is { } node && Text(call, "name") is { } name ? new ServerValue(name, node)
        : null;

    private Platform? PlatformOf(IInvocationOperation call) => (Platform?)TargetOf(call, "platform");

    private DeployTarget? TargetOf(IInvocationOperation call, string parameter) => TargetOf(call, ArgumentOf(call, parameter));

    private DeployTarget? TargetOf(IInvocationOperation call, IOperation argument) =>
        Evaluate(argument) switch
        {
            DeclaredValue { Declaration: DeployTarget target } => target,
            ForeignValue foreign => ReportForeign(foreign, call),
            null => null,
            _ => NotKnown<DeployTarget>(argument, "A step needs a platform or engine that the plan's galaxy declares in a field."),
        };

    /// <summary>The first target and those that are selected with it.</summary>
    private ValueList<DeployTarget>? SelectionOf(IInvocationOperation call)
    {
        var targets = ArgumentOf(call, "more") is IArrayCreationOperation { Initializer.ElementValues: var more }
            ? more.Select(argument => TargetOf(call, argument)).Prepend(TargetOf(call, "target")).ToArray()
            : [NotKnown<DeployTarget>(ArgumentOf(call, "more"), "Name the platforms and engines one by one.")];
        return targets.All(target => target is not null) ? targets.Select(target => target!).ToValueList() : null;
    }

    /// <summary>Reports UPG1006 and goes on with what the author most likely meant: the declaration of the same name.</summary>
    private DeployTarget? ReportForeign(ForeignValue foreign, IInvocationOperation call)
    {
        var other = foreign.Field.ContainingType.Name;
        var advice = foreign.Namesake is { } namesake
            ? $"Name {foreign.Galaxy}.{namesake}."
            : $"Name a platform or engine that {foreign.Galaxy} declares.";
        Report(new Problem(
            RuleTable.OtherGalaxy,
            $"{call.TargetMethod.Name} names {foreign.Field.Name} of the galaxy {other}, but this plan upgrades {foreign.Galaxy}: "
            + $"the step would be carried out at another plant. {advice}",
            LocationOf(call),
            foreign.Field.Locations[0]));
        return foreign.Namesake as DeployTarget;
    }

    private Value? Argument(IInvocationOperation call, string parameter) => Evaluate(ArgumentOf(call, parameter));

    private T? Argument<T>(IInvocationOperation call, string parameter, string otherwise)
        where T : Value => Evaluate<T>(ArgumentOf(call, parameter), otherwise);

    private string? Text(IInvocationOperation call, string parameter)
    {
        const string Otherwise = "A text is needed here.";
        return Argument<ConstantValue>(call, parameter, Otherwise) switch
        {
            { Value: string text } => text,
            null => null,
            _ => NotKnown<string>(ArgumentOf(call, parameter), Otherwise),
        };
    }

    private T? Constant<T>(IInvocationOperation call, string parameter)
        where T : struct =>
        Argument(call, parameter) is ConstantValue { Value: T value } ? value : null;

    private static IOperation ArgumentOf(IInvocationOperation call, string parameter) =>
        call.Arguments.First(argument => argument.Parameter?.Name == parameter).Value;
}
