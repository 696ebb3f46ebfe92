using System.Runtime.CompilerServices;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>
/// Snapshots in the manner of Verify.SourceGenerators: what a generator wrote is compared with <c>Class.Method#Hint.verified.cs</c> beside
/// the test, and lies in <c>….received.cs</c> where it differs. Other texts are compared in the same way.
/// </summary>
/// <remarks>
/// Stands in for the package Verify.SourceGenerators, with the shape of its calls and its names of files. Where the package can be
/// restored this file is deleted and its namespace imported instead.
/// </remarks>
internal static class Verifier
{
    /// <summary>Compares every file that the driver's generators wrote, and the list of those files.</summary>
    public static async Task Verify(
        GeneratorDriver driver, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        var folder = FolderOf(sourceFile);
        var prefix = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}#";
        var written = driver.GetRunResult().Results
            .SelectMany(result => result.GeneratedSources)
            .ToDictionary(
                source => prefix + Path.ChangeExtension(source.HintName, null),
                source => source.SourceText.ToString(),
                StringComparer.Ordinal);

        var failures = new List<string>();
        foreach (var (name, text) in written)
        {
            if (await Compare(folder, name, text, "cs") is { } failure)
            {
                failures.Add(failure);
            }
        }

        failures.AddRange(Directory.GetFiles(folder, prefix + "*.verified.cs")
            .Select(path => Path.GetFileName(path))
            .Where(file => !written.ContainsKey(file[..^".verified.cs".Length]))
            .Select(file => $"{file} is no longer written: delete it."));
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    /// <summary>Compares a text with <c>fileName.verified.txt</c> beside the test.</summary>
    public static async Task Verify(string target, string fileName, [CallerFilePath] string sourceFile = "")
    {
        var failure = await Compare(FolderOf(sourceFile), fileName, target, "txt");
        Assert.True(failure is null, failure);
    }

    private static async Task<string?> Compare(string folder, string name, string received, string extension)
    {
        var (verifiedPath, receivedPath) = (Path.Combine(folder, $"{name}.verified.{extension}"), Path.Combine(folder, $"{name}.received.{extension}"));
        var verified = File.Exists(verifiedPath) ? await File.ReadAllTextAsync(verifiedPath) : "";
        if (verified == received)
        {
            File.Delete(receivedPath);
            return null;
        }

        await File.WriteAllTextAsync(receivedPath, received);
        var changes = InlineDiffBuilder.Diff(verified, received).Lines
            .Where(line => line.Type is ChangeType.Inserted or ChangeType.Deleted)
            .Select(line => $"{(line.Type == ChangeType.Inserted ? '+' : '-')} {line.Text}");
        return $"{name} differs. If it is right, rename {Path.GetFileName(receivedPath)} to {Path.GetFileName(verifiedPath)}.\n{string.Join('\n', changes)}";
    }

    /// <summary>The folder of the test's source; a deterministic build maps the path that the compiler knows.</summary>
    private static string FolderOf(string sourceFile)
    {
        const string Project = "PlanAnalyzers.Compiler.Tests";
        var inProject = sourceFile[(sourceFile.LastIndexOf(Project, StringComparison.Ordinal) + Project.Length + 1)..];
        return Path.GetDirectoryName(Repository.PathOf("tests", Project, inProject))!;
    }
}
