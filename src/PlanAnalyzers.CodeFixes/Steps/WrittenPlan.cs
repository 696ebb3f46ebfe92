using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.CodeFixes.Topology;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Steps;

/// <summary>A plan as it stands in the source of a project, and what its source becomes where a step comes, goes or changes.</summary>
/// <remarks>
/// A step in a loop or a fragment stands in the source once and in the plan several times, so what an edit does to the plan is only known
/// when the source is read again. An edit is a proposal: there may be several, the most natural one first.
/// </remarks>
internal sealed class WrittenPlan
{
    private readonly Project project;
    private readonly Compilation compilation;
    private readonly CancellationToken cancellation;

    private WrittenPlan(Project project, Compilation compilation, INamedTypeSymbol type, PlanReading reading, CancellationToken cancellation)
    {
        this.project = project;
        this.compilation = compilation;
        this.cancellation = cancellation;
        Type = type;
        Reading = reading;
    }

    /// <summary>The plan's class.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>What was read.</summary>
    public PlanReading Reading { get; }

    /// <summary>The steps.</summary>
    public PlanSteps Steps => Reading.Plan!.Steps;

    /// <summary>How the galaxy's declarations are named at a place.</summary>
    public Names NamesAt(Document document, int position) => new(compilation, Reading.Galaxy!, document, position);

    /// <summary>What is found about the plan, or nothing where the source or the galaxy has to be mended first.</summary>
    public CheckedPlan? Check() => Reading.Problems.Count == 0 && Reading.HasVersions ? PlanCheck.Run(Reading.Plan!) : null;

    /// <summary>Whether a diagnostic is how a finding about this plan is said.</summary>
    public bool IsSaidBy(Finding finding, Diagnostic diagnostic) =>
        finding.Rule.Id == diagnostic.Id
        && Reading.LocationOf(finding.Place).SourceSpan == diagnostic.Location.SourceSpan
        && diagnostic.GetMessage(CultureInfo.InvariantCulture).EndsWith(finding.Message, StringComparison.Ordinal);

    /// <summary>The plan of the class around a place, or none where there is none that can be read.</summary>
    public static async Task<WrittenPlan?> At(Document document, TextSpan place, CancellationToken cancellation) =>
        await OpenPlan.At(document, place, cancellation).ConfigureAwait(false) is { Reading: { Plan: not null, Galaxy: not null } } open
            ? new WrittenPlan(document.Project, open.Compilation, open.Type, open.Reading, cancellation)
            : null;

    /// <summary>The same plan in a changed solution.</summary>
    public async Task<WrittenPlan?> In(Solution changed) =>
        changed.GetProject(project.Id) is { } other
        && await other.GetCompilationAsync(cancellation).ConfigureAwait(false) is { } known
        && FindAgain(known) is { } type
        && LibrarySymbols.Find(known) is { } library
        && PlanReader.Read(known, library, type, other.ReadingLimits(), cancellation) is { Plan: not null, Galaxy: not null } reading
            ? new WrittenPlan(other, known, type, reading, cancellation)
            : null;

    /// <summary>What the source becomes where a step comes to a place.</summary>
    /// <param name="at">The place.</param>
    /// <param name="step">The step, or its code as it is written elsewhere in the plan.</param>
    public IEnumerable<Task<Solution>> Insert(PlanPosition at, StepOrCode step)
    {
        var gap = at.IsAfter ? at.Index + 1 : at.Index;
        var (before, after) = (CallsOf(gap - 1, at.IsAfter ? at.Out : 0), CallsOf(gap, at.IsAfter ? 0 : at.Out));
        var behind = before.Select(item => (item.Document, Change: item.Call.InsertAfter(Code(step, item.Call, item.Document, gap - 1), step.Comment)));
        var inFront = after.Select(item => (item.Document, Change: item.Call.InsertBefore(Code(step, item.Call, item.Document, gap), step.Comment)));
        return (at.IsAfter || at.Index == Steps.Count ? behind.Concat(inFront) : inFront.Concat(behind))
            .Where(item => item.Change is not null)
            .Select(item => item.Document.With([item.Change!.Value], cancellation));
    }

    /// <summary>What the source becomes where the step at a place goes.</summary>
    /// <param name="index">The place.</param>
    /// <param name="withComment">Whether a comment behind it goes too.</param>
    public IEnumerable<Task<Solution>> Remove(int index, bool withComment)
    {
        foreach (var (call, document) in CallsOf(index))
        {
            if (call.Remove(withComment) is { } changes)
            {
                yield return document.With(changes, cancellation);
            }
        }
    }

