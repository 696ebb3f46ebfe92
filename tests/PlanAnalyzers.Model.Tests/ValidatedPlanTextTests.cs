using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests;

/// <summary>A validated plan that is written down and read again is the same plan, whatever texts its author used.</summary>
public sealed class ValidatedPlanTextTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("Look", "", "a \"quoted\" text", "back\\slash \\u0041", "two\nlines\r\n", "tab\tnul\0 \u2028\u2029", "\ud800 lone, \ud83d\ude80", "Prüfung 検査", "step \" plan"),
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null));

    private static readonly Arbitrary<ValidatedPlan> Plans = (
        from galaxy in Galaxies.Any
        from texts in Texts.ArrayOf(6)
        from order in Gen.Shuffle(galaxy.Platforms.Skip(1).ToArray())
        let procedure = Galaxies.Procedure(galaxy, order)
        let first = procedure.Steps.Take(4).ToArray()
        let rest = procedure.Steps.Skip(4).ToArray()
        let works = new InParallel(ValueList.Of(
            new Branch(ValueList.Of<PlanPart>(new Manual(texts[1]), new Phase(texts[2], ValueList.Of<PlanPart>(new Approve(texts[3]))))),
            new Branch(ValueList.Of<PlanPart>(new Manual(texts[4])))))
        let plan = procedure with
        {
            Steps = new PlanPart[] { new Phase(texts[0], first.ToValueList<PlanPart>()), works, new Phase(texts[5], rest.ToValueList<PlanPart>()) }.ToPlanSteps(),
        }
        let check = PlanCheck.Run(plan)
        where check.IsValid
        select ValidatedPlan.Of(check)).ToArbitrary();

    [Fact]
    public void Is_the_same_plan_when_it_is_read_again() => Prop.ForAll(Plans, plan =>
    {
        var read = ValidatedPlanText.Read(TextOf(plan), plan.Fingerprint);
        Assert.Equal(plan.Plan, read.Plan);
        Assert.Equal(plan.Transitions, read.Transitions);
    }).Check();

    /// <summary>Every kind of step, effect and state, as plans that break rules have them too.</summary>
    [Fact]
    public void Whatever_steps_do_can_be_written_down() => Prop.ForAll(
        (from galaxy in Galaxies.Any from steps in Gen.Elements(Galaxies.StepsOf(galaxy)).ArrayOf(40) select (galaxy, steps)).ToArbitrary(),
        item =>
        {
            var plan = new UpgradePlan("Upgrade", item.galaxy, SystemPlatform.V2020R2SP1, SystemPlatform.V2023R2SP1, item.steps.ToPlanSteps());
            var written = new ValidatedPlan(plan, UpgradeProcedure.Record(item.galaxy, plan.Steps));
            var read = ValidatedPlanText.Read(TextOf(written), written.Fingerprint);
            Assert.Equal(plan, read.Plan);
            Assert.Equal(written.Transitions, read.Transitions);
        }).Check();

    [Fact]
    public void What_was_changed_by_hand_is_refused() => Prop.ForAll(
        (from plan in Plans.Generator from place in Gen.Choose(0, 10_000) from kind in Gen.Choose(0, 3) select (plan, place, kind)).ToArbitrary(),
        item =>
        {
            var text = TextOf(item.plan);
            var place = item.place % text.Length;
            var changed = item.kind switch
            {
                0 => text.Remove(place),
                1 => text.Remove(place, 1),
                2 => text.Insert(place, "x"),
                _ => text.Insert(place, "\n"),
            };
            ValidatedPlan? read = null;
            try
            {
                read = ValidatedPlanText.Read(changed, item.plan.Fingerprint);
            }
            catch (PlanRefusedException refused)
            {
                Assert.Contains("Rebuild the project.", refused.Message, StringComparison.Ordinal);
            }

            Assert.True(read is null || read.Transitions.Equals(item.plan.Transitions)); // White space may come and go.
        }).Check(cases: 300);

    /// <summary>Who has several plans must know which one to rebuild.</summary>
    [Fact]
    public void The_plan_that_is_refused_is_named()
    {
        var galaxy = Galaxies.Connected(Galaxies.OfPairs(1));
        var plan = ValidatedPlan.Of(PlanCheck.Run(Galaxies.Procedure(galaxy, [.. galaxy.Platforms.Skip(1)])));
        var (text, name) = (TextOf(plan), $"The plan {plan.Plan.Name} ");
        var another = Assert.Throws<PlanRefusedException>(() => ValidatedPlanText.Read(text, "0"));
        Assert.StartsWith(name, another.Message, StringComparison.Ordinal);
        Assert.Contains("fingerprint", another.Message, StringComparison.Ordinal);

        foreach (var line in new[] { "step Start 1", "happens Outage", "phase 1 2 \"", "what" })
        {
            var unreadable = Assert.Throws<PlanRefusedException>(() => ValidatedPlanText.Read(text + "\n" + line, plan.Fingerprint));
            Assert.StartsWith(name, unreadable.Message, StringComparison.Ordinal);
        }
    }

    private static string TextOf(ValidatedPlan plan) => string.Join("\n", ValidatedPlanText.Write(plan));
}
