using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>Reads an <c>[UpgradePlan]</c> class. The analyzer and the generator both ask this, and nothing else.</summary>
internal sealed class PlanReader
{
    private static readonly Memo<PlanReading> Known = new();

    private readonly SourceModels models;
    private readonly ReadSource sources;
    private readonly LibrarySymbols library;
    private readonly INamedTypeSymbol type;
    private readonly AttributeData attribute;
    private readonly ReadingLimits limits;
    private readonly CancellationToken cancellation;
    private readonly List<Problem> problems = [];

    private PlanReader(
        Compilation compilation,
        LibrarySymbols library,
        INamedTypeSymbol type,
        AttributeData attribute,
        ReadingLimits limits,
        CancellationToken cancellation)
    {
        models = SourceModels.Of(compilation);
        sources = new ReadSource(models);
        this.library = library;
        this.type = type;
        this.attribute = attribute;
        this.limits = limits;
        this.cancellation = cancellation;
    }

    /// <summary>Reads the plan of a class, or nothing where the class is not marked as a plan.</summary>
    public static PlanReading? Read(
        Compilation compilation, LibrarySymbols library, INamedTypeSymbol type, ReadingLimits limits, CancellationToken cancellation) =>
        LibrarySymbols.AttributeOf(type, library.UpgradePlanAttribute) is { } attribute
            ? Read(compilation, library, type, attribute, limits, cancellation)
            : null;

    private static PlanReading Read(
        Compilation compilation,
        LibrarySymbols library,
        INamedTypeSymbol type,
        AttributeData attribute,
        ReadingLimits limits,
        CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference is not { } mark || !compilation.ContainsSyntaxTree(mark.SyntaxTree))
        {
            return ReadAnew();
        }

        if (!Known.TryGet(compilation, mark.SyntaxTree, mark.Span, limits, out var known))
        {
            var reading = ReadAnew();
            Known.Keep(compilation, mark.SyntaxTree, mark.Span, limits, reading.Files, reading with { Galaxy = reading.Galaxy is null ? null : reading.Galaxy with { Type = null } });
            return reading;
        }

        return known.Galaxy is not null && GalaxyNamedBy(attribute) is { } galaxy
            ? known with { Galaxy = SourceModels.Of(compilation).Galaxy(galaxy, limits, cancellation) }
            : known;

