using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.Compiler.Analysis;
using PlanAnalyzers.Compiler.Generation;

namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>An author's project in memory: source files, compiled with the library, the generator and the analyzer.</summary>
internal sealed class TestProject
{
    private static readonly ImmutableArray<MetadataReference> Framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "netstandard.dll")
            .Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly ImmutableArray<MetadataReference> Library =
        [Reference(typeof(Plan)), Reference(typeof(Model.Galaxy))];

    /// <summary>The framework and the authoring library.</summary>
    public static ImmutableArray<MetadataReference> References => [.. Framework, .. Library];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13);

    // A test is about a library where it says so.
    private static readonly ProjectOptions SharesNothing = new([("build_property.PlanAnalyzersShareSource", "false")]);

    private readonly AnalyzerConfigOptionsProvider? options;
    private readonly ImmutableArray<AdditionalText> files;

    private TestProject(CSharpCompilation compilation, AnalyzerConfigOptionsProvider? options = null, ImmutableArray<AdditionalText>? files = null)
    {
        Compilation = compilation;
        this.options = options;
        this.files = files ?? [];
    }

    /// <summary>The compilation as written, without what is generated.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>A project of one file a source, named <c>File1.cs</c> and so on.</summary>
    public static TestProject Of(params string[] sources) => Create(Numbered(sources), References);

    /// <summary>A project of files with names of their own.</summary>
    public static TestProject OfFiles(params (string Name, string Source)[] files) => Create(files, References);

    /// <summary>The same in another version of C#.</summary>
    public static TestProject OfFiles(LanguageVersion version, params (string Name, string Source)[] files) =>
        Create(files, References, new CSharpParseOptions(version));

    /// <summary>The same with the execution package referenced.</summary>
    public static TestProject WithExecution(params string[] sources) =>
        WithExecution(Numbered(sources));

    /// <summary>The same of files with names of their own.</summary>
    public static TestProject WithExecution(params (string Name, string Source)[] files) =>
        Create(files, [.. References, Reference(typeof(Execution.PlanHost))]);

    /// <summary>The same without the authoring library.</summary>
    public static TestProject WithoutLibrary(params string[] sources) => Create(Numbered(sources), Framework);

    /// <summary>The same with options for the project as a whole, as its properties and a .globalconfig set them.</summary>
    public TestProject WithOptions(params (string Key, string Value)[] global) => new(Compilation, new ProjectOptions(global), files);

    /// <summary>The same with additional files, each of which may name the galaxy whose site's export it is.</summary>
    public TestProject WithFiles(params (string Name, string? Galaxy, string Text)[] additional) => new(
        Compilation,
        new ProjectOptions([], path => additional.Single(file => file.Name == path).Galaxy),
        [.. additional.Select(file => File(file.Name, file.Text))]);

    /// <summary>The same with another compilation.</summary>
    public TestProject With(Func<CSharpCompilation, CSharpCompilation> change) => new(change(Compilation), options, files);

    /// <summary>An additional file.</summary>
    public static AdditionalText File(string name, string text) => new InMemoryFile(name, text);

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    /// <summary>A driver with our generator.</summary>
    public static GeneratorDriver Driver(bool tracksSteps = true, AnalyzerConfigOptionsProvider? options = null) => CSharpGeneratorDriver.Create(
        [new UpgradePlanGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        optionsProvider: options ?? SharesNothing,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps));

    /// <summary>The compilation with what the generator adds. The generator itself must report nothing and not fail.</summary>
    public Compilation Generate()
    {
        Driver(options: options).RunGeneratorsAndUpdateCompilation(Compilation, out var generated, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return generated;
    }

    /// <summary>What the compiler says of the project as generated: errors and warnings.</summary>
    public ImmutableArray<Diagnostic> CompilerDiagnostics() =>
        [.. Generate().GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>The warnings and errors of our analyzer; an exception in it is an error.</summary>
    public async Task<ImmutableArray<Diagnostic>> AnalyzerDiagnostics() =>
        [.. (await AnalyzerDiagnosticsWithAdvice()).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>The same with what is mere advice.</summary>
    public async Task<ImmutableArray<Diagnostic>> AnalyzerDiagnosticsWithAdvice()
    {
        Exception? failure = null;
        var analysis = new CompilationWithAnalyzersOptions(
            options is null ? new AnalyzerOptions(files) : new AnalyzerOptions(files, options),
            onAnalyzerException: (exception, _, _) => failure = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await Generate()
            .WithAnalyzers([new UpgradePlanAnalyzer()], analysis)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.True(failure is null, failure?.ToString());
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>Compiles the project with what is generated and loads it.</summary>
    public Assembly Load()
    {
        using var stream = new MemoryStream();
        var result = Generate().Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(stream.ToArray());
    }

    private static (string Name, string Source)[] Numbered(string[] sources) =>
        [.. sources.Select((source, index) => ($"File{index + 1}.cs", source))];

    private static TestProject Create(
        (string Name, string Source)[] files, ImmutableArray<MetadataReference> references, CSharpParseOptions? options = null) => new(CSharpCompilation.Create(
        $"Test{Guid.NewGuid():N}",
        files.Select(file => CSharpSyntaxTree.ParseText(file.Source, options ?? ParseOptions, file.Name)),
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));

    private static PortableExecutableReference Reference(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);

    private sealed class InMemoryFile(string path, string text) : AdditionalText
    {
        private readonly SourceText text = SourceText.From(text);

        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }
}
