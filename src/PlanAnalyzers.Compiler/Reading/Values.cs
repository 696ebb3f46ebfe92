using Microsoft.CodeAnalysis;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>What an expression evaluates to while a plan or a galaxy is read.</summary>
internal abstract class Value;

/// <summary>A number, a string, a truth value or null, as C# has it at run time. The number of an enum's member is another value.</summary>
internal sealed class ConstantValue(object? value) : Value
{
    public static readonly ConstantValue Null = new(null);
    public static readonly ConstantValue True = new(true);
    public static readonly ConstantValue False = new(false);

    public object? Value { get; } = value;

    public static ConstantValue Of(bool truth) => truth ? True : False;
}

/// <summary>A value of an enum.</summary>
internal sealed class EnumValue(INamedTypeSymbol type, object number) : Value
{
    public INamedTypeSymbol Type { get; } = type;

    public object Number { get; } = number;
}

/// <summary>A part of a galaxy as it is being declared, before it has a place in the galaxy.</summary>
internal abstract class DeclarationValue(string name) : Value
{
    public string Name { get; } = name;
}

/// <summary>A System Management Server being declared.</summary>
internal sealed class ServerValue(string name, string node) : DeclarationValue(name)
{
    public string Node { get; } = node;
}

/// <summary>A platform being declared.</summary>
internal sealed class PlatformValue(string name, string node, PlatformRole role, ServerValue? sms) : DeclarationValue(name)
{
    public string Node { get; } = node;

    public PlatformRole Role { get; } = role;

    public ServerValue? Sms { get; } = sms;
}

/// <summary>An engine being declared.</summary>
internal sealed class EngineValue(string name, PlatformValue platform, EngineValue? primary, bool historized, bool activeAtStart)
    : DeclarationValue(name)
{
    public PlatformValue Platform { get; } = platform;

    public EngineValue? Primary { get; } = primary;

    public bool Historized { get; } = historized;

    public bool ActiveAtStart { get; } = activeAtStart;
}

/// <summary>A field of the plan's galaxy, with what it declares.</summary>
internal sealed class DeclaredValue(Declaration declaration) : Value
{
    public Declaration Declaration { get; } = declaration;
}

/// <summary>A field of another galaxy than the plan's.</summary>
/// <param name="field">The field.</param>
/// <param name="galaxy">The galaxy of the plan.</param>
/// <param name="namesake">What the plan's galaxy declares under the same name, if anything.</param>
internal sealed class ForeignValue(ISymbol field, Galaxy galaxy, Declaration? namesake) : Value
{
    public ISymbol Field { get; } = field;

    public Galaxy Galaxy { get; } = galaxy;

    public Declaration? Namesake { get; } = namesake;
}

/// <summary>A redundant pair as a plan is handed it: as of the start of the plan.</summary>
internal sealed class PairValue(RedundantPair pair) : Value
{
    public RedundantPair Pair { get; } = pair;

    public AppEngine Active => Pair.ActiveAtStart;

    public AppEngine Standby => Pair.PartnerOf(Pair.ActiveAtStart);

    /// <summary>The text that the authoring library gives it.</summary>
    public override string ToString() => $"{Active}/{Standby}";
}

/// <summary>What could not be evaluated, with what there is to say about it where it is used.</summary>
internal sealed class UnknownValue(UnreadableException why) : Value
{
    /// <summary>A mistake only where it is used, but then the same one wherever that is.</summary>
    public UnreadableException Why { get; } = why;
}

/// <summary>A plan with one part more than another, or a plan that <c>Define</c> or another function was handed.</summary>
internal sealed class PlanValue : Value
{
    private PlanValue()
    {
        Beginning = this;
    }

    private PlanValue(PlanValue previous, Step? step, PartValue? part, int count, Site site, Trace? trace)
    {
        Beginning = previous.Beginning;
        Previous = previous;
        Step = step;
        Part = part;
        Count = count;
        PartDepth = Math.Max(previous.PartDepth, part?.Depth ?? 0);
        Site = site;
        Trace = trace;
    }

    /// <summary>The plan without steps that this one was made of.</summary>
    public PlanValue Beginning { get; }

    public PlanValue? Previous { get; }

    /// <summary>The step that it has more, or none where that is a <see cref="Part"/>.</summary>
    public Step? Step { get; }

    /// <summary>The phase or the branches that it has more.</summary>
    public PartValue? Part { get; }

    /// <summary>How many steps it has, those of its parts too.</summary>
    public int Count { get; }

    /// <summary>How deep phases and branches are inside one another.</summary>
    public int PartDepth { get; }

    /// <summary>The call that added the step: its name and arguments, without what it is called on.</summary>
    public Site Site { get; }

    public Trace? Trace { get; }

    /// <summary>A plan without steps, which is another one than every other such plan.</summary>
    public static PlanValue WithoutSteps() => new();

    public PlanValue With(Step step, Site site, Trace? trace) => new(this, step, part: null, Count + 1, site, trace);

    public PlanValue With(PartValue part, Site site, Trace? trace) =>
        new(this, step: null, part, Count + part.Plans.Sum(plan => plan.Count), site, trace);

    /// <summary>The plans that were added one after the other to make this one, without the beginning.</summary>
    public IReadOnlyList<PlanValue> Chain()
    {
        var chain = new List<PlanValue>();
        for (var plan = this; plan.Previous is not null; plan = plan.Previous)
        {
            chain.Add(plan);
        }

        chain.Reverse();
        return chain;
    }

    /// <summary>The plans that were made by adding a step, in the order of the steps.</summary>
    public IEnumerable<PlanValue> Steps() =>
        Chain().SelectMany(plan => plan.Part is null ? [plan] : plan.Part.Plans.SelectMany(part => part.Steps()));

    /// <summary>The parts of the plan, as the model has them.</summary>
    public ValueList<PlanPart> Parts() => Chain().Select(plan => plan.Step ?? plan.Part!.ToPlanPart()).ToValueList();
}

/// <summary>A phase or a group of branches, made of plans of their own.</summary>
/// <param name="Title">The title of a phase, or nothing for branches.</param>
/// <param name="Plans">The plan of the phase, or those of the branches.</param>
internal sealed record PartValue(string? Title, IReadOnlyList<PlanValue> Plans)
{
    /// <summary>How deep phases and branches are inside one another, this one included.</summary>
    public int Depth { get; } = 1 + Plans.Select(plan => plan.PartDepth).DefaultIfEmpty().Max();

    public PlanPart ToPlanPart() => Title is null
        ? new InParallel(Plans.Select(plan => new Branch(plan.Parts())).ToValueList())
        : new Phase(Title, Plans[0].Parts());
}
