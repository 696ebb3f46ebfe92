using System.CommandLine.Parsing;
using System.Globalization;
using PlanAnalyzers.Model;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Execution.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData("bogus")]
    [InlineData("--bogus")]
    [InlineData("show extra")]
    [InlineData("show --all --changes")]
    [InlineData("--all --changes")]
    [InlineData("--all simulate")]
    [InlineData("simulate --fail")]
    [InlineData("simulate --fail 0")]
    [InlineData("simulate --fail 12")]
    [InlineData("simulate --fail -1")]
    [InlineData("simulate --fail 99999999999999999999")]
    [InlineData("simulate --fail two")]
    [InlineData("simulate --fail 1 --fail 2")]
    [InlineData("simulate --duration")]
    [InlineData("simulate --duration Upgrade")]
    [InlineData("simulate --duration Upgrade=")]
    [InlineData("simulate --duration =5")]
    [InlineData("simulate --duration Install=5")]
    [InlineData("simulate --duration Upgrade=-1")]
    [InlineData("simulate --duration Upgrade=1,5")]
    [InlineData("simulate --duration Upgrade=NaN")]
    [InlineData("simulate --duration Upgrade=1e3")]
    [InlineData("simulate --duration Upgrade=1000000000")]
    [InlineData("simulate --duration Upgrade=1 --duration upgrade=2")]
    [InlineData("simulate --takeover -2")]
    [InlineData("simulate --takeover soon")]
    [InlineData("simulate --pace 0")]
    [InlineData("simulate --pace -1")]
    [InlineData("simulate --pace Infinity")]
    [InlineData("run")]
    [InlineData("run --driver")]
    [InlineData("run --driver robot")]
    [InlineData("run --driver manual --fault 1=fails")]
    [InlineData("run --driver manual --pace 10")]
    [InlineData("run --driver simulator --journal")]
    [InlineData("run --driver simulator --script site.json")]
    [InlineData("run --driver simulator --limit 0")]
    [InlineData("run --driver simulator --limit 40001")]
    [InlineData("run --driver simulator --fault 1")]
    [InlineData("run --driver simulator --fault 0=fails")]
    [InlineData("run --driver simulator --fault 12=fails")]
    [InlineData("run --driver simulator --fault 1=explodes")]
    [InlineData("run --driver simulator --fault 1=fails --fault 1=hangs")]
    [InlineData("run --driver simulator --reason x")]
    [InlineData("resume --driver simulator")]
    [InlineData("resume --accept")]
    [InlineData("resume --accept --reason")]
    [InlineData("resume --reason x")]
    [InlineData("resume --done 12 --reason x")]
    [InlineData("resume --done x --reason x")]
    [InlineData("resume --done 1 --repeat 1 --reason x")]
    [InlineData("status --verify --operator Ada")]
    [InlineData("locate")]
    [InlineData("locate --driver robot")]
    [InlineData("locate --driver manual --template")]
    [InlineData("locate --driver manual --script site.json")]
    [InlineData("locate --template --journal run.journal")]
    [InlineData("run --driver simulator --operator ")]
    [InlineData("locate --seen")]
    [InlineData("export")]
    [InlineData("export --format")]
    [InlineData("export --format pdf")]
    [InlineData("export --format JSON")]
    [InlineData("export --format json --output")]
    [InlineData("export --format json --force")]
    [InlineData("@arguments")]
    [InlineData("[diagram] show")]
    public async Task Wrong_arguments_are_refused_with_a_message_and_do_nothing(string args)
    {
        var refused = await Executable.RunAsync(Plans.Vendor, args.Split(' '));

        Assert.Equal(ExitCode.WrongArguments, refused.ExitCode);
        Assert.Empty(refused.Out);
        Assert.StartsWith("error: ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--help", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("show")]
    [InlineData("simulate")]
    [InlineData("run")]
    [InlineData("resume")]
    [InlineData("status")]
    [InlineData("locate")]
    [InlineData("export")]
    public async Task Help_lists_the_exit_codes_and_its_examples_work(string command)
    {
        var help = await Executable.RunAsync(Plans.Vendor, [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(ExitCode.Done, help.ExitCode);
        Assert.DoesNotContain("08:00:00", help.Out, StringComparison.Ordinal); // Limits are given in minutes, and said in minutes.
        foreach (var code in Enum.GetValues<ExitCode>())
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{(int)code}  {code.Text()}"), help.Lines);
        }

        using var folder = new TemporaryFolder();
        var name = System.CommandLine.RootCommand.ExecutableName;
        var examples = help.Lines.SkipWhile(line => line != "Examples:").Where(line => line == name || line.StartsWith(name + " ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(examples);
        if (command == "locate")
        {
            var template = await Executable.RunAsync(Plans.Vendor, "locate", "--template");
            await File.WriteAllTextAsync(folder.File("seen.json"), template.Out, TestContext.Current.CancellationToken);
            await Executable.RunAsync(Plans.Vendor, "run", "--driver", "simulator", "--journal", folder.File($"{Plans.Vendor.Plan.Name}.journal"));
        }

        if (command is "resume" or "status")
        {
            await Executable.RunAsync(Plans.Vendor, ["run", "--driver", "simulator", "--fault", "8=fails", .. JournalIn(folder)]);
        }

        foreach (var example in examples)
        {
            var args = CommandLineParser.SplitCommandLine(example[name.Length..].Split('>')[0].Replace("--pace 10", "--pace 100000", StringComparison.Ordinal))
                .Select(arg => arg.Contains('.', StringComparison.Ordinal) && char.IsLetter(arg[0]) ? folder.File(arg) : arg)
                .ToArray();
            var needsJournal = args is ["run" or "resume" or "status", ..] && !args.Contains("--journal");
            var expected = args.Contains("--fail") || args.Contains("--fault") ? ExitCode.RunFailed
                : args.Contains("manual") ? ExitCode.CannotObserve // Nobody is there to answer.
                : args.Contains("script") ? ExitCode.WrongArguments // There is no such site.
                : ExitCode.Done;
            Assert.Equal(expected, (await Executable.RunAsync(Plans.Vendor, [.. args, .. needsJournal ? JournalIn(folder, args is ["run", ..] ? Array.IndexOf(examples, example) : 0) : []])).ExitCode);
        }
    }

    private static string[] JournalIn(TemporaryFolder folder, int number = 0) =>
        ["--journal", folder.File(string.Create(CultureInfo.InvariantCulture, $"{number}.journal"))];

    [Fact]
    public async Task Version_names_the_plan()
    {
        var version = await Executable.RunAsync(Plans.Vendor, "--version");

        Assert.Equal(ExitCode.Done, version.ExitCode);
        Assert.Contains($"Plan {Plans.Vendor.Plan.Name} {Plans.Vendor.Fingerprint}", version.Lines);
    }

    [Theory]
    [InlineData()]
    [InlineData("--help")]
    [InlineData("simulate")]
    [InlineData("nonsense")]
    public async Task A_plan_that_cannot_be_built_or_was_changed_is_refused_whatever_the_arguments(params string[] args)
    {
        var steps = Plans.Vendor.Plan.Steps;
        var reason = new PlanRefusedException("Plant7Upgrade", ["UPG4001: first this\u001b[2J", "UPG6001: then that"]);
        Executable[] refusals =
        [
            await Executable.RunAsync(() => throw reason, () => steps, args),
            await Executable.RunAsync(() => throw new TypeInitializationException("Plant7Upgrade", reason), () => steps, args),
            await Executable.RunAsync(() => Plans.Vendor, () => steps.Reverse().ToPlanSteps(), args),
            await Executable.RunAsync(() => Plans.Vendor, () => steps.Take(3).ToPlanSteps(), args),
            Refuse(),
        ];

        foreach (var refused in refusals)
        {
            Assert.Equal(ExitCode.PlanRefused, refused.ExitCode);
            Assert.Empty(refused.Out);
            Assert.StartsWith("The plan Plant7Upgrade is refused", refused.Error, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', refused.Error);
        }

        Assert.Contains("  UPG4001: first this\\u001B[2J\n  UPG6001: then that\n", refusals[0].Error, StringComparison.Ordinal);
        Assert.Equal(refusals[0].Error, refusals[1].Error);
        Assert.Equal(refusals[0].Error, refusals[4].Error);
        Assert.Contains("Step 4 was checked as MigrateGalaxy(), but Define builds nothing", refusals[3].Error, StringComparison.Ordinal);

        Executable Refuse()
        {
            var (output, error) = (new StringWriter(), new StringWriter());
            return new Executable(PlanHost.Refuse(reason.Plan, reason.Reasons, PlanTerminal.Plain(output, error)), output.ToString(), error.ToString());
        }
    }

    [Fact]
    public async Task A_failure_that_nobody_foresaw_is_a_message_and_no_stack_trace()
    {
        var failed = await Executable.RunAsync(
            () => Plans.Vendor,
            () => throw new TypeInitializationException("Plant7", new InvalidOperationException("bad\u001b[31m galaxy")));

        Assert.Equal(ExitCode.Unforeseen, failed.ExitCode);
        Assert.StartsWith("error: bad\\u001B[31m galaxy (InvalidOperationException)\n", failed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_that_cannot_be_written_has_its_own_exit_code()
    {
        var error = new StringWriter();
        var terminal = PlanTerminal.Plain(new FullDisk(), error);
        var exitCode = await PlanHost.RunAsync(() => Plans.Vendor, () => Plans.Vendor.Plan.Steps, [], terminal, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.CannotWrite, exitCode);
        Assert.Contains("no space left", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documentation_says_what_the_program_does()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("docs", "executables.md"), TestContext.Current.CancellationToken);
        foreach (var code in Enum.GetValues<ExitCode>())
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| {(int)code} | {code.Text()} |"), text, StringComparison.Ordinal);
        }

        foreach (var (kind, minutes, why) in AssumedDurations.Table)
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| `{kind}` | {minutes} | {why} |"), text, StringComparison.Ordinal);
        }

        foreach (var (fault, _, what) in InjectedFaultText.Table)
        {
            Assert.Contains($"| `{fault}` | {what} |", text, StringComparison.Ordinal);
        }

        foreach (var kind in Enum.GetNames<RecordKind>())
        {
            Assert.Contains($"| `{kind}` |", text, StringComparison.Ordinal);
        }

        foreach (var command in new[] { "show", "simulate", "run", "resume", "status", "locate", "export" })
        {
            var help = await Executable.RunAsync(Plans.Vendor, command, "--help");
            foreach (var option in help.Out.Split(' ', '\n', ',').Where(word => word.StartsWith("--", StringComparison.Ordinal)).Distinct())
            {
                Assert.Contains($"`{option}", text, StringComparison.Ordinal);
            }
        }
    }

    private sealed class FullDisk : StringWriter
    {
        public override void Write(char value) => throw new IOException("no space left");

        public override void Write(string? value) => throw new IOException("no space left");
    }
}
