using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Tool.Tests;

/// <summary>What the tool said and wrote.</summary>
internal sealed record Outcome(ExitCode ExitCode, string Output, string Error)
{
    /// <summary>Compiles the written code with the generator and the analyzer: neither the compiler nor the rules say anything.</summary>
    /// <returns>The galaxy that the plan was validated for.</returns>
    public async Task<Model.Galaxy> Validated()
    {
        var project = TestProject.Of(Output);
        Assert.Empty(project.CompilerDiagnostics());
        Assert.Empty(await project.AnalyzerDiagnostics());
        var plan = project.Load().GetExportedTypes().Single(type => type.Name.EndsWith("Upgrade", StringComparison.Ordinal));
        return ((Model.ValidatedPlan)plan.GetProperty("Validated")!.GetValue(null)!).Galaxy;
    }
}

/// <summary>The tool as its command runs it.</summary>
internal static class Tool
{
    public static async Task<Outcome> Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await ToolCommandLine.InvokeAsync(arguments, output, error, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    /// <summary>Imports an export of some text.</summary>
    public static async Task<Outcome> Import(string export, params string[] options) => await Import("site.csv", System.Text.Encoding.UTF8.GetBytes(export), options);

    /// <summary>Imports an export of some bytes.</summary>
    public static async Task<Outcome> Import(string name, byte[] export, params string[] options)
    {
        using var folder = new Execution.Tests.TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File(name), export, TestContext.Current.CancellationToken);
        var outcome = await Run(["import", folder.File(name), .. options]);
        return outcome with { Error = outcome.Error.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal) };
    }
}
