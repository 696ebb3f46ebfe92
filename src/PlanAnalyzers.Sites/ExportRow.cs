namespace PlanAnalyzers.Sites;

/// <summary>A row of an export, whatever form that has.</summary>
public abstract class ExportRow
{
    /// <summary>Where it begins.</summary>
    public abstract ExportPlace Place { get; }

    /// <summary>What stands in a column: nothing where the column is not there, is empty or says NULL.</summary>
    public abstract string? this[ExportColumn column] { get; }

    /// <summary>Where that stands.</summary>
    public abstract ExportPlace PlaceOf(ExportColumn column);

    /// <summary>A value as it is meant: without blanks around it, and nothing where it is empty or says NULL.</summary>
    public static string? Meant(string? text)
    {
        var value = text?.Trim();
        return string.IsNullOrEmpty(value) || string.Equals(value, "NULL", StringComparison.OrdinalIgnoreCase) ? null : value;
    }
}
