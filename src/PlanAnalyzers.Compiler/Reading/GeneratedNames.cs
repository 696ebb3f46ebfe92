using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>The names of what the generator adds to a plan's class, which nothing else in its files is about.</summary>
internal static class GeneratedNames
{
    /// <summary>What the generated part of a plan's class offers.</summary>
    public static readonly string[] Members = ["Fingerprint", "Validated", "CreateStateMachine", "RunAsync", "Transitions"];

    /// <summary>How the names of all begin that is generated for itself.</summary>
    public const string Prefix = "__";

    /// <summary>The generator, whose name the compiler makes a folder of the files' paths.</summary>
    private const string Generator = "PlanAnalyzers.Compiler.Generation.UpgradePlanGenerator";

    private static readonly ConditionalWeakTable<SyntaxTree, object> Files = new();

    /// <summary>Whether a file is what our generator made.</summary>
    public static bool IsGenerated(SyntaxTree file) =>
        file.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) && file.FilePath.Contains(Generator);

    /// <summary>Whether one of these names stands anywhere in a file, whatever it names there.</summary>
    public static bool AreUsedIn(SyntaxTree file) => (bool)Files.GetValue(file, key => key.GetRoot().DescendantTokens().Any(token =>
        token.IsKind(SyntaxKind.IdentifierToken)
        && (token.ValueText.StartsWith(Prefix, StringComparison.Ordinal) || Members.Contains(token.ValueText, StringComparer.Ordinal))));
}
