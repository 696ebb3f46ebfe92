using Microsoft.CodeAnalysis;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>A plan with the places of its steps in the source, and what was found while reading it.</summary>
internal sealed record PlanReading
{
    /// <summary>The attribute that marks the class, for what concerns galaxy and versions.</summary>
    public required Location Attribute { get; init; }

    /// <summary>The name of the method that defines the plan, or of the class where there is none.</summary>
    public required Location Define { get; init; }

    /// <summary>The galaxy, or none where the class named is not one.</summary>
    public GalaxyReading? Galaxy { get; init; }

    /// <summary>The plan, or none where it cannot be read.</summary>
    public UpgradePlan? Plan { get; init; }

    /// <summary>Whether the two versions could be read; where not, the plan has the same one twice and what there is to say is said.</summary>
    public required bool HasVersions { get; init; }

    /// <summary>Where the steps come from, in their order.</summary>
    public IReadOnlyList<StepSource> Steps { get; init; } = [];

    /// <summary>What is wrong with the source, in the order of reading.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Whether the class can have a generated part.</summary>
    public required bool CanBeExtended { get; init; }

    /// <summary>The source that all of this was read from, but for that of the galaxy.</summary>
    public required SourceTrail Source { get; init; }

    /// <summary>Whether the class as such can be read: that it lacks something is not known while a part of it is being typed.</summary>
    public required bool IsParsed { get; init; }

    /// <summary>Whether the plan and its galaxy compile, so that what was found is certain.</summary>
    public bool Compiles(SourceModels models, CancellationToken cancellation) =>
        Source.Compiles(models, cancellation) && (Galaxy is null || Galaxy.Source.Compiles(models, cancellation));

    /// <summary>The files of the project that all of this was read from, that of the galaxy included.</summary>
    public IEnumerable<SyntaxTree> Files => Galaxy is null ? Source.Files : Source.Files.Concat(Galaxy.Source.Files).Distinct();

    /// <summary>How the step of a finding came into the plan; nothing for a finding that is about no step.</summary>
    public StepSource? SourceOf(Finding finding) => finding.Place is StepPlace step ? Steps[step.Index] : null;

    /// <summary>The place in the source of a place in the plan or its galaxy.</summary>
    public Location LocationOf(Place place) => place switch
    {
        StepPlace step => Steps[step.Index].Location,
        VersionsPlace => Attribute,
        GalaxyPlace => Galaxy!.Location,
        DeclarationPlace declaration => Galaxy!.LocationOf(declaration.Declaration),
        _ => Define,
    };
}
