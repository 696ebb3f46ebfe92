using System.Reflection;

namespace PlanAnalyzers.Model;

/// <summary>Every rule, in the order of the ids.</summary>
public static partial class RuleTable
{
    private const string UpgradePage = "AVEVA System Platform, \"Upgrade redundant pairs\"";
    private const string RedundancyPage = "AVEVA System Platform, \"Configure and deploy redundant AppEngines\"";
    private const string SmsPage = "AVEVA System Platform, \"System Management Server\"";
    private const string FailoverPage = "AVEVA System Platform, \"AppEngine redundancy states\"";
    private const string RuntimeNodesPage = "AVEVA System Platform, \"Upgrade runtime nodes\"";
    private const string ExportPage = "AVEVA System Platform, \"Export objects\"";
    private const string DeployPage = "AVEVA System Platform, \"Deploy objects\"";

    // Lazy, since the rules are fields of several files whose order of initialisation is not defined.
    private static readonly Lazy<ValueList<Rule>> Everything = new(() => typeof(RuleTable)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null))
        .OfType<Rule>()
        .OrderBy(rule => rule.Id, StringComparer.Ordinal)
        .ToValueList());

    /// <summary>All rules, in the order of their ids; found by reflection, so that none can be declared and forgotten.</summary>
    public static ValueList<Rule> All => Everything.Value;
}
