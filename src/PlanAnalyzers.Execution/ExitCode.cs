namespace PlanAnalyzers.Execution;

/// <summary>What a plan's executable returns to the shell. The numbers are a contract with scripts and never change meaning.</summary>
internal enum ExitCode
{
    Done = 0,
    Unforeseen = 1,
    WrongArguments = 2,
    PlanRefused = 3,
    RunFailed = 4,
    CannotWrite = 5,
    JournalInUse = 6,
    JournalUnusable = 7,
    Undecided = 8,
    CannotObserve = 9,
    Ambiguous = 10,

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
        ExitCode.PlanRefused => "the plan has errors, or is not the one that was compiled; nothing was done",
        ExitCode.RunFailed => "a step failed, or the galaxy was not in the state that the plan promises",
        ExitCode.CannotWrite => "the output cannot be written; an existing file is as it was",
        ExitCode.JournalInUse => "another executable is running with the journal; nothing was done",
        ExitCode.JournalUnusable => "the journal is missing, damaged, of another plan or cannot be written; no step was begun after that",
        ExitCode.Undecided => "a step was begun and the galaxy does not show whether it was done; the operator has to say",
        ExitCode.CannotObserve => "the galaxy cannot be observed; no step was begun after that",
        ExitCode.Ambiguous => "what is seen of the galaxy does not tell after which step it is; the operator has to say",
        ExitCode.Stopped => "stopped by Ctrl+C",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}
