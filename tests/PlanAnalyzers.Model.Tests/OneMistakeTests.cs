using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>One mistake in a valid plan is one finding, whatever it makes impossible later on.</summary>
public sealed class OneMistakeTests
{
    public static TheoryData<string, string[]> Mistakes()
    {
        var cases = new TheoryData<string, string[]>();
        foreach (var plan in new[] { Steps, [.. Steps.Where(step => step is not (UploadRuntimeChanges or MigrateViewApps or EnableCpuLoadBalancing))] })
        {
            var names = plan.Select(step => step.ToString()).ToArray();
            for (var i = 0; i < plan.Length; i++)
            {
                if (plan[i] is not (UploadRuntimeChanges or MigrateViewApps or EnableCpuLoadBalancing))
                {
                    cases.Add($"without {names[i]} ({i + 1})", [.. names[..i], .. names[(i + 1)..]]);
                }

                // A second reboot is work too, and harms nobody.
                if (plan[i] is not Reboot)
                {
                    cases.Add($"{names[i]} twice ({i + 1})", [.. names[..i], names[i], .. names[i..]]);
                }

                // Steps that do not depend on each other may stand in any order.
                if (i + 1 < plan.Length && !(plan[i] is MigrateViewApps || plan[i + 1] is MigrateViewApps && plan[i] is not MigrateGalaxy))
                {
                    cases.Add($"{names[i + 1]} before {names[i]} ({i + 1})", [.. names[..i], names[i + 1], names[i], .. names[(i + 2)..]]);
                }

                for (var later = i + 2; later < plan.Length; later++)
                {
                    if (plan[i] is Upgrade or MigrateGalaxy)
                    {
                        cases.Add(
                            $"{names[i]} ({i + 1}) moved after {names[later]} ({later + 1})",
                            [.. names[..i], .. names[(i + 1)..(later + 1)], names[i], .. names[(later + 1)..]]);
                    }
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Is_one_finding(string mistake, string[] steps)
    {
        var byName = Galaxies.StepsOf(Plant7).ToDictionary(step => step.ToString(), StringComparer.Ordinal);
        var findings = Problems.Of(Plan([.. steps.Select(name => byName[name])]));
        Assert.True(findings.Count == 1, $"{mistake}: {string.Join("\n", findings)}");
    }

    [Fact]
    public void A_finding_about_one_platform_leaves_a_mistake_at_another_to_be_found()
    {
        var galaxy = Galaxies.OfPairs(2);
        var (p1, p2, p3, p4) = (galaxy.Platforms[1], galaxy.Platforms[2], galaxy.Platforms[3], galaxy.Platforms[4]);
        var procedure = Galaxies.Procedure(galaxy, [p2, p1]);
        var plan = procedure with
        {
            // The reboot is forgotten, P4 is deployed before it is upgraded, and P3 never.
            Steps = procedure.Steps.Where(step => step is not Reboot).Append(new CascadeDeploy(p4)).ToPlanSteps(),
        };

        Assert.Equal(["UPG4002", "UPG5001", "UPG6001"], Problems.Of(plan).Select(finding => finding.Rule.Id));
        Assert.Contains(p3.Name, Problems.Of(plan)[2].Message, StringComparison.Ordinal);
    }
}
