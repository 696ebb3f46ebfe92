using System.Text;
using PlanAnalyzers.Sites;

namespace PlanAnalyzers.Tool;

/// <summary>An export as a file, in the encodings that Windows programs write: UTF-8, and UTF-16 with a byte order mark.</summary>
internal static class ExportSource
{
    private const int Buffer = 1 << 16;

    public static ExportReading Read(string path, string? format, CancellationToken cancellation)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.SequentialScan);
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, Buffer);
        return (format ?? Path.GetExtension(path).TrimStart('.').ToUpperInvariant()) is "json" or "JSON"
            ? JsonExport.Read(reader, cancellation)
            : CsvExport.Read(reader, cancellation);
    }
}
