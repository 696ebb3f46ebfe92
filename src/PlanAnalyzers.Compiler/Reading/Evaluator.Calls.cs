using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Calls of a plan's methods: the one place where they are given their meaning.</content>
internal sealed partial class Evaluator
{
    private const string AFunctionIsNeeded = "A lambda, a local function or a method of this project is needed here.";

    private const string ATargetIsNeeded = "A step needs a platform or engine that the plan's galaxy declares in a field.";

    private PlanValue AddToPlan(IInvocationOperation call, Value? receiver, Scope scope)
    {
        if (call.Instance is null)
        {
            throw NotKnown(call, "A plan starts with the parameter of Define.");
        }

        var plan = receiver as PlanValue ?? throw NotKnown(ReceiverOf(call)!, APlanIsNeeded);
        switch (call.TargetMethod.Name)
        {
            case "Phase":
                var title = Text(call, "title", scope);
                return Add(plan, new PartValue(title, [PlanOf(call, ArgumentOf(call, "part"), scope)]), call);
            case "InParallel":
                return Add(plan, new PartValue(Title: null, PlansOf(call, ArgumentOf(call, "branches"), scope)), call);
            case "ForEachPair":
                var each = Argument<FunctionValue>(call, "steps", scope, AFunctionIsNeeded);
                return (Galaxy ?? throw NotKnown(call)).Pairs.Aggregate(
                    plan, (before, pair) => GoesOnWith(before, Apply(each, call, before, new PairValue(pair)), call, ArgumentOf(call, "steps")));
            default:
                return Add(plan, StepOf(call, scope), call);
        }
    }

    /// <summary>What a function adds to a plan of its own.</summary>
    private PlanValue PlanOf(IInvocationOperation call, IOperation function, Scope scope) =>
        PlanOf(call, Evaluate<FunctionValue>(function, scope, AFunctionIsNeeded), function);

    private PlanValue PlanOf(IInvocationOperation call, FunctionValue function, IOperation place)
    {
        var own = PlanValue.WithoutSteps();
        return GoesOnWith(own, Apply(function, call, own), call, place);
    }

    /// <summary>The branches, each of which is made when the one before it is, as the authoring library does.</summary>
    private PlanValue[] PlansOf(IInvocationOperation call, IOperation branches, Scope scope)
    {
        var functions = ItemsOf(Evaluate(branches, scope), branches).ToArray();
        var written = branches is IArrayCreationOperation { Initializer.ElementValues: var elements } && elements.Length == functions.Length
            ? elements
            : [.. functions.Select(_ => branches)];
        return [.. functions.Select((function, i) => PlanOf(call, function as FunctionValue ?? throw NotKnown(written[i], AFunctionIsNeeded), written[i]))];
    }

    private PlanValue GoesOnWith(PlanValue handed, Value result, IInvocationOperation call, IOperation function) =>
        result is PlanValue plan && plan.Beginning == handed.Beginning
            ? plan
            : throw NotKnown(function, $"It does not go on with the plan that {call.TargetMethod.Name} hands to it. Return that plan, with steps added.");

    private Step StepOf(IInvocationOperation call, Scope scope)
    {
        switch (call.TargetMethod.Name)
        {
            case "UploadRuntimeChanges":
                return new UploadRuntimeChanges(Truth(call, "overwriteDefaults", scope));
            case "Upgrade":
                return new Upgrade(PlatformOf(call, scope));
            case "Reboot":
                return new Reboot(PlatformOf(call, scope));
            case "ShutDown":
                return new ShutDown(PlatformOf(call, scope));
            case "Start":
                return new Start(PlatformOf(call, scope));
            case "MigrateGalaxy":
                return new MigrateGalaxy();
            case "MigrateViewApps":
                return new MigrateViewApps();
            case "CascadeDeploy":
                return new CascadeDeploy(SelectionOf(call, scope));
            case "Deploy":
                return new Deploy(TargetOf(call, "target", scope), Answer(call, scope));
            case "Undeploy":
                return new Undeploy(TargetOf(call, "target", scope));
            case "ConfigureSms":
                return new ConfigureSms(PlatformOf(call, scope));
            case "ForceFailover":
                return new ForceFailover((AppEngine)TargetOf(call, "engine", scope));
            case "EnableCpuLoadBalancing":
                return new EnableCpuLoadBalancing();
            case "Manual":
                return new Manual(Text(call, "text", scope));
            case "Approve":
                return new Approve(Text(call, "role", scope));
            default:
                throw NotKnown(call, "Only the methods of Plan that add a step can be read here.");
        }
    }

