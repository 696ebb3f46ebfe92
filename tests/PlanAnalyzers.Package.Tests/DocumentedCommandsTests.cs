using System.Text.RegularExpressions;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Package.Tests;

/// <summary>Every command that the pages show does what they say, in a project of a user.</summary>
/// <remarks>
/// The commands of a plan's executable are given to the built program, as <c>dotnet run</c> would do: with their files, in a folder.
/// </remarks>
public sealed partial class DocumentedCommandsTests(Packages packages)
{
    private const string StoppedAtStep8 = "run --driver simulator --fault 8=fails";
    private const int NobodyAnswers = 9;

    /// <summary>Pages for those who change this project: their commands are the tests and the benchmarks themselves.</summary>
    private static readonly string[] ForContributors = ["contributing.md", "performance.md"];

    /// <summary>Commands that are not run here, and what runs them instead or why nothing can.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["dotnet test"] = "this is it",
        ["dotnet pack"] = "Packages",
        ["dotnet nuget add source \"$PWD/artifacts/packages\" --name plananalyzers"] = "would change the settings of whoever runs the tests",
        ["dotnet new install PlanAnalyzers.Templates"] = "TemplateTests",
        ["dotnet new upgrade-plan --name MyPlant --output ../MyPlant --from 2020R2SP1 --to 2023R2SP1"] = "TemplateTests",
        ["dotnet run --project ../MyPlant"] = "TemplateTests",
        ["dotnet run --project samples/RedundantPair"] = "SampleTests",
        ["dotnet publish -r win-x64 --self-contained -p:PublishSingleFile=true"] = "SingleFileTests, for the system that it runs on",
        ["dotnet build-server shutdown"] = "would stop the servers of whoever runs the tests",
        ["dotnet run -- run --driver script --script site.json"] = ".ci/run, with the script of the sample",
        ["dotnet run -- locate --driver script --script site.json"] = "LocateCommandTests",
        ["dotnet run --project samples/RedundantPair -- run --driver script --script samples/Scripts/site.json"] = ".ci/run",
    };

    /// <summary>What must have been done before a command, and how it ends where that is not with 0.</summary>
    private static readonly Dictionary<string, (string[] Before, int ExitCode)> Special = new(StringComparer.Ordinal)
    {
        ["simulate --fail 8"] = ([], 4),
        ["run --driver simulator --journal rehearsal.journal --fault 8=fails"] = ([], 4),
        ["run --driver manual --operator \"A. Lovelace\""] = ([], NobodyAnswers),
        ["locate --driver manual"] = ([], NobodyAnswers),
        ["locate --seen seen.json"] = ([], 10), // As at the start, which is also the state after work by hand.
        ["resume"] = ([StoppedAtStep8], 0),
        ["resume --accept --reason \"P3 is down for repair\""] = (["run --driver simulator --fault 8=changed"], 4), // The partner that is down keeps a later step from being begun.
        ["resume --done 8 --reason \"seen on the node\""] = (["run --driver simulator --fault 8=false-failure"], 0),
        ["status --verify"] = ([StoppedAtStep8], 0),
    };

    [Fact]
    public async Task Every_command_of_the_pages_does_what_they_say()
    {
        var folder = await Project();
        var program = Path.Combine(folder, "bin", "Debug", "net10.0", "Documented.dll");
        var own = Directory.GetFiles(folder);
        var failures = new List<string>();
        var last = "";
        foreach (var (page, command) in Commands().Where(shown => !Elsewhere.ContainsKey(shown.Command)))
        {
            foreach (var made in page == last ? [] : Directory.GetFiles(folder).Except(own))
            {
                File.Delete(made);
            }

            last = page;
            var parts = Words().Matches(command).Select(word => word.Value.Trim('"')).ToArray();
            var (arguments, output) = Array.IndexOf(parts, ">") is > 0 and var redirect ? (parts[..redirect], parts[redirect + 1]) : (parts, null);
            int exitCode;
            string printed;
            var expected = 0;
            if (Array.IndexOf(arguments, "--") is > 0 and var end && arguments[1] == "run")
            {
                (var before, expected) = Special.GetValueOrDefault(command[(command.IndexOf(" -- ", StringComparison.Ordinal) + 4)..], ([], 0));
                foreach (var journal in Directory.GetFiles(folder, "*.journal*"))
                {
                    File.Delete(journal);
                }

                foreach (var earlier in before)
                {
                    await Dotnet.Run(folder, [program, .. earlier.Split(' ')]);
                }

                (exitCode, printed) = await Dotnet.Run(folder, [program, .. arguments[(end + 1)..]]);
            }
            else
            {
                (exitCode, printed) = await Dotnet.RunAs(arguments[1] is "tool" or "plan" or "new" ? Path.Combine(packages.Folder, "home") : null, folder, arguments[1..]);
            }

            if (output is not null)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, output), printed, TestContext.Current.CancellationToken);
            }

            if (exitCode != expected)
            {
                failures.Add($"{page}: {command}\n  exit code {exitCode}, expected {expected}\n{printed}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    [Fact]
    public void What_runs_elsewhere_stands_in_a_page() => Assert.Empty(Elsewhere.Keys.Except(Commands().Select(shown => shown.Command)));

    /// <summary>The commands in the order in which a reader meets them, without what a comment says of them.</summary>
    private static IEnumerable<(string Page, string Command)> Commands() =>
        new[] { Repository.PathOf("README.md") }
            .Concat(Directory.GetFiles(Repository.PathOf("docs"), "*.md").Order(StringComparer.Ordinal))
            .Where(page => !ForContributors.Contains(Path.GetFileName(page)))
            .SelectMany(page => ConsoleBlock().Matches(File.ReadAllText(page).ReplaceLineEndings("\n"))
                .SelectMany(block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                .Select(line => (Path.GetFileName(page), Comment().Replace(line, "").Replace("$ ", "", StringComparison.Ordinal).Trim())));

    /// <summary>A project as the README shows it.</summary>
    private async Task<string> Project()
    {
        var folder = await packages.NewProject(
            "Documented",
            "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>",
            ["PlanAnalyzers.Execution"],
            ("Program.cs", "return await Plant7Upgrade.RunAsync(args);\n"),
            ("Plan.cs", ConformanceCases.Read("valid-seed-procedure").Replace(".Upload", ".Manual(\"Back up the galaxy\").Upload", StringComparison.Ordinal)),
            ("site.csv", "tag_name,template,hosted_by,galaxy_repository\nGR01,$WinPlatform,,1\nAOS01,$WinPlatform,,0\n"));
        var (built, build) = await Dotnet.Run(folder, "build");
        Assert.True(built == 0, build);
        return folder;
    }

    [GeneratedRegex("^```console\n(?<lines>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConsoleBlock();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex("\\s+#.*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();
}
