using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using PlanAnalyzers.CodeFixes.Authoring;

namespace PlanAnalyzers.CodeFixes.Tests.Harness;

/// <summary>What our assembly offers an editor, found as an editor finds it: by the attributes that export it.</summary>
internal static class Providers
{
    private static readonly Assembly Assembly = typeof(StepDroppedFix).Assembly;

    public static IReadOnlyList<CodeFixProvider> Fixes { get; } = Exported<CodeFixProvider, ExportCodeFixProviderAttribute>(attribute => attribute.Languages);

    public static IReadOnlyList<CodeRefactoringProvider> Refactorings { get; } =
        Exported<CodeRefactoringProvider, ExportCodeRefactoringProviderAttribute>(attribute => attribute.Languages);

    private static T[] Exported<T, TAttribute>(Func<TAttribute, string[]> languages)
        where TAttribute : Attribute =>
        [.. Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<TAttribute>() is { } attribute && languages(attribute).Contains(LanguageNames.CSharp))
            .Select(type => (T)Activator.CreateInstance(type)!)];
}
