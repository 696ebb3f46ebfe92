using Microsoft.CodeAnalysis;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>What an expression evaluates to while a plan or a galaxy is read.</summary>
internal abstract class Value;

/// <summary>A constant of C#: a number, a string, a truth value, an enum member's number, or null.</summary>
internal sealed class ConstantValue(object? value) : Value
{
    public object? Value { get; } = value;
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

/// <summary>What could not be evaluated, with what there is to say about it where it is used.</summary>
internal sealed class UnknownValue(IReadOnlyList<Problem> problems, bool isBroken) : Value
{
    public IReadOnlyList<Problem> Problems { get; } = problems;

    public bool IsBroken { get; } = isBroken;
}

/// <summary>A plan with one step more than another, or the plan that <c>Define</c> was handed.</summary>
internal sealed class PlanValue : Value
{
    /// <summary>The plan without steps.</summary>
    public PlanValue()
    {
    }

    public PlanValue(PlanValue previous, Step step, Location location)
    {
        Previous = previous;
        Step = step;
        Location = location;
    }

    public PlanValue? Previous { get; }

    public Step? Step { get; }

    /// <summary>The call that added the step: its name and arguments, without what it is called on.</summary>
    public Location? Location { get; }
}
