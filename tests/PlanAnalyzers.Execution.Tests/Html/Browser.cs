using Microsoft.Playwright;

namespace PlanAnalyzers.Execution.Tests.Html;

/// <summary>The Chromium of this machine, for pages that lie in a file.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>The variable that turns a missing Chromium from a skipped test into a failed one, so that a build server cannot lose these tests.</summary>
    private const string RequiredVariable = "PLANANALYZERS_REQUIRE_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly TemporaryFolder folder = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Program() is { } program)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox"] });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        folder.Dispose();
    }

    /// <summary>Opens a page and collects what it must not do: errors on the console, and requests for anything but itself.</summary>
    internal async Task<(IPage Page, List<string> Complaints)> OpenAsync(string html, ColorScheme colours = ColorScheme.Light, string fragment = "")
    {
        if (browser is null)
        {
            const string Missing = "These tests need Chromium on the PATH. On Debian or Ubuntu: apt-get install chromium.";
            Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable(RequiredVariable), "1", StringComparison.Ordinal), Missing);
            Assert.Fail(Missing);
        }

        var file = folder.File($"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ColorScheme = colours });
        var (complaints, address) = (new List<string>(), new Uri(file).AbsoluteUri);
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) => complaints.Add(dialog.Message);
        page.Request += (_, request) =>
        {
            if (request.Url.Split('#')[0] != address)
            {
                complaints.Add(request.Url);
            }
        };
        await page.GotoAsync(address + fragment);
        return (page, complaints);
    }

    private static string? Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(directory => Names.Select(name => Path.Combine(directory, OperatingSystem.IsWindows() ? $"{name}.exe" : name)))
        .FirstOrDefault(File.Exists);
}
