using System.Text;
using System.Text.Json;
using PlanAnalyzers.Sites;

namespace PlanAnalyzers.Tool;

/// <summary>Reads an export that is JSON: a list of objects, each with the columns of a table as its properties.</summary>
internal static class JsonExport
{
    private const int Block = 1 << 14;

    /// <summary>Reads an export. It is read once from the beginning to the end, and only platforms and engines are kept.</summary>
    public static ExportReading Read(TextReader text, CancellationToken cancellation)
    {
        var site = new SiteBuilder();
        try
        {
            using var source = new ExportText(text, cancellation);
            new Work(source, site).Run();
            return site.Finish();
        }
        catch (ExportException exception)
        {
            return site.Broken(exception.Problem);
        }
    }

    /// <summary>The text in pieces, since a million objects are not kept.</summary>
    private sealed class Work(ExportText text, SiteBuilder site)
    {
        private readonly JsonRow row = new();
        private readonly char[] letters = new char[Block];
        private readonly Encoder encoder = Encoding.UTF8.GetEncoder();
        private byte[] buffer = new byte[4 * Block];
        private int length;
        private bool isLast;
        private bool isFirstRow = true;
        private ExportPlace at = new(1, 1);
        private int looked;
        private ExportColumn? column;

        public void Run()
        {
            var state = new JsonReaderState(new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 });
            while (!isLast)
            {
                Fill();
                var reader = new Utf8JsonReader(buffer.AsSpan(0, length), isLast, state);
                try
                {
                    while (reader.Read())
                    {
                        Take(ref reader);
                    }
                }
                catch (JsonException exception)
                {
                    throw new ExportException(
                        new ExportPlace((int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1),
                        "This is no JSON: " + exception.Message.Split(" LineNumber:")[0]);
                }

                state = reader.CurrentState;
                Consume((int)reader.BytesConsumed);
            }
        }

        private void Fill()
        {
            if (length + (4 * Block) > buffer.Length)
            {
                if (length > ExportLimits.Row)
                {
                    throw new ExportException(at, $"A value that begins here is longer than {ExportLimits.Row} letters.");
                }

                Array.Resize(ref buffer, 2 * buffer.Length);
            }

            text.BeginRow();
            var read = text.Read(letters, 0, letters.Length);
            isLast = read == 0;
            length += encoder.GetBytes(letters, 0, read, buffer, length, flush: isLast);
        }

        private void Consume(int count)
        {
            _ = PlaceAt(count);
            looked = 0;
            buffer.AsSpan(count, length - count).CopyTo(buffer);
            length -= count;
        }

        /// <summary>The place of a byte of the buffer. Those asked for come one behind the other, so that each byte is looked at once.</summary>
        private ExportPlace PlaceAt(long index)
        {
            var (line, place) = (at.Line, at.Column);
            foreach (var letter in buffer.AsSpan(looked, (int)index - looked))
            {
                // The further bytes of a letter are no letters.
                (line, place) = letter == '\n' ? (line + 1, 1) : (line, place + ((letter & 0xC0) == 0x80 ? 0 : 1));
            }

            looked = (int)index;
            return at = new ExportPlace(line, place);
        }

        private void Take(ref Utf8JsonReader reader)
        {
            var isOpening = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
            switch (reader.CurrentDepth)
            {
                case 0 when isOpening ? reader.TokenType != JsonTokenType.StartArray : reader.TokenType != JsonTokenType.EndArray:
                    throw new ExportException(PlaceAt(reader.TokenStartIndex), "An export in JSON is a list of objects: [ { \"tag_name\": "
                        + "…, \"template\": …, \"hosted_by\": … }, … ].");
                case 1 when reader.TokenType == JsonTokenType.StartObject:
                    row.Begin(PlaceAt(reader.TokenStartIndex));
                    break;
                case 1 when reader.TokenType == JsonTokenType.EndObject:
                    End();
                    break;
                case 1:
                    throw new ExportException(PlaceAt(reader.TokenStartIndex), "The list has something else than objects in it.");
                case 2 when reader.TokenType == JsonTokenType.PropertyName:
                    column = ExportColumn.Named(reader.GetString()!);
                    break;
                case 2 when column is not null:
                    TakeValue(ref reader, column, isOpening);
                    column = null;
                    break;
                default:
                    break; // What other properties hold is not looked at.
            }
        }

        private void TakeValue(ref Utf8JsonReader reader, ExportColumn property, bool isOpening)
        {
            var place = PlaceAt(reader.TokenStartIndex);
            if (isOpening)
            {
                throw new ExportException(place, $"The property {property} can be a text, a number, true, false or null.");
            }

            var value = reader.TokenType switch
            {
                JsonTokenType.Null => null,
                JsonTokenType.String => reader.GetString(),
                _ => Encoding.UTF8.GetString(reader.ValueSpan),
            };
            if (value?.Length > ExportLimits.Value)
            {
                throw new ExportException(place, $"The value of {property} is longer than {ExportLimits.Value} letters.");
            }

            if (!row.TryAdd(property, value, place))
            {
                throw new ExportException(place, $"The object has the property {property} twice.");
            }
        }

        private void End()
        {
            var missing = ExportColumn.All.Where(required => required is { IsRequired: true } && required != ExportColumn.HostedBy && !row.Has(required)).ToArray();
            if (isFirstRow && missing.Length > 0)
            {
                throw new ExportException(
                    row.Place,
                    $"The first object has no {string.Join(" and no ", missing.Select(required => required.Name))}. Read are the "
                    + $"properties {string.Join(", ", ExportColumn.All.Select(known => known.Name))}.");
            }

            isFirstRow = false;
            site.Add(row);
        }
    }

    private sealed class JsonRow : ExportRow
    {
        private readonly Dictionary<ExportColumn, (string? Value, ExportPlace Place)> values = [];
        private ExportPlace place = new(1, 1);

        public override ExportPlace Place => place;

        public override string? this[ExportColumn column] => values.TryGetValue(column, out var known) ? Meant(known.Value) : null;

        public override ExportPlace PlaceOf(ExportColumn column) => values.TryGetValue(column, out var known) ? known.Place : place;

        public bool Has(ExportColumn column) => values.ContainsKey(column);

        public void Begin(ExportPlace at)
        {
            values.Clear();
            place = at;
        }

        public bool TryAdd(ExportColumn column, string? value, ExportPlace at) => values.TryAdd(column, (value, at));
    }
}
