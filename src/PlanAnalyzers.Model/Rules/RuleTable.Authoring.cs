namespace PlanAnalyzers.Model;

/// <content>UPG1xxx: how the plan is written. The reader of the C# source reports these.</content>
public static partial class RuleTable
{
    /// <summary>UPG1001.</summary>
    public static readonly Rule NotKnownAtCompileTime = new(
        "UPG1001", RuleSeverity.Error, RuleCategory.Authoring,
        "Value in the plan is not known at compile time",
        "What cannot be known while compiling cannot be checked, and a plan that was not checked must not be carried out.",
        Evidence: null);

    /// <summary>UPG1002.</summary>
    public static readonly Rule PlanClassShape = new(
        "UPG1002", RuleSeverity.Error, RuleCategory.Authoring,
        "Plan class must be static and partial and have the method Define",
        "The plan is read from 'static Plan Define(Plan plan)', and the validated plan is generated as the other part of the class.",
        Evidence: null);

    /// <summary>UPG1003.</summary>
    public static readonly Rule StepDropped = new(
        "UPG1003", RuleSeverity.Error, RuleCategory.Authoring,
        "Result of a step is dropped",
        "A plan is immutable: each step returns a new plan, and a step whose result is not used is not carried out.",
        Evidence: null);

    /// <summary>UPG1004.</summary>
    public static readonly Rule ReadingExceedsLimits = new(
        "UPG1004", RuleSeverity.Error, RuleCategory.Authoring,
        "Reading the plan exceeds the limits",
        "A plan whose loops and calls do not end in time cannot be read to its end, and what was not read was not checked.",
        Evidence: null);

    /// <summary>UPG1005.</summary>
    public static readonly Rule GalaxyNotReadable = new(
        "UPG1005", RuleSeverity.Error, RuleCategory.Authoring,
        "Galaxy of the plan is not a readable [Galaxy] class",
        "Without the declared platforms and engines nothing in the plan can be checked.",
        Evidence: null);

    /// <summary>UPG1006.</summary>
    public static readonly Rule OtherGalaxy = new(
        "UPG1006", RuleSeverity.Error, RuleCategory.Authoring,
        "Step names a platform or engine of another galaxy",
        "A plan upgrades one galaxy; a step at another plant's node would be carried out there.",
        Evidence: null);
}
