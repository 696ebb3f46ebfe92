using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>The semantic models of one compilation, and what was read with them.</summary>
/// <remarks>
/// Asking a compilation for a semantic model is costly and is what RS1030 warns of: the model of the file at hand is handed to us, but
/// a plan names a galaxy in another file. So it is done here and nowhere else, once a file and compilation.
/// </remarks>
internal sealed class SourceModels
{
    private static readonly ConditionalWeakTable<Compilation, SourceModels> All = new();

    private readonly Compilation compilation;
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Dictionary<INamedTypeSymbol, GalaxyReading> galaxies = new(SymbolEqualityComparer.Default);

    private SourceModels(Compilation compilation) => this.compilation = compilation;

    /// <summary>The models of a compilation, shared by everything that reads it.</summary>
    public static SourceModels Of(Compilation compilation) => All.GetValue(compilation, key => new SourceModels(key));

    /// <summary>The galaxy that a class declares, read once a compilation.</summary>
    public GalaxyReading Galaxy(LibrarySymbols library, INamedTypeSymbol type, CancellationToken cancellation)
    {
        lock (galaxies)
        {
            if (!galaxies.TryGetValue(type, out var reading))
            {
                reading = GalaxyReader.Read(this, library, type, cancellation);
                galaxies.Add(type, reading);
            }

            return reading;
        }
    }

    /// <summary>The meaning of a piece of source of this compilation.</summary>
    public IOperation? OperationOf(SyntaxNode syntax)
    {
        SemanticModel? model;
        lock (models)
        {
            if (!models.TryGetValue(syntax.SyntaxTree, out model))
            {
                model = compilation.GetSemanticModel(syntax.SyntaxTree);
                models.Add(syntax.SyntaxTree, model);
            }
        }

        return model.GetOperation(syntax);
    }

    /// <summary>The value of a static readonly field that holds a constant, or none after reporting that it does not.</summary>
    public Value? ConstantField(ISymbol member, IOperation reference, Evaluator reading)
    {
        if (member is IFieldSymbol { IsStatic: true, IsReadOnly: true }
            && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer: { } initializer }
            && OperationOf(initializer) is IFieldInitializerOperation { Value.ConstantValue: { HasValue: true, Value: var value } })
        {
            return new ConstantValue(value);
        }

        return reading.NotKnown<Value>(reference);
    }
}
