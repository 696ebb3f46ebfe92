using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <summary>What came of reading a plan, measured by what <c>Define</c> does when it runs.</summary>
internal enum Agreement
{
    /// <summary>The steps that were read are those that were built.</summary>
    SameSteps,

    /// <summary>Steps were built, and the reader says that it does not know them.</summary>
    Unknown,

    /// <summary>Steps were built, and the reader says what is wrong with them.</summary>
    Objected,

    /// <summary><c>Define</c> throws, and the reader says that there is no plan.</summary>
    Throws,

    /// <summary>The reader says something else than what happens.</summary>
    Different,
}

/// <summary>A plan that was both read and run.</summary>
internal sealed record Comparison(PlanProgram Program, string PlanClass, Agreement Agreement, string Detail)
{
    /// <summary>How many steps <c>Define</c> builds.</summary>
    public int Steps { get; init; }

    /// <summary>Whether no rule is broken by the plan that was read.</summary>
    public bool IsRight { get; init; }

    /// <summary>What the plan is made of, where somebody counts it.</summary>
    public IReadOnlyCollection<string> Constructs => Program.Constructs.TryGetValue(PlanClass, out var constructs) ? constructs : [];

    /// <summary>Compiles the programs as one project, reads every plan in them and runs it.</summary>
    public static IReadOnlyList<Comparison> Of(IReadOnlyList<PlanProgram> programs, LanguageVersion version = LanguageVersion.CSharp13)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var files = programs.SelectMany((program, i) => program.Files.Select((file, j) => ($"{program.Name}/{i}.{j}.cs", file))).ToArray();
        var compilation = TestProject.OfFiles(version, files).Compilation;
        var library = LibrarySymbols.Find(compilation)!;
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream, cancellationToken: cancellation);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(20).Select(error => $"{error} in {error.Location.SourceTree!.GetText(cancellation).Lines[error.Location.GetLineSpan().StartLinePosition.Line]}")));
        stream.Position = 0;

        var context = new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true);
        try
        {
            var assembly = context.LoadFromStream(stream);
            return [.. programs.SelectMany(program => TypesOf(compilation, program)
                .Select(type => PlanReader.Read(compilation, library, type, ReadingLimits.Default, cancellation) is { } reading
                    ? Compare(program, reading, assembly.GetType(type.ToDisplayString(), throwOnError: true)!)
                    : null)
                .OfType<Comparison>())];
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>What differs, and why, for a test that fails.</summary>
    public override string ToString() => $"{Program.Name}.{PlanClass}: {Agreement}: {Detail}";

    private static IEnumerable<INamedTypeSymbol> TypesOf(Compilation compilation, PlanProgram program) =>
        compilation.GlobalNamespace.GetNamespaceMembers().Single(space => space.Name == program.Name).GetTypeMembers();

    private static Comparison Compare(PlanProgram program, PlanReading reading, Type type)
    {
        if (reading.Galaxy?.Galaxy is not { } galaxy)
        {
            return Unread([.. reading.Galaxy?.Problems ?? [], .. reading.Problems]);
        }

        if (DifferenceOf(reading.Galaxy, type) is { } difference)
        {
            return Result(Agreement.Different, difference);
        }

        PlanSteps built;
        try
        {
            built = ((Plan)type.GetMethod("Define", BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [Plan.For(galaxy)])!).Steps;
        }
        catch (TargetInvocationException exception)
        {
            var thrown = exception.InnerException!;
            return Result(
                reading.Problems.Count > 0 && reading.Plan is null ? Agreement.Throws : Agreement.Different,
                $"{thrown.GetType().Name}: {thrown.Message} Read: {string.Join(" / ", reading.Problems)} {reading.Plan?.Steps}");
        }

        if (reading.Plan is not { } plan)
        {
            return Unread(reading.Problems) with { Steps = built.Count };
        }

        // A step that is dropped is reported, and then read as its author meant it.
        var dropped = reading.Problems.Count(problem => problem.Rule == RuleTable.StepDropped);
        var isSame = plan.Steps.Equals(built) || (plan.Steps.Count == built.Count + dropped && Holds(plan.Steps, built));
        return Result(
            !isSame ? Agreement.Different : reading.Problems.Count > 0 ? Agreement.Objected : Agreement.SameSteps,
            isSame ? string.Join(" / ", reading.Problems) : FirstDifference(plan.Steps, built)) with
        {
            Steps = built.Count,
            IsRight = !PlanCheck.Run(plan).Findings.Any(finding => finding.IsError),
        };

        Comparison Result(Agreement agreement, string detail) => new(program, type.Name, agreement, detail);

        Comparison Unread(IReadOnlyList<Problem> problems) => Result(
            problems.Count == 0 ? Agreement.Different
            : problems.Any(problem => problem.Rule == RuleTable.NotKnownAtCompileTime || problem.Rule == RuleTable.ReadingExceedsLimits) ? Agreement.Unknown
            : Agreement.Objected,
            problems.Count == 0 ? "nothing is read and nothing is said" : string.Join(" / ", problems));
    }

    /// <summary>Whether the steps that were built are among those that were read, in their order.</summary>
    private static bool Holds(PlanSteps read, PlanSteps built)
    {
        var at = 0;
        foreach (var step in read)
        {
            at += at < built.Count && step.Equals(built[at]) ? 1 : 0;
        }

        return at == built.Count;
    }

    private static string FirstDifference(PlanSteps read, PlanSteps built)
    {
        var at = read.Zip(built).TakeWhile(pair => pair.First.Equals(pair.Second)).Count();
        return $"step {at + 1} is read as {read.ElementAtOrDefault(at)} and built as {built.ElementAtOrDefault(at)}; {read.Count} and {built.Count} steps";
    }

    /// <summary>The first declaration of a galaxy that is read as another than the field holds.</summary>
    private static string? DifferenceOf(GalaxyReading reading, Type plan)
    {
        foreach (var (member, declaration) in reading.Declarations)
        {
            var type = plan.Assembly.GetType(member.ContainingType.ToDisplayString(), throwOnError: true)!;
            const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
            var held = member is IFieldSymbol ? type.GetField(member.Name, Any)!.GetValue(null) : type.GetProperty(member.Name, Any)!.GetValue(null);
            var (read, made) = (TextOf(declaration), TextOf(held));
            if (read != made)
            {
                return $"{member.Name} is read as {read} and made as {made}";
            }
        }

        return null;
    }

    private static string TextOf(object? declaration) => declaration switch
    {
        null => "nothing",
        SystemManagementServer server => $"server {server.Name} on {server.Node}",
        Model.SystemManagementServer server => $"server {server.Name} on {server.Node}",
        Platform platform => $"platform {platform.Name} on {platform.Node}, GR {platform.IsGalaxyRepository}, {TextOf(platform.Sms)}",
        Model.Platform platform => $"platform {platform.Name} on {platform.Node}, GR {platform.IsGalaxyRepository}, {TextOf(platform.Sms)}",
        AppEngine engine => $"engine {engine.Name} on {engine.Platform.Name}, {engine.IsHistorized}, {engine.IsActiveAtStart}, {TextOf(engine.Primary)}",
        Model.AppEngine engine => $"engine {engine.Name} on {engine.Platform.Name}, {engine.Historized}, {engine.ActiveAtStart}, {TextOf(engine.Primary)}",
        var other => other.ToString()!,
    };
}
