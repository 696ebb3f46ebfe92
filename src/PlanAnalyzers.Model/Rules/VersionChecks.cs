namespace PlanAnalyzers.Model;

/// <summary>UPG2006 and UPG2009: the two versions that a plan goes between.</summary>
internal static class VersionChecks
{
    public static Finding? Run(UpgradePlan plan)
    {
        if (plan.To <= plan.From)
        {
            return new Finding(
                RuleTable.ToIsNewer,
                new VersionsPlace(),
                $"The plan goes from {plan.From.Text()} to {plan.To.Text()}, which is not newer: an upgrade cannot be taken back by "
                + "installing an older version. Set From to the version that the galaxy has and To to the newer one.",
                ValueList<Place>.Empty);
        }

        if (plan.To.Generation() - plan.From.Generation() > 1)
        {
            return new Finding(
                RuleTable.VersionsFarApart,
                new VersionsPlace(),
                $"The plan goes from {plan.From.Text()} to {plan.To.Text()} and passes over a generation: while nodes of both run side by side, the "
                + "upgraded ones may not work with the others. Make sure from the vendor's notes that they do, or upgrade to a version in "
                + "between first.",
                ValueList<Place>.Empty);
        }

        return null;
    }
}
