using Microsoft.CodeAnalysis;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>Reads a <c>[Galaxy]</c> class: the fields that declare its platforms, engines and System Management Server.</summary>
internal sealed class GalaxyReader
{
    private readonly ReadSource sources;
    private readonly LibrarySymbols library;
    private readonly INamedTypeSymbol type;
    private readonly CancellationToken cancellation;
    private readonly Evaluator evaluator;
    private readonly Dictionary<ISymbol, Value> members = new(SymbolEqualityComparer.Default);
    private readonly List<(ISymbol Member, DeclarationValue Value)> declared = [];
    private bool isComplete = true;

    private GalaxyReader(
        ReadSource sources, LibrarySymbols library, INamedTypeSymbol type, ReadingLimits limits, CancellationToken cancellation)
    {
        this.sources = sources;
        this.library = library;
        this.type = type;
        this.cancellation = cancellation;
        evaluator = new Evaluator(sources, library, limits, cancellation) { Member = ReadMember };
    }

    /// <summary>Reads a galaxy. What its initializers say that cannot be known is reported there, once, whatever plans use it.</summary>
    public static GalaxyReading Read(
        ReadSource sources, LibrarySymbols library, INamedTypeSymbol type, ReadingLimits limits, CancellationToken cancellation)
    {
        var reader = new GalaxyReader(sources, library, type, limits, cancellation);
        sources.Note(type, cancellation);
        reader.ReadFields();
        sources.Count(reader.evaluator.Work with { Galaxies = 1 });
        var reading = reader.Result();
        foreach (var place in reading.Problems.SelectMany(problem => problem.Others.Add(problem.Location)).Append(reading.Location))
        {
            sources.NoteFileOf(place);
        }

        return reading;
    }

    private Location Location =>
        LibrarySymbols.AttributeOf(type, library.GalaxyAttribute) is { } attribute
            ? PlanReader.ClassName(type, attribute)
            : type.Locations[0];

    private IReadOnlyList<Problem> Problems => [.. evaluator.Problems.Select(problem => problem.InSightOf(type, Location))];