    private Platform PlatformOf(IInvocationOperation call, Scope scope) => (Platform)TargetOf(call, "platform", scope);

    private DeployTarget TargetOf(IInvocationOperation call, string parameter, Scope scope) =>
        ArgumentOf(call, parameter) is var argument ? TargetOf(call, Evaluate(argument, scope), argument) : throw NotKnown(call);

    private DeployTarget TargetOf(IInvocationOperation call, Value value, IOperation argument) => value switch
    {
        DeclaredValue { Declaration: DeployTarget target } => target,
        ForeignValue foreign => Namesake(foreign, call),
        ConstantValue { Value: null } => throw NotKnown(argument, $"It is null here. {ATargetIsNeeded}"),
        _ => throw NotKnown(argument, ATargetIsNeeded),
    };

    /// <summary>The first target and those that are selected with it.</summary>
    private ValueList<DeployTarget> SelectionOf(IInvocationOperation call, Scope scope)
    {
        var first = TargetOf(call, "target", scope);
        var more = ArgumentOf(call, "more");
        return more is IArrayCreationOperation { IsImplicit: true, Initializer.ElementValues: var written }
            ? written.Select(argument => TargetOf(call, Evaluate(argument, scope), argument)).Prepend(first).ToValueList()
            : ItemsOf(Evaluate(more, scope), more).Select(item => TargetOf(call, item, more)).Prepend(first).ToValueList();
    }

    /// <summary>Reports UPG1006 and goes on with what the author most likely meant: the declaration of the same name.</summary>
    private DeployTarget Namesake(ForeignValue foreign, IInvocationOperation call)
    {
        var other = foreign.Field.ContainingType.Name;
        var advice = foreign.Namesake is { } namesake
            ? $"Name {foreign.Galaxy}.{namesake}."
            : $"Name a platform or engine that {foreign.Galaxy} declares.";
        var site = Site.OfCall(call.Syntax);
        var (place, calls) = Define!.PlaceOf(site, trace);
        var others = place == site ? ImmutableArray<Location>.Empty : [site.Location];
        var problem = new Problem(
            RuleTable.OtherGalaxy,
            With(
                calls,
                trace,
                $"{call.TargetMethod.Name} names {foreign.Field.Name} of the galaxy {other}, but this plan upgrades {foreign.Galaxy}: "
                + $"the step would be carried out at another plant. {advice}"),
            place.Location,
            sources.Declares(foreign.Field) ? others.Add(foreign.Field.Locations[0]) : others);
        if (foreign.Namesake is not DeployTarget meant)
        {
            throw new UnreadableException(problem);
        }

        Report(problem);
        return meant;
    }

    private T Argument<T>(IInvocationOperation call, string parameter, Scope scope, string otherwise)
        where T : Value => Evaluate<T>(ArgumentOf(call, parameter), scope, otherwise);

    private string Text(IInvocationOperation call, string parameter, Scope scope)
    {
        const string Otherwise = "A text is needed here.";
        return Argument<ConstantValue>(call, parameter, scope, Otherwise).Value as string ?? throw NotKnown(ArgumentOf(call, parameter), Otherwise);
    }

    private bool Truth(IInvocationOperation call, string parameter, Scope scope) => IsTrue(ArgumentOf(call, parameter), scope);

    private ForcedDeployment Answer(IInvocationOperation call, Scope scope) =>
        Evaluate(ArgumentOf(call, "answer"), scope) is EnumValue { Number: int answer }
            ? (ForcedDeployment)answer
            : throw NotKnown(ArgumentOf(call, "answer"));

    private IOperation ArgumentOf(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value ?? throw NotKnown(call);
}
