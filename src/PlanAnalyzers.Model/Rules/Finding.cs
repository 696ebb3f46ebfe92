namespace PlanAnalyzers.Model;

/// <summary>A place in a plan or in its galaxy.</summary>
public abstract record Place;

/// <summary>A step of the plan.</summary>
/// <param name="Index">Its place among the steps, from 0.</param>
public sealed record StepPlace(int Index) : Place;

/// <summary>The plan as a whole.</summary>
public sealed record PlanPlace : Place;

/// <summary>The versions that the plan goes between.</summary>
public sealed record VersionsPlace : Place;

/// <summary>The galaxy as a whole.</summary>
public sealed record GalaxyPlace : Place;

/// <summary>A declaration of the galaxy.</summary>
/// <param name="Declaration">What is declared.</param>
public sealed record DeclarationPlace(Declaration Declaration) : Place;

/// <summary>A line of the site's export.</summary>
/// <param name="Line">The line, from 1.</param>
public sealed record ExportPlace(int Line) : Place;

/// <summary>A rule that is broken: where, and what that means to the plant.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Place">Where it is broken.</param>
/// <param name="Message">What happens in the plant and what to do, with the author's own names.</param>
/// <param name="Others">Other places that matter, such as the platform's declaration or an earlier step.</param>
public sealed record Finding(Rule Rule, Place Place, string Message, ValueList<Place> Others)
{
    /// <summary>
    /// The steps that are missing, in order: before the step where the finding is about one, at some place after it or before the end of
    /// the plan where the rule is about the end. They may stand elsewhere in the plan, where they are too late.
    /// </summary>
    public ValueList<Step> Missing { get; init; } = ValueList<Step>.Empty;

    /// <summary>The declaration as the site has it, where the finding is that the galaxy has another one or none.</summary>
    public Declaration? Correction { get; init; }

    /// <summary>Whether a plan with this finding must not be carried out.</summary>
    public bool IsError => Rule.Severity == RuleSeverity.Error;

    /// <summary>Id and message: <c>UPG4006: …</c>.</summary>
    public override string ToString() => $"{Rule.Id}: {Message}";
}