    /// <summary>What the source becomes where the step at a place becomes another one.</summary>
    public IEnumerable<Task<Solution>> Replace(int index, Step step)
    {
        foreach (var (call, document) in CallsOf(index).Take(1))
        {
            yield return document.With([call.ReplaceBy(Code(step, call, document, index))], cancellation);
        }
    }

    /// <summary>Whether a group of branches is written around the step at a place.</summary>
    public bool IsInBranches(int index) => CallsOf(index).Any(item => ParallelCall.Around(item.Call.Syntax) is not null);

    /// <summary>What the source becomes where the innermost branches around the step at a place are put one after the other.</summary>
    public IEnumerable<Task<Solution>> Unfold(int index)
    {
        foreach (var (call, document) in CallsOf(index))
        {
            if (ParallelCall.Around(call.Syntax) is { } group)
            {
                var changes = new ParallelCall(group.SyntaxTree.GetText(cancellation), group, method => IsExtension(compilation, method, cancellation)).Unfold();
                if (changes is not null)
                {
                    yield return document.With(changes, cancellation);
                }
            }
        }
    }

    /// <summary>What the source becomes where the declarations of the galaxy change.</summary>
    public IEnumerable<Task<Solution>> Change(GalaxyEdit edit)
    {
        var source = new GalaxySource(project, Reading.Galaxy!, NamesAt, cancellation);
        return edit switch
        {
            ConnectToSms connect => source.Connect(connect.Platform, connect.Server),
            DeclareSms declare => source.Declare(declare.Server),
            _ => [],
        };
    }

    /// <summary>A step as its author wrote it.</summary>
    public StepOrCode AsWritten(int index) =>
        CallsOf(index).Select(item => new StepOrCode(Step: null, item.Call.Code, item.Call.Comment)).DefaultIfEmpty(Steps[index]).First();

    private static bool IsExtension(Compilation compilation, ExpressionSyntax method, CancellationToken cancellation) =>
#pragma warning disable RS1030 // The compilation is the project's own, and no analyzer runs.
        compilation.GetSemanticModel(method.SyntaxTree).GetSymbolInfo(method, cancellation).Symbol is IMethodSymbol { IsExtensionMethod: true };
#pragma warning restore RS1030

    private INamedTypeSymbol? FindAgain(Compilation other) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(DocumentationCommentId.CreateDeclarationId(Type)!, other) as INamedTypeSymbol;

    /// <summary>The call that adds a step, and the call in <c>Define</c> that led to it where that is another one.</summary>
    /// <param name="index">The step.</param>
    /// <param name="outwards">How many phases or groups of branches around the step are meant instead of it.</param>
    private IEnumerable<(StepCall Call, Document Document)> CallsOf(int index, int outwards = 0)
    {
        if (index < 0 || index >= Reading.Steps.Count)
        {
            yield break;
        }

        var source = Reading.Steps[index];
        foreach (var place in new[] { source.Inner, source.Location })
        {
            if (place?.SourceTree is { } tree
                && project.GetDocument(tree) is { } document
                && tree.GetRoot(cancellation).FindToken(place.SourceSpan.End - 1).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
                && new StepCall(tree.GetText(cancellation), call).Span == place.SourceSpan
                && Around(call, outwards) is { } meant)
            {
                yield return (new StepCall(tree.GetText(cancellation), meant), document);
            }
        }
    }

    /// <summary>The call of <c>Phase</c> or <c>InParallel</c> that a step stands in, so many of them further out.</summary>
    private static InvocationExpressionSyntax? Around(InvocationExpressionSyntax call, int outwards)
    {
        var meant = call;
        for (; outwards > 0 && meant is not null; outwards--)
        {
            meant = meant.FirstAncestorOrSelf<LambdaExpressionSyntax>()?.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax outer } ? outer : null;
        }

        return meant;
    }

    /// <summary>The code of a step beside a call: what that call names too is named as there, which in a loop or a fragment is what varies.</summary>
    private string Code(StepOrCode wanted, StepCall beside, Document document, int index)
    {
        if (wanted.Code is { } code)
        {
            return code;
        }

        var targets = Steps[index].Targets.ToArray();
        var arguments = beside.Arguments.ToArray();
        var names = NamesAt(document, beside.Span.Start);
        return StepCode.Of(
            wanted.Step!,
            target => Array.IndexOf(targets, target) is var place && place >= 0 && arguments.Length == targets.Length ? arguments[place] : names.Of(target),
            names.OfForcedDeployment());
    }
}

/// <summary>A step, or the code of one as it is written in the source already, with the comment behind it.</summary>
internal readonly record struct StepOrCode(Step? Step, string? Code, string? Comment)
{
    public static implicit operator StepOrCode(Step step) => new(step, Code: null, Comment: null);
}
