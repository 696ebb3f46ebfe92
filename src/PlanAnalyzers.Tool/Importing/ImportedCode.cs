using System.Globalization;
using System.Text;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Tool;

/// <summary>An imported galaxy and its plan as a file of C#.</summary>
internal sealed class ImportedCode
{
    /// <summary>The versions between which a plan goes where nobody says any: from the last one before nodes needed an SMS to the newest.</summary>
    private const SystemPlatform AssumedFrom = SystemPlatform.V2020R2SP1;

    private const SystemPlatform AssumedTo = SystemPlatform.V2023R2SP2;
    private const string Indent = "    ";

    private readonly ImportedGalaxy imported;
    private readonly ImportOptions options;
    private readonly Galaxy galaxy;
    private readonly DeclarationCode declarations = new(declaration => declaration.Name, type => type);
    private readonly StringBuilder text = new();

    private ImportedCode(ImportedGalaxy imported, ImportOptions options)
    {
        this.imported = imported;
        this.options = options;
        galaxy = imported.Galaxy;
        From = options.From ?? (options.To is { } to && to <= AssumedFrom ? SystemPlatform.V2014R2SP1 : AssumedFrom);
        To = options.To ?? AssumedTo;
        Findings = [.. TopologyCheck.Run(galaxy).Select(finding => finding.ToString())];
        Plan = Findings.Count == 0 ? Planner.Plan(galaxy, To) : null;
    }

    /// <summary>The version that the galaxy has.</summary>
    public SystemPlatform From { get; }

    /// <summary>The version that the galaxy is to have.</summary>
    public SystemPlatform To { get; }

    /// <summary>The plan, or none where the galaxy has to be mended first.</summary>
    public PlannedUpgrade? Plan { get; }

    /// <summary>What is wrong with the galaxy.</summary>
    public IReadOnlyList<string> Findings { get; }

    /// <summary>How many guesses are marked in the code.</summary>
    public int Guesses => imported.Guesses.Values.Sum(guesses => guesses.Count) + (Plan is null ? 0 : GuessedVersions.Length);

    /// <summary>Whether the plan deploys redundant nodes without System Management Server, which is an error.</summary>
    public bool LacksSms => Plan?.WithoutSms.Count > 0 && To >= SystemPlatform.V2023R2;

    private string[] GuessedVersions => [.. new[] { options.From is null ? "From" : null, options.To is null ? "To" : null }.OfType<string>()];

    /// <summary>Writes a galaxy and its plan.</summary>
    public static ImportedCode Of(ImportedGalaxy imported, ImportOptions options) => new(imported, options);

    /// <summary>The file.</summary>
    public override string ToString()
    {
        text.Clear();
        WriteHead();
        WriteGalaxy();
        WritePlan();
        return text.ToString();
    }

    private void WriteHead()
    {
        Line($"// Imported from {Path.GetFileName(options.Export)}: {Count(galaxy.Platforms.Count, "platform")}, "
            + $"{Count(galaxy.Engines.Count, "engine")}, {Count(galaxy.Pairs.Count, "redundant pair")}.");
        if (Guesses > 0)
        {
            Line($"// The export does not say everything. {Count(Guesses, "guess")} {(Guesses == 1 ? "is" : "are")} marked with "
                + "'guessed:'. Check each of them, correct what is wrong, and remove the marks.");
        }

        if (imported.States.Count > 0)
        {
            Line("// A plan begins with everything deployed at the old version. What the export shows otherwise is marked with 'export:'. "
                + "Mend that before the plan is carried out.");
        }

        Line("using PlanAnalyzers;");
        Line($"using static {(options.Namespace is { } name ? name + "." : "")}{galaxy};");
        Line();
        if (options.Namespace is not null)
        {
            Line($"namespace {options.Namespace};");
            Line();
        }
    }

    private void WriteGalaxy()
    {
        Line("[Galaxy]");
        Line($"public static class {galaxy}");
        Line("{");
        var isFirst = true;
        if (galaxy.Servers.Count > 0)
        {
            Declare(galaxy.Servers);
            isFirst = false;
        }

        foreach (var group in imported.Groups)
        {
            if (!isFirst)
            {
                Line();
            }

            isFirst = false;
            if (group.Count > 1)
            {
                Line($"{Indent}// {group.Count} platforms that "
                    + $"{(galaxy.EnginesOn(group[0]).Count + galaxy.EnginesOn(group[1]).Count == 2 && group.Count == 2 ? "a pair ties" : "pairs tie")} together");
            }

            Declare(group);
            Declare(galaxy.Engines.Where(engine => group.Contains((engine.Primary ?? engine).Platform)));
        }

        Line("}");
    }

    private void Declare(IEnumerable<Declaration> some)
    {
        foreach (var declaration in some)
        {
            Line($"{Indent}public static readonly {declaration.GetType().Name} {declaration} = {declarations.Of(declaration)};{Marks(declaration)}");
        }
    }

    private string Marks(Declaration declaration)
    {
        var marks = new List<string>();
        if (imported.TagNames.TryGetValue(declaration, out var tagName))
        {
            marks.Add($"tag name: {tagName}");
        }

        if (imported.States.TryGetValue(declaration, out var state))
        {
            marks.Add($"export: {state}");
        }

        if (imported.Guesses.TryGetValue(declaration, out var guesses))
        {
            marks.AddRange(guesses.Select(guess => $"guessed: {guess}"));
        }

        return marks.Count > 0 ? $" // {SafeText.Of(string.Join("; ", marks))}" : "";
    }

    private void WritePlan()
    {
        Line();
        if (Plan is null)
        {
            Line($"// There is no plan yet, since the galaxy is not right. Mend it in the plant and here, or import it again:");
            foreach (var finding in Findings)
            {
                Line($"// {finding}");
            }

            return;
        }

        if (LacksSms)
        {
            Line($"// UPG3001 is reported until the System Management Server is declared: from {SystemPlatform.V2023R2.Text()} on "
                + "redundant nodes lose data without it.");
            Line("// Import again with --sms NODE, or declare it and connect the platforms to it.");
        }

        var marks = GuessedVersions.Length > 0 ? $" // {string.Join("; ", GuessedVersions.Select(version => $"guessed: {version}"))}" : "";
        Line($"[UpgradePlan(typeof({galaxy}), From = {nameof(SystemPlatform)}.{From}, To = {nameof(SystemPlatform)}.{To})]{marks}");
        Line($"public static partial class {SiteNames.PlanOf(galaxy.Name)}");
        Line("{");
        var code = new PlanCode(target => target.Name, nameof(ForcedDeployment), "\n", Indent).Of(Plan.Steps.Parts, Indent + Indent);
        Line($"{Indent}private static Plan Define(Plan plan) => plan{code};");
        Line("}");
    }

    /// <summary>A number with what is counted.</summary>
    public static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : what.EndsWith('s') ? "es" : "s")}");

    private void Line(string line = "") => text.Append(line.StartsWith("//", StringComparison.Ordinal) ? SafeText.Of(line) : line).Append('\n');
}
