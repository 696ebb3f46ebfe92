using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.Compiler.Analysis;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>
/// A workspace that shows squiggles as an editor does: the analyzer and the generator come from a file of the project, and only the diagnostics
/// of one document are asked for. What an analyzer reports at the end of a compilation, or into another file than the one it looks at, is not
/// among them.
/// </summary>
internal sealed class EditorHost : IDisposable
{
    private readonly AdhocWorkspace workspace = new();

    public Solution Solution { get; private set; }

    public EditorHost() => Solution = workspace.CurrentSolution;

    /// <summary>Adds a project with our package and files of these names.</summary>
    public ProjectId Add(string name, IEnumerable<ProjectId> references, params (string Name, string Source)[] files)
    {
        var project = ProjectId.CreateNewId(name);
        Solution = Solution
            .AddProject(ProjectInfo.Create(
                project,
                VersionStamp.Default,
                name,
                name,
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: TestProject.ParseOptions,
                projectReferences: references.Select(reference => new ProjectReference(reference)),
                metadataReferences: TestProject.References,
                analyzerReferences: [new AnalyzerFileReference(typeof(UpgradePlanAnalyzer).Assembly.Location, new Loader())]));
        foreach (var (file, source) in files)
        {
            Solution = Solution.AddDocument(DocumentId.CreateNewId(project, file), file, SourceText.From(source), filePath: file);
        }

        return project;
    }

    /// <summary>Types another text into a document.</summary>
    public void Type(ProjectId project, string file, string source) =>
        Solution = Solution.WithDocumentText(DocumentOf(project, file).Id, SourceText.From(source));

    /// <summary>The squiggles of an open document, each as <c>UPG4006 'Upgrade(P1)'</c>.</summary>
    public async Task<string[]> Squiggles(ProjectId project, string file, TextSpan? visible = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var document = DocumentOf(project, file);
        var compilation = (await document.Project.GetCompilationAsync(cancellation))!;
        var model = (await document.GetSemanticModelAsync(cancellation))!;
        var analyzers = document.Project.AnalyzerReferences.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp)).ToImmutableArray();
        Assert.NotEmpty(analyzers);
        Exception? failure = null;
        var host = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions, (exception, _, _) => failure = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        var syntactic = await host.GetAnalyzerSyntaxDiagnosticsAsync(model.SyntaxTree, visible, cancellation);
        var semantic = await host.GetAnalyzerSemanticDiagnosticsAsync(model, visible, cancellation);
        Assert.True(failure is null, failure?.ToString());
        var text = await document.GetTextAsync(cancellation);
        return [.. syntactic.Concat(semantic)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => $"{diagnostic.Id} '{text.ToString(diagnostic.Location.SourceSpan)}'")];
    }

    /// <summary>
    /// What a build says about a document. In an editor a referenced project is a compilation, whose sources lie open; in a build it is an
    /// assembly.
    /// </summary>
    public async Task<string[]> BuildDiagnostics(ProjectId project, string file)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var document = DocumentOf(project, file);
        var compilation = (await document.Project.GetCompilationAsync(cancellation))!;
        foreach (var reference in document.Project.ProjectReferences)
        {
            var referenced = (await Solution.GetProject(reference.ProjectId)!.GetCompilationAsync(cancellation))!;
            using var assembly = new MemoryStream();
            Assert.True(referenced.Emit(assembly, cancellationToken: cancellation).Success);
            compilation = compilation.ReplaceReference(compilation.GetMetadataReference(referenced.Assembly)!, MetadataReference.CreateFromImage(assembly.ToArray()));
        }

        var text = await document.GetTextAsync(cancellation);
        var all = await compilation.WithAnalyzers([new UpgradePlanAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellation);
        return [.. all
            .Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == file && diagnostic.Severity >= DiagnosticSeverity.Warning)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => $"{diagnostic.Id} '{text.ToString(diagnostic.Location.SourceSpan)}'")];
    }

    public void Dispose() => workspace.Dispose();

    private Document DocumentOf(ProjectId project, string file) => Solution.GetProject(project)!.Documents.Single(document => document.Name == file);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => typeof(UpgradePlanAnalyzer).Assembly;
    }
}
