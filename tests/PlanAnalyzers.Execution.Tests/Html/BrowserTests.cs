using System.Globalization;
using Microsoft.Playwright;

namespace PlanAnalyzers.Execution.Tests.Html;

/// <summary>The page in Chromium.</summary>
public class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>A script that would run in a text, an attribute, a style or a comment.</summary>
    private const string Injection =
        "</script></style></title><script>window.injected=1</script>'\"><img src=x onerror=window.injected=1><svg onload=window.injected=1>-->"
        + "{{window.injected=1}} javascript:window.injected=1 \u202e\u001b]0;x\u0007 \ud83d\ude00\udb40\udc41 ";

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public async Task The_page_has_no_errors_and_asks_for_nothing(string name)
    {
        var (page, complaints) = await browser.OpenAsync(PlanPage.Of(Plans.Get(name)));

        Assert.Equal(1, await page.Locator("article.step:visible").CountAsync());
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_click_shows_a_step_with_its_state_before_and_after_and_why_it_is_allowed()
    {
        var (page, complaints) = await browser.OpenAsync(PlanPage.Of(Plans.Vendor));
        await page.Locator("th[data-step='8'] a").ClickAsync();

        var step = page.Locator("article.step:visible");
        Assert.Equal("step-8", await step.GetAttributeAsync("id"));
        var text = await step.InnerTextAsync();
        Assert.Contains("Failover: E1b takes over from E1", text, StringComparison.Ordinal);
        Assert.Contains("2023 R2 SP1, Undeployed, SMS configured\t2023 R2 SP1, Deployed, SMS configured", text, StringComparison.Ordinal);
        Assert.Contains("Since step 7, Upgrade P2 (node AOS02): UPG5001", text, StringComparison.Ordinal);

        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("step-9", await page.Locator("article.step:visible").GetAttributeAsync("id"));
        await page.Locator("tr[data-lane='P1'] td").Last.ClickAsync(new() { Position = new() { X = 3, Y = 8 } });
        Assert.Equal("step-10", await page.Locator("article.step:visible").GetAttributeAsync("id"));
        await page.Locator("#all").ClickAsync();
        Assert.Equal(11, await page.Locator("article.step:visible").CountAsync());
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Nothing_that_anybody_wrote_becomes_a_script_or_an_element()
    {
        foreach (var plan in new[] { Plans.MakeVendor(Injection), Plans.MakeParallel(Injection + new string('W', 3000)) })
        {
            var run = new PlantRun(plan);
            using var folder = new TemporaryFolder();
            await run.BeginAsync("--html", folder.File("run.html"), "--operator", Injection);
            foreach (var html in new[] { PlanPage.Of(plan), await File.ReadAllTextAsync(folder.File("run.html"), TestContext.Current.CancellationToken) })
            {
                var (page, complaints) = await browser.OpenAsync(html);

                Assert.True(await page.EvaluateAsync<bool>("window.injected === undefined"));
                Assert.Equal(0, await page.Locator("img, svg, body style").CountAsync());
                Assert.Equal(1, await page.Locator("script").CountAsync());
                Assert.Contains(SafeText.Of(Injection).Trim(), await page.EvaluateAsync<string>("document.body.textContent"), StringComparison.Ordinal);
                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 1440);
                Assert.Empty(complaints);
            }
        }
    }

    [Fact]
    public async Task A_script_that_came_into_the_page_all_the_same_would_not_run()
    {
        var html = PlanPage.Of(Plans.Vendor).Replace("</body>", "<script>window.injected=1</script><img src=x onerror='window.injected=1'></body>", StringComparison.Ordinal);
        var (page, complaints) = await browser.OpenAsync(html);

        Assert.True(await page.EvaluateAsync<bool>("window.injected === undefined"));
        Assert.NotEmpty(complaints);
    }

    [Fact]
    public async Task In_the_dark_the_page_is_dark_and_its_texts_can_be_read_in_both()
    {
        var grounds = new List<string>();
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var (page, _) = await browser.OpenAsync(PlanPage.Of(Plans.Restarts), colours);
            grounds.Add(await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
            foreach (var ratio in await page.EvaluateAsync<string[]>(Contrasts))
            {
                Assert.True(double.Parse(ratio.Split(' ')[0], CultureInfo.InvariantCulture) >= 4.5, $"{colours}: {ratio}");
            }
        }

        Assert.NotEqual(grounds[0], grounds[1]);
    }

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public async Task On_paper_nothing_is_cut_off_and_every_step_is_there(string name)
    {
        var plan = Plans.Get(name);
        var (page, _) = await browser.OpenAsync(PlanPage.Of(plan));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(1054, 725); // A4 across, without its margins.

        Assert.Equal(plan.Transitions.Count, await page.Locator("article.step:visible").CountAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > 1054.5).length"));
        var paper = await page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.True(paper.Length > 10_000);
    }

    /// <summary>The contrast of each text in a bar, a mark or a paragraph with the colour behind it, by the formula of the WCAG.</summary>
    private const string Contrasts = """
        () => {
          const parse = c => c.match(/[\d.]+/g).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
          return [...document.querySelectorAll('.bar span, p, li, h1, h2, h3, h4, th b, td, i.outage, .clock, .instruction')]
            .filter(e => e.checkVisibility() && e.textContent.trim() && getComputedStyle(e).opacity !== '0')
            .map(e => { const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x); return `${((a + 0.05) / (b + 0.05)).toFixed(2)} ${e.outerHTML.slice(0, 120)}`; });
        }
        """;
}