    private void ReadFields()
    {
        evaluator.BeginInitialization(type);
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (!library.IsDeclaration(field.Type))
            {
                if (field is { IsStatic: true, IsConst: false })
                {
                    evaluator.InitializeField(field);
                }

                continue;
            }

            // The field behind a property with an initializer counts as that property.
            var member = field.AssociatedSymbol ?? field;
            if (Initialize(field, member) is { } value)
            {
                members[member] = value;
                declared.Add((member, value));
            }
            else
            {
                isComplete = false;
            }
        }
    }

    private DeclarationValue? Initialize(IFieldSymbol field, ISymbol member)
    {
        if (!field.IsStatic || !field.IsReadOnly)
        {
            evaluator.Report(new Problem(
                RuleTable.NotKnownAtCompileTime,
                $"{member.Name} is not static readonly, so its value may change after the plan was checked. Declare it static readonly.",
                member.Locations[0]));
            return null;
        }

        try
        {
            if (sources.InitializerOf(member, cancellation) is { } value)
            {
                return evaluator.Read<DeclarationValue>(value, "A galaxy declares what it has with Platform, AppEngine and SystemManagementServer.");
            }
        }
        catch (UnreadableException unreadable)
        {
            evaluator.Note(unreadable);
            return null;
        }

        evaluator.Report(new Problem(
            RuleTable.NotKnownAtCompileTime,
            $"{member.Name} has no initializer that can be read, so what it declares is not known at compile time. "
            + "Give it a value where it is declared.",
            member.Locations[0]));
        return null;
    }

    /// <summary>A member of this galaxy has the value that was read; C# initializes fields in the order of their declaration.</summary>
    private Value? ReadMember(ISymbol member, IOperation reference)
    {
        if (members.TryGetValue(member, out var value))
        {
            return value;
        }

        if (reference.Type is not { } memberType || !library.IsDeclaration(memberType) || !library.IsGalaxy(member.ContainingType))
        {
            return null;
        }

        if (!LibrarySymbols.Same(member.ContainingType, type))
        {
            throw new UnreadableException(new Problem(
                RuleTable.OtherGalaxy,
                $"{member.Name} is not declared in the galaxy {type.Name}, so nothing of {type.Name} can be on it. "
                + $"Declare it in {type.Name}.",
                reference.Syntax.GetLocation()));
        }

        // Where a declaration cannot be read, what is wrong with it is said there and not again where it is used.
        throw isComplete
            ? evaluator.DeclaredLater(member, reference, "it is still null here")
            : new UnreadableException(problem: null);
    }

    private GalaxyReading Result()
    {
        if (!isComplete)
        {
            return new GalaxyReading(Location, Galaxy: null, [], Problems, sources.Trail);
        }

        var made = new Dictionary<DeclarationValue, Declaration>();
        var servers = Make<ServerValue, SystemManagementServer>((value, index) =>
            new SystemManagementServer(index, value.Name, value.Node));
        var platforms = Make<PlatformValue, Platform>((value, index) =>
            new Platform(index, value.Name, value.Node, value.Role, value.Sms is { } sms ? Made<SystemManagementServer>(sms) : null));
        var engines = Make<EngineValue, AppEngine>((value, index) =>
            Made<Platform>(value.Platform) is { } platform
                ? new AppEngine(
                    index,
                    value.Name,
                    platform,
                    value.Historized,
                    value.ActiveAtStart,
                    value.Primary is { } primary ? Made<AppEngine>(primary) : null)
                : null);

        var galaxy = isComplete ? new Galaxy(type.Name, servers, platforms, engines) : null;
        var holders = declared
            .Where(holder => made.ContainsKey(holder.Value))
            .Select(holder => new GalaxyMember(holder.Member.Name, holder.Member.Locations[0], made[holder.Value]));
        return new GalaxyReading(Location, galaxy, [.. holders], Problems, sources.Trail);

        ValueList<TDeclaration> Make<TValue, TDeclaration>(Func<TValue, int, TDeclaration?> make)
            where TValue : DeclarationValue
            where TDeclaration : Declaration
        {
            var list = new List<TDeclaration>();
            foreach (var (member, declaredValue) in declared)
            {
                if (declaredValue is TValue value
                    && !made.ContainsKey(value)
                    && HasTheNameOf(member, value)
                    && make(value, list.Count) is { } declaration)
                {
                    made.Add(value, declaration);
                    list.Add(declaration);
                }
            }

            return list.ToValueList();
        }

        // Reports and pages name a declaration, and the plan names the field: the two names must be one.
        bool HasTheNameOf(ISymbol member, DeclarationValue value)
        {
            if (value.Name == member.Name)
            {
                return true;
            }

            evaluator.Report(new Problem(
                RuleTable.GalaxyNotReadable,
                $"{member.Name} is declared under the name '{value.Name}', by which no step can name it. "
                + $"Leave the name out, and give {member.Name} a declaration of its own.",
                member.Locations[0]));
            isComplete = false;
            return false;
        }

        TDeclaration? Made<TDeclaration>(DeclarationValue value)
            where TDeclaration : Declaration
        {
            if (made.TryGetValue(value, out var declaration))
            {
                return (TDeclaration)declaration;
            }

            if (!isComplete)
            {
                return null; // What it is about has been reported.
            }

            // The value was made inside another declaration and has no field of its own, so no plan could ever name it.
            evaluator.Report(new Problem(
                RuleTable.GalaxyNotReadable,
                $"'{value.Name}' is declared inside another declaration of the galaxy {type.Name}, so no step could name it. "
                + "Give each platform, engine and server a static readonly field of its own.",
                Location));
            isComplete = false;
            return null;
        }
    }
}
