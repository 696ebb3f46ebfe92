using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CliWrap;

namespace PlanAnalyzers.Execution;

/// <summary>A command did not do what it was asked for, or did not say so in a way that can be understood.</summary>
/// <param name="message">Why, as part of a sentence.</param>
/// <param name="hasAnswered">Whether it said itself that it failed.</param>
/// <param name="inner">What led to it.</param>
internal sealed class ScriptException(string? message, bool hasAnswered, Exception? inner = null) : Exception(ShortText(message), inner)
{
    /// <summary>What is kept of words that a command says, in characters: they go to a terminal and into a journal.</summary>
    public const int LongestText = 2000;

    /// <summary>The beginning of a text that is too long; an answer may also have none.</summary>
    public static string ShortText(string? text) => text is { Length: > LongestText } ? $"{text[..LongestText]}..." : text ?? "";

    public bool HasAnswered { get; } = hasAnswered;
}

/// <summary>Runs a command of a site once: a question in, an answer out, whatever the command does.</summary>
internal static class ScriptProcess
{
    /// <summary>What is kept of an answer, in bytes: more than the state of a galaxy of ten thousand platforms.</summary>
    public const int LongestAnswer = 8 * 1024 * 1024;

    private const int LongestError = 2000;
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ScriptException">There is no answer that can be understood.</exception>
    /// <exception cref="OperationCanceledException">It took too long, and was ended.</exception>
    public static async Task<T> AskAsync<T>(ScriptCommand command, ScriptRequest request, JsonTypeInfo<T> answer, TimeProvider time, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(LimitOf(command), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await AskAsync(command, request, answer, either.Token);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new ScriptException(
                $"{Name(command)} took longer than {PlantTime.Length(LimitOf(command))} and was ended; what it began may still be going on",
                hasAnswered: false,
                exception);
        }
    }

    private static async Task<T> AskAsync<T>(ScriptCommand command, ScriptRequest request, JsonTypeInfo<T> answer, CancellationToken cancellation)
    {
        var (output, errors) = (new Kept(LongestAnswer), new Kept(LongestError));
        var question = JsonSerializer.SerializeToUtf8Bytes(request, ScriptMessageContext.Default.ScriptRequest);
        CommandResult ended;
        try
        {
            ended = await Cli.Wrap(command.Command)
                .WithArguments(command.Arguments)
                .WithWorkingDirectory(command.Folder)
                .WithStandardInputPipe(PipeSource.FromBytes(question))
                .WithStandardOutputPipe(PipeTarget.Create(output.FirstOfAsync))
                .WithStandardErrorPipe(PipeTarget.Create(errors.LastOfAsync))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(cancellation);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            throw new ScriptException($"{Name(command)} could not be started: {exception.Message}", hasAnswered: true, exception);
        }

        if (ended.ExitCode != 0)
        {
            var said = Encoding.UTF8.GetString(errors.Bytes).Trim();
            throw new ScriptException(
                string.Create(CultureInfo.InvariantCulture, $"{Name(command)} ended with exit code {ended.ExitCode}{(said.Length > 0 ? $": {said}" : "")}"),
                hasAnswered: true);
        }

        return Read(command, output, answer);
    }

    private static T Read<T>(ScriptCommand command, Kept output, JsonTypeInfo<T> answer)
    {
        if (output.IsCut)
        {
            throw Misunderstood(command, string.Create(CultureInfo.InvariantCulture, $"is longer than {LongestAnswer / 1024 / 1024} MB"));
        }

        string text;
        try
        {
            text = Strict.GetString(output.Bytes).Trim().TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            throw Misunderstood(command, "is no UTF-8", exception);
        }

        if (text.Length == 0)
        {
            throw Misunderstood(command, "is empty");
        }

        try
        {
            return JsonSerializer.Deserialize(text, answer) ?? throw Misunderstood(command, "says nothing");
        }
        catch (JsonException exception)
        {
            throw Misunderstood(command, $"cannot be understood: {exception.Message}", exception);
        }
    }

    private static ScriptException Misunderstood(ScriptCommand command, string what, Exception? inner = null) =>
        new($"the answer of {Name(command)} {what}", hasAnswered: false, inner);

    private static string Name(ScriptCommand command) => string.Join(' ', command.Arguments.Prepend(Path.GetFileName(command.Command)));

    private static TimeSpan LimitOf(ScriptCommand command) =>
        command.LimitMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : Timeout.InfiniteTimeSpan;

    /// <summary>A part of what a process writes. All of it is read, so that the process never waits for us.</summary>
    private sealed class Kept(int most)
    {
        private readonly ArrayBufferWriter<byte> kept = new();

        public bool IsCut { get; private set; }

        public ReadOnlySpan<byte> Bytes => kept.WrittenSpan;

        public Task FirstOfAsync(Stream stream, CancellationToken cancellation) => ReadAsync(
            stream,
            read =>
            {
                var fitting = Math.Min(read.Length, most - kept.WrittenCount);
                kept.Write(read.Span[..fitting]);
                IsCut |= fitting < read.Length;
            },
            cancellation);

        public Task LastOfAsync(Stream stream, CancellationToken cancellation) => ReadAsync(
            stream,
            read =>
            {
                kept.Write(read.Span);
                if (kept.WrittenCount > most)
                {
                    var last = kept.WrittenSpan[^most..].ToArray();
                    kept.ResetWrittenCount();
                    kept.Write(last);
                    IsCut = true;
                }
            },
            cancellation);

        private static async Task ReadAsync(Stream stream, Action<ReadOnlyMemory<byte>> keep, CancellationToken cancellation)
        {
            var buffer = new byte[16 * 1024];
            while (await stream.ReadAsync(buffer, cancellation) is var read and > 0)
            {
                keep(buffer.AsMemory(0, read));
            }
        }
    }
}
