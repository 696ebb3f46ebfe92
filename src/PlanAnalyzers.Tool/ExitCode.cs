namespace PlanAnalyzers.Tool;

/// <summary>What the tool returns to the shell. The numbers are a contract with scripts and never change meaning.</summary>
internal enum ExitCode
{
    Done = 0,
    Unforeseen = 1,
    WrongArguments = 2,
    ExportRefused = 3,
    NoPlan = 4,
    CannotWrite = 5,

    /// <summary>128 + SIGINT, as shells count it.</summary>
    Stopped = 130,
}

/// <summary>The exit codes in words, for the help.</summary>
internal static class ExitCodeText
{
    public static string Text(this ExitCode code) => code switch
    {
        ExitCode.Done => "done",
        ExitCode.Unforeseen => "a failure that nobody foresaw",
        ExitCode.WrongArguments => "the arguments are wrong; nothing was done",
        ExitCode.ExportRefused => "the export cannot be read, or lacks what must be known; nothing was written",
        ExitCode.NoPlan => "the galaxy was written without a plan, since no plan can be made before it is mended",
        ExitCode.CannotWrite => "the output cannot be written; an existing file is as it was",
        ExitCode.Stopped => "stopped by Ctrl+C",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}
