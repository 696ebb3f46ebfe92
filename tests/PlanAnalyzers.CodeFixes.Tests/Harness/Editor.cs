using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.Compiler.Analysis;
using PlanAnalyzers.Compiler.Generation;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Harness;

/// <summary>
/// An author's project open in an editor: what is underlined, what is offered there, and what becomes of the files. A value: applying
/// something gives another one.
/// </summary>
internal sealed class Editor
{
    private static readonly AnalyzerReference Ours = new OurAnalyzers();

    private readonly ProjectId projectId;
    private readonly Solution solution;
    private ImmutableArray<Diagnostic>? diagnostics;

    private Editor(Solution solution, ProjectId projectId)
    {
        this.solution = solution;
        this.projectId = projectId;
    }

    /// <summary>The files as they are now, in their order.</summary>
    public IReadOnlyList<string> Texts => [.. Documents.Select(document => document.GetTextAsync(Cancellation).Result.ToString())];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Project Project => solution.GetProject(projectId)!;

    private IEnumerable<Document> Documents => Project.DocumentIds.Select(id => solution.GetDocument(id)!);

    /// <summary>Opens a project of one file a source, named <c>File1.cs</c> and so on.</summary>
    public static Editor Open(params string[] sources) => OpenBeside([], sources);

    /// <summary>Opens it with the export of a site beside the sources, whose name says of which galaxy.</summary>
    public static Editor OpenWith(string? export, params string[] sources)
    {
        var editor = Open(sources);
        return export is null ? editor : new Editor(
            editor.solution.AddAdditionalDocument(DocumentId.CreateNewId(editor.projectId), RulePage.ExportName, export, filePath: RulePage.ExportName),
            editor.projectId);
    }

    /// <summary>Opens it in a solution in which another project, with files of its own, comes first.</summary>
    public static Editor OpenBeside(string[] neighbour, params string[] sources)
    {
        var workspace = new AdhocWorkspace();
        var first = neighbour.Length > 0 ? Add(workspace.CurrentSolution, "Neighbour", neighbour).Solution : workspace.CurrentSolution;
        var (opened, id) = Add(first, "Plant", sources);
        return new Editor(opened, id);
    }

    /// <summary>Warnings and errors of the compiler, and all that our analyzer says.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics() => diagnostics ??= await DiagnosticsOf(Project);

    /// <summary>The fixes that are offered for a diagnostic.</summary>
    public async Task<IReadOnlyList<Offer>> FixesFor(Diagnostic diagnostic)
    {
        var offers = new List<Offer>();
        var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
        foreach (var provider in Providers.Fixes.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(
                document, diagnostic, (action, fixes) => offers.Add(new Offer(action, provider, fixes[0])), Cancellation));
        }

        return offers;
    }

    /// <summary>The refactorings that are offered where the caret or a selection is.</summary>
    public async Task<IReadOnlyList<CodeAction>> RefactoringsAt(int file, TextSpan span)
    {
        var actions = new List<CodeAction>();
        foreach (var provider in Providers.Refactorings)
        {
            await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(Documents.ElementAt(file), span, actions.Add, Cancellation));
        }

        return actions;
    }

    /// <summary>Applies a code action.</summary>
    public async Task<Editor> Apply(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(Cancellation);
        return new Editor(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution, projectId);
    }

    /// <summary>Applies all fixes of the kind of an offer in the document, the project or the solution, again until none is left.</summary>
    public async Task<Editor> ApplyAll(Offer offer, FixAllScope scope)
    {
        var editor = this;
        for (var round = 0; round < 10; round++)
        {
            var context = new FixAllContext(
                editor.solution.GetDocument(editor.Documents.First(document => document.Name == offer.Diagnostic.Location.SourceTree!.FilePath).Id)!,
                offer.Provider,
                scope,
                offer.Action.EquivalenceKey!,
                [offer.Diagnostic.Id],
                new DiagnosticsOfEditor(editor),
                Cancellation);
            if (await offer.Provider.GetFixAllProvider()!.GetFixAsync(context) is not { } all)
            {
                return editor;
            }

            var next = await editor.Apply(all);
            if (next.Texts.SequenceEqual(editor.Texts))
            {
                return editor;
            }

            editor = next;
        }

        throw new InvalidOperationException($"'{offer.Action.Title}' goes on for ever.");
    }

    /// <summary>The files with what is said of them, for a failure.</summary>
    public async Task<string> Annotated() => Report.Annotate((await Project.GetCompilationAsync(Cancellation))!, await Diagnostics());

    private static (Solution Solution, ProjectId Project) Add(Solution solution, string name, string[] sources)
    {
        var compilation = TestProject.WithExecution(sources).Compilation;
        var id = ProjectId.CreateNewId();
        solution = solution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Create(),
            name,
            name,
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: compilation.SyntaxTrees[0].Options,
            metadataReferences: compilation.References,
            analyzerReferences: [Ours]));
        for (var i = 0; i < sources.Length; i++)
        {
            var file = $"File{i + 1}.cs";
            solution = solution.AddDocument(DocumentId.CreateNewId(id), file, SourceText.From(sources[i]), filePath: file);
        }

        return (solution, id);
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsOf(Project project)
    {
        var compilation = (await project.GetCompilationAsync(Cancellation))!;
        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (exception, _, _) => failure = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var ours = await compilation.WithAnalyzers([new UpgradePlanAnalyzer()], options).GetAnalyzerDiagnosticsAsync(Cancellation);
        Assert.True(failure is null, failure?.ToString());
        return
        [
            .. compilation.GetDiagnostics(Cancellation).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Concat(ours)
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>A fix that is offered.</summary>
    internal sealed record Offer(CodeAction Action, CodeFixProvider Provider, Diagnostic Diagnostic);

    /// <summary>Analyzer and generator as a project of a user references them.</summary>
    private sealed class OurAnalyzers : AnalyzerReference
    {
        // The workspace finds the reference of a generator by the generator.
        private readonly ISourceGenerator generator = new UpgradePlanGenerator().AsSourceGenerator();

        public override string? FullPath => null;

        public override object Id { get; } = new();

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => GetAnalyzersForAllLanguages();

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [new UpgradePlanAnalyzer()];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => [generator];

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => GetGenerators(LanguageNames.CSharp);
    }

    private sealed class DiagnosticsOfEditor(Editor editor) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            project.Id == editor.projectId ? await editor.Diagnostics() : await DiagnosticsOf(project);
    }
}
