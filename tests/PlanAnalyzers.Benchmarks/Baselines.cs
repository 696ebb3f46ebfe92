using Microsoft.CodeAnalysis.CSharp;

namespace PlanAnalyzers.Benchmarks;

/// <summary>The analyzers and generators that ours are compared with, as source.</summary>
internal static class Baselines
{
    /// <summary>An analyzer and a generator that do nothing.</summary>
    public const string Nothing = """
        using System.Collections.Immutable;
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.Diagnostics;

        [DiagnosticAnalyzer(LanguageNames.CSharp)]
        public sealed class EmptyAnalyzer : DiagnosticAnalyzer
        {
            public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
                [new DiagnosticDescriptor("EMPTY", "Nothing", "Nothing", "Nothing", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

            public override void Initialize(AnalysisContext context)
            {
                context.EnableConcurrentExecution();
                context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
                context.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType);
            }
        }

        [Generator]
        public sealed class EmptyGenerator : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) =>
                context.RegisterSourceOutput(context.CompilationProvider.Select(static (_, _) => 0), static (_, _) => { });
        }
        """;

    /// <summary>
    /// A generator that has the compiler bind each plan, which is the least that whoever reads one must do, and generates nothing.
    /// </summary>
    public const string Binding = """
        using System.Linq;
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.CSharp.Syntax;

        [Generator]
        public sealed class BindingGenerator : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) =>
                context.RegisterSourceOutput(context.CompilationProvider, static (output, compilation) =>
                {
                    foreach (var file in compilation.SyntaxTrees)
                    {
                        var model = compilation.GetSemanticModel(file);
                        foreach (var define in file.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => method.Identifier.Text == "Define"))
                        {
                            _ = model.GetOperation(define) ?? throw new System.InvalidOperationException("Define is not bound.");
                        }
                    }
                });
        }
        """;

    /// <summary>Compiles one of them.</summary>
    /// <returns>The path of its assembly.</returns>
    public static string Compile(string folder, string name, string source)
    {
        var path = Path.Combine(folder, $"{name}.dll");
        var result = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            Projects.ReferencesWith("Microsoft.CodeAnalysis.dll", "Microsoft.CodeAnalysis.CSharp.dll"),
            new CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        return result.Success ? path : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