        PlanReading ReadAnew() => DeepStack.Run(() => new PlanReader(compilation, library, type, attribute, limits, cancellation).Read());
    }

    private static INamedTypeSymbol? GalaxyNamedBy(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Type, Value: INamedTypeSymbol galaxy }] ? galaxy : null;

    private PlanReading Read()
    {
        var attributeLocation = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? ClassName(type, attribute);
        var define = DefineMethod();
        var canBeExtended = CheckShape(define);
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { } head)
        {
            sources.NoteHeadOf(head);
        }

        var versions = ReadVersions(attributeLocation);
        var galaxy = ReadGalaxy(attributeLocation);
        var code = define?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } syntax ? new OwnCode(syntax) : null;
        var result = code is not null && galaxy?.Galaxy is not null ? ReadSteps(define!, galaxy, code) : null;

        var reading = new PlanReading
        {
            Attribute = attributeLocation,
            Define = define?.Locations[0] ?? ClassName(type, attribute),
            Galaxy = galaxy,
            Plan = result is null
                ? null
                : new UpgradePlan(
                    type.Name,
                    galaxy!.Galaxy!,
                    versions?.From ?? default,
                    versions?.To ?? default,
                    result.Parts().ToPlanSteps()),
            HasVersions = versions is not null,
            Steps = result?.Steps().Select(step => StepSource.Of(code!, step)).ToArray() ?? [],
            Problems = problems,
            CanBeExtended = canBeExtended,
            Source = sources.Trail,
            IsParsed = type.DeclaringSyntaxReferences.All(part => !part.GetSyntax(cancellation).ContainsDiagnostics),
        };
        NoteFilesOf(reading);
        return reading;
    }

    /// <summary>What was read holds places, so it is true only as long as their files are.</summary>
    private void NoteFilesOf(PlanReading reading)
    {
        foreach (var part in type.DeclaringSyntaxReferences.Where(part => !GeneratedNames.IsGenerated(part.SyntaxTree)))
        {
            sources.NoteFileOf(part.SyntaxTree.GetLocation(part.Span));
        }

        foreach (var place in new[] { reading.Attribute, reading.Define }
            .Concat(reading.Problems.SelectMany(problem => problem.Others.Add(problem.Location)))
            .Concat(reading.Steps.SelectMany(step => step.Inner is null ? new[] { step.Location } : [step.Location, step.Inner])))
        {
            sources.NoteFileOf(place);
        }
    }

    /// <summary>The name of a class in that one of its parts that has the attribute.</summary>
    public static Location ClassName(INamedTypeSymbol type, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.GetLocation()
        ?? type.Locations[0];

    private IMethodSymbol? DefineMethod()
    {
        var define = type.GetMembers("Define").OfType<IMethodSymbol>().FirstOrDefault(method =>
            method is { IsStatic: true, Arity: 0, Parameters: [{ RefKind: RefKind.None }] }
            && LibrarySymbols.Same(method.ReturnType, library.Plan)
            && LibrarySymbols.Same(method.Parameters[0].Type, library.Plan));
        return define?.PartialImplementationPart ?? define;
    }

    /// <summary>UPG1002. One report says everything that is wrong with the class.</summary>
    /// <returns>Whether the generator can add a part to the class.</returns>
    private bool CheckShape(IMethodSymbol? define)
    {
        var wrong = new List<string>();
        if (!type.IsStatic)
        {
            wrong.Add("is not static");
        }

        if (!IsPartial(type))
        {
            wrong.Add("is not partial");
        }

        if (type.IsGenericType || AroundType().Any(outer => outer.IsGenericType))
        {
            wrong.Add("is generic");
        }

        if (type.IsFileLocal || AroundType().Any(outer => outer.IsFileLocal))
        {
            wrong.Add("is local to its file");
        }

        if (AroundType().FirstOrDefault(outer => !IsPartial(outer)) is { } closed)
        {
            wrong.Add($"is inside {closed.Name}, which is not partial");
        }

        var taken = GeneratedNames.Members.FirstOrDefault(name => type.Name == name || type.GetMembers(name).Any(IsTheAuthors));
        var isTaken = taken is not null;
        if (isTaken)
        {
            wrong.Add($"uses the name {taken}, which the generated part declares");
        }

        var canBeExtended = wrong.Count == 0 || (wrong.Count == 1 && !type.IsStatic);
        if (define is null)
        {
            wrong.Add("has no method 'static Plan Define(Plan plan)'");
        }

        if (wrong.Count > 0)
        {
            problems.Add(new Problem(
                RuleTable.PlanClassShape,
                $"The plan class {type.Name} {string.Join(" and ", wrong)}, so its validated plan cannot be generated and it will not run. "
                + (isTaken && wrong.Count == 1
                    ? $"Rename {taken}."
                    : $"Declare it as 'static partial class {type.Name}' with a method 'static Plan Define(Plan plan)'."),
                ClassName(type, attribute)));
        }

        return canBeExtended;
    }

    /// <summary>Whether a member stands in the author's source and not in the part that is generated for the class.</summary>
    private static bool IsTheAuthors(ISymbol member) =>
        member.DeclaringSyntaxReferences.Any(reference => !GeneratedNames.IsGenerated(reference.SyntaxTree));

    private IEnumerable<INamedTypeSymbol> AroundType()
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }

    private bool IsPartial(INamedTypeSymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>UPG1005, where the class that the attribute names cannot be read as a galaxy.</summary>
    private GalaxyReading? ReadGalaxy(Location attributeLocation)
    {
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Type, Value: ITypeSymbol named }] || named.TypeKind == TypeKind.Error)
        {
            if (attribute.ConstructorArguments is [{ IsNull: true }])
            {
                NotReadable("typeof(…) names no class");
            }

            return null; // Otherwise it does not compile, and the compiler says so.
        }

        if (named is not INamedTypeSymbol galaxy || !library.IsGalaxy(galaxy))
        {
            NotReadable($"{named.Name} is not marked with [Galaxy]");
            return null;
        }

        if (!sources.Declares(models.InSource(galaxy, cancellation)))
        {
            NotReadable($"The source of {named.Name} is not here", LibrarySymbols.HowToShare(galaxy.ContainingAssembly));
            return null;
        }

        if (!galaxy.IsStatic)
        {
            NotReadable($"{named.Name} is not a static class");
            return null;
        }

        var reading = models.Galaxy(galaxy, limits, cancellation);
        if (reading.Galaxy is null && !sources.Declares(galaxy))
        {
            // Otherwise it is said at the galaxy.
            NotReadable(
                $"{named.Name} in {galaxy.ContainingAssembly.Name} cannot be read",
                reading.Problems.Count > 0 ? reading.Problems[0].Message : LibrarySymbols.HowToShare(galaxy.ContainingAssembly),
                reading.Problems.Count > 0 ? [reading.Problems[0].Location] : []);
        }

        return reading;

        void NotReadable(string why, string? advice = null, params ImmutableArray<Location> others)
        {
            if (attribute.ConstructorArguments[0].Value is INamedTypeSymbol unreadable && sources.Declares(unreadable))
            {
                sources.NoteWithWhatStandsBefore(unreadable, cancellation);
            }

            problems.Add(new Problem(
                RuleTable.GalaxyNotReadable,
                $"{why}, so the plan {type.Name} cannot be checked and will not run. "
                + (advice ?? "Name a static class that is marked with [Galaxy] and declares the platforms and engines in static readonly fields."),
                attributeLocation,
                others));
        }
    }

    /// <summary>
    /// The two versions, or none where one is left out or does not exist, which is UPG2006, or does not compile, which the compiler says.
    /// </summary>
    private (SystemPlatform From, SystemPlatform To)? ReadVersions(Location attributeLocation)
    {
        var (from, to) = (Version("From"), Version("To"));
        if (from is { } known && to is { } newer)
        {
            return (known, newer);
        }

        var missing = new[] { ("From", from), ("To", to) }
            .Where(version => version.Item2 is null && !DoesNotCompile(version.Item1))
            .Select(version => version.Item1.ToLowerInvariant())
            .ToArray();
        if (missing.Length > 0 && attribute.AttributeConstructor is not null)
        {
            problems.Add(new Problem(
                RuleTable.ToIsNewer,
                $"The plan {type.Name} does not say {string.Join(" and ", missing)} which version it goes, and what a step needs depends on "
                + "that. Set From and To in the attribute, such as From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1.",
                attributeLocation));
        }

        return null;
    }

    private SystemPlatform? Version(string name) =>
        ValueOf(name) is { } number && Enum.IsDefined(typeof(SystemPlatform), number) ? (SystemPlatform)number : null;

    /// <summary>Whether the attribute gives a value for a version that is none: a name that does not exist, or nothing yet.</summary>
    private bool DoesNotCompile(string name) =>
        ValueOf(name) is null
        && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax { ArgumentList.Arguments: var arguments }
        && arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    private int? ValueOf(string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Value as int?;
            }
        }

        return null;
    }

    private PlanValue? ReadSteps(IMethodSymbol define, GalaxyReading galaxy, OwnCode code)
    {
        var evaluator = new Evaluator(sources, models.Library!, limits, cancellation)
        {
            Member = (member, reference) => MemberOf(galaxy, models.InSource(galaxy.Type!, cancellation), member, reference),
            Galaxy = galaxy.Galaxy,
            Define = code,
        };
        var result = evaluator.Run(models.InSource(define, cancellation));

        // Where something could not be read, what it made is not dropped by the author.
        var isWhole = result is not null && !evaluator.IsBroken && !evaluator.IsIncomplete && !evaluator.ReportDropped(result);
        sources.Count(evaluator.Work with { Plans = 1 });
        problems.AddRange(evaluator.Problems.Select(problem => problem.InSightOf(type, define.Locations[0])));
        return isWhole ? result : null;
    }

    private Value? MemberOf(GalaxyReading galaxy, INamedTypeSymbol type, ISymbol member, IOperation reference)
    {
        if (LibrarySymbols.Same(member.ContainingType, type) && galaxy.DeclarationOf(member.Name) is { } declaration)
        {
            return new DeclaredValue(declaration);
        }

        if (reference.Type is { } memberType && models.Library!.IsDeclaration(memberType) && models.Library.IsGalaxy(member.ContainingType))
        {
            return new ForeignValue(member, galaxy.Galaxy!, galaxy.Members.FirstOrDefault(holder => holder.Declaration.Name == member.Name)?.Declaration);
        }

        return null;
    }
}
