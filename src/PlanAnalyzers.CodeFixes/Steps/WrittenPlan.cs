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

    /// <summary>What the source becomes where steps come to a place.</summary>
    /// <param name="at">The place.</param>
    /// <param name="added">The steps, or their code as it is written elsewhere in the plan.</param>
    public IEnumerable<Task<Solution>> Insert(PlanPosition at, PlacedSteps added)
    {
        var gap = at.IsAfter ? at.Index + 1 : at.Index;
        var (before, after) = (CallsOf(gap - 1, at.IsAfter ? at.Out : 0), CallsOf(gap, at.IsAfter ? 0 : at.Out));
        var behind = before.Select(item => (item.Document, Change: item.Call.InsertAfter(Calls(added, item.Call, item.Document, gap - 1))));
        var inFront = after.Select(item => (item.Document, Change: item.Call.InsertBefore(Calls(added, item.Call, item.Document, gap))));
        var beside = at.IsAfter || at.Index == Steps.Count ? behind.Concat(inFront) : inFront.Concat(behind);
        var atTheEnd = gap == Steps.Count ? EndOfDefine(added) : [];

        // What is done elsewhere than in a loop does not belong into it, even if it has only one round.
        return (before.Any(item => item.Call.IsRepeated && Calls(added, item.Call, item.Document, gap - 1).IsRow) ? atTheEnd.Concat(beside) : beside.Concat(atTheEnd))
            .Where(item => item.Change is not null)
            .Select(item => item.Document.With([item.Change!.Value], cancellation));
    }

    /// <summary>What the source becomes where lines go elsewhere as they are written, for every round of a loop and every caller of a fragment.</summary>
    public Solution? Move(IReadOnlyCollection<PlacedSteps> lines, PlanPosition at)
    {
        var (beside, document) = CallsOf(at.Index, at.Out).FirstOrDefault();
        if (beside is null || lines.Any(line => line.Code is null))
        {
            return null;
        }

        var tree = beside.Syntax.SyntaxTree;
        var moves = new List<(NewCalls, IReadOnlyList<TextSpan>)>();
        var taken = new HashSet<TextSpan> { beside.Span };
        foreach (var line in lines)
        {
            var calls = line.Places.Select(index => CallsOf(index).First().Call).ToArray();
            if (calls.Any(call => call.Syntax.SyntaxTree != tree || !taken.Add(call.Span)))
            {
                return null; // In another file, or in another round of the same loop.
            }

            moves.Add((new NewCalls([line.Code!], line.IsLine, line.Comment), [.. calls.Select(call => call.Span)]));
        }

        return new CallMoves(tree, beside).Run(moves, at.IsAfter, cancellation) is { } text
            ? document.WithText(text).Project.Solution
            : null;
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

    /// <summary>Neighbouring steps as their author wrote them: those that are all of a line together.</summary>
    public IEnumerable<PlacedSteps> AsWritten(int first, int count)
    {
        for (var (index, end) = (first, first + count); index < end;)
        {
            var line = LineFrom(index, end);
            yield return line;
            index += line.Steps.Count;
        }
    }

    private PlacedSteps LineFrom(int index, int end)
    {
        var calls = new List<StepCall>();
        for (var next = index; next < end && CallsOf(next).Select(item => item.Call).FirstOrDefault() is { } call; next++)
        {
            var isInLine = next == index ? call.BeginsRow : (call.Syntax.Expression as MemberAccessExpressionSyntax)?.Expression == calls[calls.Count - 1].Syntax;
            if (!isInLine)
            {
                return Alone(next == index ? call : calls[0]);
            }

            calls.Add(call);
            if (call.EndsRow)
            {
                return new PlacedSteps(
                    Steps.Skip(index).Take(calls.Count).ToValueList(), index, string.Join(".", calls.Select(part => part.Code)), call.Comment, IsLine: true);
            }
        }

        return Alone(calls.FirstOrDefault());

        PlacedSteps Alone(StepCall? call) => new(ValueList.Of(Steps[index]), index, call?.Code);
    }

    /// <summary>Steps behind all that <c>Define</c> does, which may end with a loop.</summary>
    private IEnumerable<(Document Document, TextChange? Change)> EndOfDefine(PlacedSteps added)
    {
        if (Reading.Define is not { SourceTree: { } tree } define
            || project.GetDocument(tree) is not { } document
            || tree.GetRoot(cancellation).FindToken(define.SourceSpan.Start).Parent is not MethodDeclarationSyntax method)
        {
            return [];
        }

        var text = tree.GetText(cancellation);
        var statements = method.Body?.Statements ?? default;
        var end = statements.LastOrDefault() as ReturnStatementSyntax;
        return (method.ExpressionBody?.Expression ?? end?.Expression) switch
        {
            InvocationExpressionSyntax call => [(document, new StepCall(text, call).InsertAfter(Calls(added, document, call.SpanStart)))],
            IdentifierNameSyntax { Identifier.Text: var name } when statements.Count > 1 =>
                [(document, Calls(added, document, end!.SpanStart).AsStatementAfter(statements[statements.Count - 2], name, text))],
            _ => [],
        };
    }

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

    /// <summary>The calls for steps beside another call, which are a line of their own where that call and those in its line are about something else.</summary>
    private NewCalls Calls(PlacedSteps added, StepCall beside, Document document, int index)
    {
        if (added.Code is not null)
        {
            return Calls(added, document, beside.Span.Start);
        }

        var named = new HashSet<string>(StringComparer.Ordinal);
        var calls = added.Steps.Select(step => Code(step, beside, document, index, named)).ToArray();
        return new NewCalls(calls, named.Count > 0 && !named.Overlaps(beside.ArgumentsInRow));
    }

    /// <summary>The calls for steps where no other call is beside them.</summary>
    private NewCalls Calls(PlacedSteps added, Document document, int position)
    {
        var names = NamesAt(document, position);
        return added.Code is { } code
            ? new NewCalls([code], added.IsLine, added.Comment)
            : new NewCalls([.. added.Steps.Select(step => StepCode.Of(step, names.Of, names.OfForcedDeployment()))], IsRow: true);
    }

    /// <summary>The code of a step beside a call: what that call names too is named as there, which in a loop or a fragment is what varies.</summary>
    private string Code(Step wanted, StepCall beside, Document document, int index, HashSet<string>? named = null)
    {
        var targets = Steps[index].Targets.ToArray();
        var arguments = beside.Arguments.ToArray();
        var names = NamesAt(document, beside.Span.Start);
        return StepCode.Of(wanted, NameOf, names.OfForcedDeployment());

        string NameOf(DeployTarget target)
        {
            var name = Array.IndexOf(targets, target) is var place && place >= 0 && arguments.Length == targets.Length ? arguments[place] : names.Of(target);
            named?.Add(name);
            return name;
        }
    }
}

/// <summary>Steps that come to a place together.</summary>
/// <param name="Steps">The steps.</param>
/// <param name="First">Where the first of them stands in the plan already.</param>
/// <param name="Code">Their code as it is written in the source already.</param>
/// <param name="Comment">The comment behind them there.</param>
/// <param name="IsLine">Whether they are all of a line there.</param>
internal sealed record PlacedSteps(ValueList<Step> Steps, int First = -1, string? Code = null, string? Comment = null, bool IsLine = false)
{
    /// <summary>Where they stand in the plan already.</summary>
    public IEnumerable<int> Places => First < 0 ? [] : Enumerable.Range(First, Steps.Count);
}
