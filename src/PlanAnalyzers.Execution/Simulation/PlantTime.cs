using System.Globalization;

namespace PlanAnalyzers.Execution;

/// <summary>Times in the plant as they are read and written.</summary>
internal static class PlantTime
{
    /// <summary>The longest that one step may be assumed to take.</summary>
    public const int MostMinutes = 100_000;

    /// <summary>A number of minutes with a decimal point, or none where the text is not one from 0 to <see cref="MostMinutes"/>.</summary>
    public static TimeSpan? Minutes(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes)
        && minutes is >= 0 and <= MostMinutes
            ? TimeSpan.FromTicks((long)(minutes * TimeSpan.TicksPerMinute))
            : null;

    /// <summary>The plant clock, in hours since the start: <c>03:30</c>, or <c>03:30:00</c> where other times have seconds.</summary>
    public static string Clock(TimeSpan time, bool withSeconds)
    {
        var seconds = Seconds(time);
        var clock = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}");
        return !withSeconds ? clock : string.Create(CultureInfo.InvariantCulture, $"{clock}:{seconds % 60:00}");
    }

    /// <summary>A length of time: <c>3 h 30 min</c>.</summary>
    public static string Length(TimeSpan time)
    {
        var seconds = Seconds(time);
        var parts = new[] { (seconds / 3600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s") }
            .Where(part => part.Item1 > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1} {part.Item2}"))
            .ToArray();
        return parts.Length > 0 ? string.Join(' ', parts) : "0 min";
    }

    /// <summary>Whether a time is no whole number of minutes.</summary>
    public static bool HasSeconds(TimeSpan time) => time.Ticks % TimeSpan.TicksPerMinute != 0;

    private static long Seconds(TimeSpan time) => (long)Math.Round(time.TotalSeconds, MidpointRounding.AwayFromZero);
}
