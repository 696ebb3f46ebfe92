using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PlanAnalyzers.Execution;

/// <summary>One line of a journal. Each carries a hash over itself and the one before it, so what was changed later can be seen.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="At">When it was written, in UTC.</param>
/// <param name="Kind">What it is about; the journal does not know what that means.</param>
/// <param name="Step">The step it is about, if any.</param>
/// <param name="Operator">Who was in charge.</param>
/// <param name="Content">What there is to say, as JSON.</param>
/// <param name="Hash">SHA-256 over the hash of the entry before and everything else: 64 lower-case hex digits.</param>
internal sealed record JournalEntry(long Number, DateTimeOffset At, string Kind, int? Step, string Operator, string Content, string Hash)
{
    private static readonly string BeforeTheFirst = new('0', 64);

    /// <summary>When it was written, as the journal stores it.</summary>
    public string Time => At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The entry that follows another one; none before the first.</summary>
    public static JournalEntry After(
        JournalEntry? previous, DateTimeOffset at, string kind, int? step, string @operator, string content)
    {
        var entry = new JournalEntry((previous?.Number ?? 0) + 1, at.ToUniversalTime(), kind, step, @operator, content, Hash: "");
        return entry with { Hash = entry.HashAfter(previous) };
    }

    /// <summary>What is wrong with the chain of a journal's entries; nothing where it is whole.</summary>
    public static string? Flaw(IReadOnlyList<JournalEntry> entries)
    {
        JournalEntry? previous = null;
        foreach (var entry in entries)
        {
            var expected = (previous?.Number ?? 0) + 1;
            if (entry.Number != expected)
            {
                return string.Create(CultureInfo.InvariantCulture, $"entry {expected} is missing");
            }

            if (entry.HashAfter(previous) != entry.Hash)
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"entry {entry.Number} was changed after it was written, or one before it was taken away");
            }

            previous = entry;
        }

        return null;
    }

    private string HashAfter(JournalEntry? previous)
    {
        var text = new StringBuilder();
        foreach (var part in new[]
        {
            previous?.Hash ?? BeforeTheFirst,
            Number.ToString(CultureInfo.InvariantCulture),
            Time,
            Kind,
            Step?.ToString(CultureInfo.InvariantCulture) ?? "",
            Operator,
            Content,
        })
        {
            // Each part with its length before it, so that no two entries can read alike.
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part} ");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
