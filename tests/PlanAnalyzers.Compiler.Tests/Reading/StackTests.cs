using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanAnalyzers.Compiler.Analysis;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Reading;

/// <summary>
/// Sources that nest, read on the small stacks that hosts have. An overflow ends the process, and these tests with it.
/// </summary>
public sealed class StackTests
{
    private const int Kilobyte = 1024;

    public static TheoryData<string, string> Sources => new()
    {
        { "one long chain", "=> plan" + Repeat(".Manual(\"Wait\")", 3000) + ";" },
        { "a long sum", "{ var a = \"a\"; return plan.Manual(a" + Repeat(" + a", 2000) + "); }" },
        { "a long condition", "{ var a = true; return a" + Repeat(" && a", 2000) + " ? plan : plan.Manual(\"Wait\"); }" },
        { "many else if", "{ var a = 1; if (a == 2) { } " + Repeat("else if (a == 3) { } ", 2000) + "return plan; }" },
        { "calls of calls", "=> plan.Manual(" + Repeat("I(", 100) + "\"a\"" + Repeat(")", 100) + "); static string I(string a) => a;" },
        { "recursion", "=> R(plan, 190); static Plan R(Plan plan, int n) => n == 0 ? plan : R(plan.Manual(\"Wait\"), n - 1);" },
        { "recursion through everything", "=> R(plan, 60); static Plan R(Plan plan, int n) { foreach (var i in new[] { n }.Select(i => i)) { switch (i) { case > 0: if (i is int and not 0) { plan = new[] { plan }.Aggregate(plan, (p, q) => R(p, n - 1)); } break; } } return plan; }" },
        { "phases in phases", "=> R(plan, 95); static Plan R(Plan plan, int n) => n == 0 ? plan.Manual(\"Wait\") : plan.Phase(\"P\", inner => R(inner, n - 1));" },
        { "written phases in phases", "=> plan" + Repeat(".Phase(\"P\", p => p", 10) + ".Manual(\"Wait\")" + Repeat(")", 10) + ";" },
        { "UPG1004 phases too deep", "=> plan.Phase(\"P\", a => A(a, 99)); static Plan A(Plan plan, int n) { System.Func<Plan, Plan> f = p => p; for (var i = 0; i < 120; i++) { var g = f; f = p => p.Phase(\"P\", g); } return f(plan); }" },
        { "UPG1004 generic recursion", "=> plan.Manual(R<int>(180)); static string R<T>(int n) => n == 0 ? \"a\" : R<System.Collections.Generic.List<T>>(n - 1);" },
        { "UPG1004 a query over a query", "{ System.Collections.Generic.IEnumerable<int> all = new[] { 1 }; for (var i = 0; i < 150000; i++) { all = all.Select(n => n); } foreach (var n in all) { plan = plan.Manual(\"Wait\"); } return plan; }" },
        { "UPG1001 many keys", "{ var all = new[] { 1 }.OrderBy(n => n); for (var i = 0; i < 50000; i++) { all = all.ThenBy(n => n); } foreach (var n in all) { plan = plan.Manual(\"Wait\"); } return plan; }" },
        { "a long list of objects", "{ foreach (var n in new[] { Node.First }) { plan = plan.Manual(\"Wait\"); } return plan; } sealed class Node { public static readonly Node First = Make(); public (Node?, int) Next; static Node Make() { var n = new Node(); for (var i = 0; i < 10000; i++) { n = new Node { Next = (n, i) }; } return n; } }" },
        { "UPG1004 comparing what is deep", "=> N.Make() == N.Make() ? plan : plan.Manual(\"Wait\"); sealed record N(N? Next, int I) { public static N Make() { var n = new N(null, 0); for (var i = 0; i < 30000; i++) { n = new N(n, i); } return n; } }" },
        { "UPG1004 text of what is deep", "{ object a = 1; for (var i = 0; i < 50000; i++) { a = (a, 1); } return plan.Manual($\"{a}\"); }" },
        { "UPG1001 order of what is deep", "{ object a = 1; for (var i = 0; i < 100000; i++) { a = (a, 1); } return new[] { a, a }.OrderBy(o => o).Count() > 1 ? plan : plan.Manual(\"Wait\"); }" },
        { "UPG1004 an object that makes itself", "=> plan.Manual(new N().ToString()!); sealed class N { readonly N next = new N(); public override string ToString() => next is null ? \"a\" : \"b\"; }" },
        { "does not compile: a struct in itself", "=> plan.Manual(new N().Text); struct N { public N Inner; public string Text => \"a\"; }" },
        { "does not compile: a constructor that calls itself", "=> plan.Manual(new N().Text); sealed class N { public N() : this() { } public string Text => \"a\"; }" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Nothing_that_is_nested_overflows_the_stack_of_a_host(string what, string define)
    {
        var project = TestProject.Of(
            Marked.Plant7, "using System.Linq;\n" + Marked.PlanHead + "{ static Plan Define(Plan plan) " + define + " }");
        var expected = what.StartsWith("UPG", StringComparison.Ordinal) ? what[..7] : null;
        foreach (var size in new[] { 256, 1024 })
        {
            Assert.Equal(expected, On(size * Kilobyte, () => Read(project)));
        }
    }

    [Fact]
    public void A_galaxy_that_is_nested_is_read_on_a_small_stack_too()
    {
        var galaxy = Marked.Plant7.Replace(
            "\"AOS01\"", "Node(150)", StringComparison.Ordinal).Replace(
            "public static readonly AppEngine E1 ", "static string Node(int n) => n == 0 ? \"AOS\" : Node(n - 1);\n public static readonly AppEngine E1 ", StringComparison.Ordinal);
        Assert.Null(On(256 * Kilobyte, () => Read(TestProject.Of(galaxy, Plans.VendorProcedure))));
    }

    /// <summary>Which rule of reading a project breaks, if any, when both the generator and the analyzer read it on this thread.</summary>
    private static string? Read(TestProject project)
    {
        var driver = TestProject.Driver().RunGenerators(project.Compilation);
        Assert.Null(driver.GetRunResult().Results[0].Exception);
        var text = Assert.Single(driver.GetRunResult().GeneratedTrees).ToString();
        var generated = new[] { "UPG1001", "UPG1004" }.SingleOrDefault(id => text.Contains(id, StringComparison.Ordinal));

        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => failure = exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = project.Compilation.WithAnalyzers([new UpgradePlanAnalyzer()], options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        Assert.Null(failure);
        var reported = found.Select(diagnostic => diagnostic.Id).SingleOrDefault(id => id is "UPG1001" or "UPG1004");
        Assert.True(generated == reported || project.Compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return reported;
    }

    private static T On<T>(int size, Func<T> work)
    {
        var result = default(T);
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            size);
        thread.Start();
        thread.Join();
        Assert.True(failure is null, failure?.ToString());
        return result!;
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count)).ToString(CultureInfo.InvariantCulture);
}
