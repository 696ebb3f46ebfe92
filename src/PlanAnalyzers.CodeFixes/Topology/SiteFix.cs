using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.CodeFixes.Steps;
using PlanAnalyzers.Compiler.Analysis;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Topology;

/// <summary>UPG8002 to UPG8009: the galaxy's class is made to say what the site's export says. Steps are not changed: what they lack is reported then.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SiteFix() : PlanFixProvider(
    RuleTable.PlatformNotDeclared.Id,
    RuleTable.EngineNotDeclared.Id,
    RuleTable.ElsewhereInSite.Id,
    RuleTable.OtherPartnerInSite.Id,
    RuleTable.OtherEngineActive.Id)
{
    private protected override async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
    {
        var project = context.Document.Project;
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } syntax
            || model.GetDeclaredSymbol(syntax, context.CancellationToken) is not INamedTypeSymbol type
            || SourceModels.Of(model.Compilation).Galaxy(type, project.ReadingLimits(), context.CancellationToken) is not { Galaxy: { } galaxy } reading)
        {
            return;
        }

        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        var exports = SiteExports.In(project.AnalyzerOptions).Where(export => export.IsOf(type));
        var correction = SiteDiagnostics.Findings(galaxy, exports, context.CancellationToken)
            .Select(item => item.Finding)
            .FirstOrDefault(finding => finding.Rule.Id == diagnostic.Id && finding.Message == message)
            ?.Correction as DeployTarget;
        if (correction is null)
        {
            return;
        }

        var source = new GalaxySource(
            project, reading, (document, position) => new Names(model.Compilation, reading, document, position), context.CancellationToken);
        IEnumerable<DeployTarget> ofItsKind = correction is Model.Platform ? galaxy.Platforms : galaxy.Engines;
        var declared = ofItsKind.FirstOrDefault(target => target.Index == correction.Index);
        var changed = declared is null ? await source.Add(correction).ConfigureAwait(false) : await source.Redeclare(declared, correction).ConfigureAwait(false);
        if (changed is not null)
        {
            await ProvenFix.Offer(
                context,
                diagnostic,
                declared is null ? $"Declare {correction} in {galaxy}" : $"Declare {correction} as the site has it",
                nameof(SiteFix),
                changed).ConfigureAwait(false);
        }
    }
}
