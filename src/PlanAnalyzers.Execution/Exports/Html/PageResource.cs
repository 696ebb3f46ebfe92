using System.Security.Cryptography;
using System.Text;

namespace PlanAnalyzers.Execution;

/// <summary>The style or the script of a page, which travel in this assembly.</summary>
internal sealed class PageResource
{
    private PageResource(string name)
    {
        using var stream = typeof(PageResource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Text = reader.ReadToEnd().ReplaceLineEndings("\n");
        Hash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";
    }

    /// <summary>How the page looks, on a screen and on paper.</summary>
    public static PageResource Style { get; } = new("page.css");

    /// <summary>What the page does when a step is clicked, and how it stays up to date.</summary>
    public static PageResource Script { get; } = new("page.js");

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>What a content security policy names it by.</summary>
    public string Hash { get; }
}
