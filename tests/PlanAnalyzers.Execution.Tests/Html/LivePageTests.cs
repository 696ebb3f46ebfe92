using AngleSharp.Html.Parser;

namespace PlanAnalyzers.Execution.Tests.Html;

/// <summary>The page of a run: what it shows, and that it never stands in the way of the run.</summary>
public class LivePageTests
{
    [Fact]
    public async Task The_page_of_a_finished_run_has_each_step_done_with_who_and_what()
    {
        using var folder = new TemporaryFolder();
        var run = new PlantRun(Plans.Vendor);
        var done = await run.BeginAsync("--html", folder.File("run.html"), "--operator", "Ada" + Plans.Hostile);

        Assert.Equal(ExitCode.Done, done.ExitCode);
        Assert.Equal("", done.Error);
        var page = await ReadAsync(folder.File("run.html"));
        Assert.StartsWith("Finished", page.QuerySelector(".run h2")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".run")!.GetAttribute("data-refresh"));
        Assert.Equal(11, page.QuerySelectorAll("th.is-done").Length);
        Assert.Contains(SafeText.Of("Ada" + Plans.Hostile), page.QuerySelector("#step-8 .record")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([folder.File("run.html")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task The_page_of_a_run_that_stopped_says_why_and_what_was_seen_and_resume_goes_on_with_it()
    {
        using var folder = new TemporaryFolder();
        var (journal, file) = (folder.File("run.journal"), folder.File("run.html"));
        string[] run = ["run", "--driver", "simulator", "--fault", "9=changed", "--journal", journal, "--html", file];
        Assert.Equal(ExitCode.RunFailed, (await Executable.RunAsync(Plans.Vendor, run)).ExitCode);

        var page = await ReadAsync(file);
        Assert.Equal("Stopped, 8 of 11 steps done", page.QuerySelector(".run.alarm h2")!.TextContent);
        Assert.Contains("shut down", page.QuerySelector(".run .rows")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((8, 1, 2), (page.QuerySelectorAll("th.is-done").Length, page.QuerySelectorAll("th.is-next").Length, page.QuerySelectorAll("th.is-waiting").Length));

        string[] resume = ["resume", "--accept", "--reason", "known", "--journal", journal, "--html", file];
        await Executable.RunAsync(Plans.Vendor, resume);
        page = await ReadAsync(file);
        Assert.Contains("accepted", page.QuerySelector(".run")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_step_is_under_way_the_page_says_so_and_loads_itself_anew()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("run.html");
        string[] run = ["run", "--driver", "simulator", "--fault", "8=hangs", "--limit", "0.1", "--journal", folder.File("run.journal"), "--html", file];
        var running = Executable.RunAsync(Plans.Vendor, run);
        AngleSharp.Dom.IDocument page;
        do
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            page = File.Exists(file) ? await ReadAsync(file) : await ReadAsync(null);
        }
        while (page.QuerySelector("th.is-underway[data-step='8']") is null && !running.IsCompleted);

        Assert.False(running.IsCompleted);
        Assert.Equal("5", page.QuerySelector(".run.going")!.GetAttribute("data-refresh"));
        Assert.NotNull(page.QuerySelector("head noscript"));
        Assert.Equal(ExitCode.RunFailed, (await running).ExitCode);
        Assert.NotNull((await ReadAsync(file)).QuerySelector("th.is-stopped[data-step='8']"));
    }

    [Fact]
    public async Task Status_writes_the_page_of_the_run_as_the_journal_stands()
    {
        using var folder = new TemporaryFolder();
        var (journal, kept, file) = (folder.File("run.journal"), folder.File("kept.html"), folder.File("run.html"));
        string[] run = ["run", "--driver", "simulator", "--fault", "8=fails", "--journal", journal, "--html", kept];
        await Executable.RunAsync(Plans.Vendor, run);
        string[] status = ["status", "--journal", journal, "--html", file];
        var written = await Executable.RunAsync(Plans.Vendor, status);

        Assert.Equal((ExitCode.Done, $"Wrote {file}.\n"), (written.ExitCode, written.Error.ReplaceLineEndings("\n")));
        var (page, other) = (await ReadAsync(file), await ReadAsync(kept));
        Assert.Equal("Stopped, 7 of 11 steps done", page.QuerySelector(".run.alarm h2")!.TextContent);
        Assert.Equal(other.QuerySelector("#step-8 .record")!.InnerHtml, page.QuerySelector("#step-8 .record")!.InnerHtml);

        await File.WriteAllTextAsync(file, "<p>mine</p>", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.CannotWrite, (await Executable.RunAsync(Plans.Vendor, status)).ExitCode);
        Assert.Equal("<p>mine</p>", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_page_that_status_writes_of_a_run_that_goes_on_does_not_load_itself_anew()
    {
        using var folder = new TemporaryFolder();
        var (journal, file) = (folder.File("run.journal"), folder.File("run.html"));
        string[] run = ["run", "--driver", "simulator", "--fault", "8=hangs", "--limit", "0.1", "--journal", journal];
        string[] status = ["status", "--journal", journal, "--html", file];
        var running = Executable.RunAsync(Plans.Vendor, run);
        AngleSharp.Dom.IDocument page;
        do
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            await Executable.RunAsync(Plans.Vendor, status);
            page = await ReadAsync(File.Exists(file) ? file : null);
        }
        while (page.QuerySelector("th.is-underway[data-step='8']") is null && !running.IsCompleted);

        Assert.Null(page.QuerySelector(".run.going")!.GetAttribute("data-refresh"));
        Assert.Null(page.QuerySelector("head noscript"));
        Assert.Contains("not kept up to date", page.QuerySelector(".run")!.TextContent, StringComparison.Ordinal);
        await running;
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_any_more_is_a_warning_and_the_run_goes_on()
    {
        using var folder = new TemporaryFolder();
        var place = Directory.CreateDirectory(folder.File("share"));
        string[] run =
        [
            "run", "--driver", "simulator", "--pace", "200", "--journal", folder.File("run.journal"), "--html", Path.Combine(place.FullName, "run.html"),
        ];
        var running = Executable.RunAsync(Plans.Vendor, run);
        while (!File.Exists(Path.Combine(place.FullName, "run.html")))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        place.MoveTo(folder.File("gone"));
        var done = await running;

        Assert.Equal(ExitCode.Done, done.ExitCode);
        Assert.StartsWith("warning: ", done.Error, StringComparison.Ordinal);
        Assert.Contains("The run goes on.", Assert.Single(done.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_wrong_from_the_start_is_refused_before_anything_begins()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("mine.html"), "<p>mine</p>", TestContext.Current.CancellationToken);
        foreach (var path in new[] { "", folder.Path, folder.File("no/such/folder/run.html"), folder.File("mine.html") })
        {
            var run = new PlantRun(Plans.Vendor);
            var refused = await run.BeginAsync("--html", path);

            Assert.Equal(ExitCode.CannotWrite, refused.ExitCode);
            Assert.StartsWith("error: ", refused.Error, StringComparison.Ordinal);
            Assert.Contains("Nothing was begun.", refused.Error, StringComparison.Ordinal);
            Assert.Empty(run.Entries);
        }

        Assert.Equal("<p>mine</p>", await File.ReadAllTextAsync(folder.File("mine.html"), TestContext.Current.CancellationToken));
    }

    private static async Task<AngleSharp.Dom.IDocument> ReadAsync(string? path) =>
        new HtmlParser().ParseDocument(path is null ? "" : await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
}
