using Microsoft.CodeAnalysis.CSharp;

namespace PlanAnalyzers.Compiler.Generation;

/// <summary>Names and texts as they stand in generated C#.</summary>
/// <remarks>Plain C# 7.3, since the plan's project may compile for netstandard2.0.</remarks>
internal static class Code
{
    /// <summary>
    /// Qualifies a type of the model. An alias, since full names would bury what the code says; and behind <c>::</c>, where no type of
    /// the author's can take its place.
    /// </summary>
    public const string Model = "PlanModel::";

    /// <summary>Declares the alias; stands at the top of a file.</summary>
    public const string UsingModel = "using PlanModel = global::PlanAnalyzers.Model;";

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A name of the author's, which may be a keyword that stood behind an @.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";
}
