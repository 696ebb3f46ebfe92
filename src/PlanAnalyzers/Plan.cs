using System.ComponentModel;
using PlanAnalyzers.Model;

namespace PlanAnalyzers;

/// <summary>
/// The steps that take a galaxy to a newer version, in order. A plan is immutable: each method returns a new plan with one step more,
/// and a plan whose result is not used is not carried out.
/// </summary>
public sealed class Plan
{
    private readonly Galaxy galaxy;
    private readonly Plan? previous;
    private readonly PlanPart? part;

    private Plan(Galaxy galaxy)
    {
        this.galaxy = galaxy;
        Beginning = this;
    }

    private Plan(Plan previous, PlanPart part)
    {
        galaxy = previous.galaxy;
        Beginning = previous.Beginning;
        this.previous = previous;
        this.part = part;
    }

    /// <summary>The steps in order, with the phases and branches that they stand in.</summary>
    public PlanSteps Steps
    {
        get
        {
            var parts = new List<PlanPart>();
            for (var plan = this; plan?.part is not null; plan = plan.previous)
            {
                parts.Add(plan.part);
            }

            parts.Reverse();
            return parts.ToPlanSteps();
        }
    }

    /// <summary>The plan without steps that this one was made of.</summary>
    private Plan Beginning { get; }

    /// <summary>A plan without steps. The generated part of a plan's class calls this; an author gets the plan handed in.</summary>
    /// <param name="galaxy">The galaxy that the steps are for.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Plan For(Galaxy galaxy) => new(galaxy);

    /// <summary>
    /// Run-time changes are saved to the Galaxy Repository. Optional. Configured defaults, such as set points, are overwritten with the
    /// values they have at run time.
    /// </summary>
    /// <remarks>Needs: the Galaxy Repository is not upgraded yet, since the upgrade undeploys its objects.</remarks>
    /// <param name="overwriteDefaults"><see langword="true"/> says that overwriting the configured defaults is meant.</param>
    public Plan UploadRuntimeChanges(bool overwriteDefaults = false) => With(new UploadRuntimeChanges(overwriteDefaults));

    /// <summary>
    /// The new version is installed on the platform's node, with Application Server deployed but shut down. The platform, its engines and
    /// their objects become undeployed. Where it runs the active engine of a pair, the standby takes over.
    /// </summary>
    /// <remarks>
    /// Needs: for a run-time platform, the Galaxy Repository is upgraded, migrated and deployed, and the partner of every redundant engine
    /// on it runs. Upgrade the platform of the standby engine first: that saves a failover. Then upgrade the other one as soon as possible:
    /// a pair of which one partner is upgraded has no backup.
    /// </remarks>
    /// <param name="platform">The platform to upgrade.</param>
    public Plan Upgrade(Platform platform) => With(new Upgrade(Resolve(platform)));

    /// <summary>The platform's node is rebooted. After the upgrade of the Galaxy Repository the installation waits for this.</summary>
    /// <remarks>Needs: no redundant engine on the node is the only one of its pair that runs.</remarks>
    /// <param name="platform">The platform to reboot.</param>
    public Plan Reboot(Platform platform) => With(new Reboot(Resolve(platform)));

    /// <summary>
    /// The galaxy is opened in the new IDE, which migrates its database. From here on every platform with the old software is in software
    /// upgrade pending (SUP): it keeps running, but can be neither deployed nor undeployed.
    /// </summary>
    /// <remarks>Needs: the Galaxy Repository is upgraded and rebooted.</remarks>
    public Plan MigrateGalaxy() => With(new MigrateGalaxy());

    /// <summary>The InTouch ViewApps are opened and migrated. Optional.</summary>
    /// <remarks>Needs: the galaxy is migrated.</remarks>
    public Plan MigrateViewApps() => With(new MigrateViewApps());

    /// <summary>The deployed platform and its engines are stopped; they stay deployed. Standbys of its active engines take over.</summary>
    /// <remarks>Needs: no redundant engine on the platform is the only one of its pair that runs.</remarks>
    /// <param name="platform">The platform to shut down.</param>
    public Plan ShutDown(Platform platform) => With(new ShutDown(Resolve(platform)));

    /// <summary>A platform that was shut down is started with its engines; a redundant one stands by beside its active partner.</summary>
    /// <remarks>Needs: the platform is deployed. Deploying a platform starts it.</remarks>
    /// <param name="platform">The platform to start.</param>
    public Plan Start(Platform platform) => With(new Start(Resolve(platform)));

    /// <summary>
    /// A platform or engine is deployed with everything it hosts. A redundant engine whose partner is in software upgrade pending takes over
    /// the partner's objects, forced to the new version and without the partner's checkpoint; the partner is stopped, and the objects are out
    /// for a few seconds to a few minutes. A redundant engine whose partner is upgraded and active becomes its standby.
    /// </summary>
    /// <remarks>
    /// Needs: the galaxy is migrated, the platform is upgraded and, for a run-time platform, the Galaxy Repository is deployed. From 2023 R2
    /// on a node with redundant engines must be configured for the System Management Server. A partner that is deployed must run. Several
    /// targets are one multi-selection, which skips redundant engines while they or their partners are in software upgrade pending.
    /// </remarks>
    /// <param name="target">The platform or engine to deploy.</param>
    /// <param name="more">What is selected together with it.</param>
    public Plan CascadeDeploy(DeployTarget target, params DeployTarget[] more) =>
        With(new CascadeDeploy(more.Prepend(target).Select(Resolve).ToValueList()));

    /// <summary>
    /// A platform or engine is deployed alone, without what it hosts. Beside a partner in software upgrade pending an engine is always
    /// deployed in cascade, after a dialog: see <paramref name="answer"/>.
    /// </summary>
    /// <remarks>Needs: what a cascade deploy needs; for an engine its platform is deployed and runs.</remarks>
    /// <param name="target">The platform or engine to deploy.</param>
    /// <param name="answer">The answer to the dialog that forces the partner's objects to the newer version.</param>
    public Plan Deploy(DeployTarget target, ForcedDeployment answer = ForcedDeployment.Unanswered) =>
        With(new Deploy(Resolve(target), answer));

    /// <summary>
    /// A platform with what it hosts, or an engine alone, is undeployed. The standby of an active engine takes over. No upgrade needs it:
    /// the upgrade itself undeploys what is on the node.
    /// </summary>
    /// <remarks>Needs: the platform is not in software upgrade pending, and no pair is left without a running engine.</remarks>
    /// <param name="target">The platform or engine to undeploy.</param>
    public Plan Undeploy(DeployTarget target) => With(new Undeploy(Resolve(target)));

    /// <summary>The platform's node is pointed at the System Management Server in the Configurator.</summary>
    /// <remarks>
    /// Needs: nothing of the platform. From 2023 R2 on a node with redundant engines needs it before it is deployed: without it the partners
    /// cannot exchange tags and stored history, and data is lost.
    /// </remarks>
    /// <param name="platform">The platform to configure.</param>
    public Plan ConfigureSms(Platform platform) => With(new ConfigureSms(Resolve(platform)));

    /// <summary>The active engine of a pair hands over to its standby. Nothing fails back by itself.</summary>
    /// <remarks>Needs: the engine is the active one, and its partner stands by at the same version and in sync.</remarks>
    /// <param name="engine">The active engine.</param>
    public Plan ForceFailover(AppEngine engine) => With(new ForceFailover((Model.AppEngine)Resolve(engine)));

    /// <summary>CPU load balancing is enabled, which makes failovers of redundant engines faster. Optional.</summary>
    /// <remarks>Needs: 2023 R2 SP1 or later, and every platform with redundant engines upgraded and deployed.</remarks>
    public Plan EnableCpuLoadBalancing() => With(new EnableCpuLoadBalancing());

    /// <summary>A line of work that the galaxy's state knows nothing of, such as a check at the operators' clients.</summary>
    /// <remarks>Needs: nothing.</remarks>
    /// <param name="text">What is done, as an instruction.</param>
    public Plan Manual(string text) => With(new Manual(text));

    /// <summary>The plan goes on only when somebody has given leave.</summary>
    /// <remarks>Needs: nothing. A good place is before the step that makes a failover or an outage.</remarks>
    /// <param name="role">Who, such as the shift supervisor.</param>
    public Plan Approve(string role) => With(new Approve(role));

    /// <summary>Names a part of the plan, for reports. It changes nothing of what is done.</summary>
    /// <param name="title">The title.</param>
    /// <param name="part">Adds the steps of the part to the plan that it is handed.</param>
    /// <exception cref="InvalidOperationException">The part does not go on with the plan that it is handed.</exception>
    public Plan Phase(string title, Func<Plan, Plan> part) => With(new Phase(title, PartsOf(nameof(Phase), part)));

    /// <summary>Adds steps for each redundant pair of the galaxy, in the order of declaration.</summary>
    /// <param name="steps">Adds the steps for a pair to the plan that it is handed.</param>
    /// <exception cref="InvalidOperationException">The steps do not go on with the plan that they are handed.</exception>
    public Plan ForEachPair(Func<Plan, RedundantPair, Plan> steps) =>
        galaxy.Pairs.Aggregate(this, (plan, pair) => GoesOnWith(plan, nameof(ForEachPair), steps(plan, RedundantPair.Of(pair))));

    /// <summary>Branches run side by side; the plan goes on when all of them are done.</summary>
    /// <remarks>Needs: no two branches touch the same platform or pair, and none the whole galaxy.</remarks>
    /// <param name="branches">Each adds the steps of a branch to the plan that it is handed.</param>
    /// <exception cref="InvalidOperationException">A branch does not go on with the plan that it is handed.</exception>
    public Plan InParallel(params Func<Plan, Plan>[] branches) =>
        With(new InParallel(branches.Select(branch => new Branch(PartsOf(nameof(InParallel), branch))).ToValueList()));

    /// <summary>What a part adds to a plan of its own, which is then put into this one.</summary>
    private ValueList<PlanPart> PartsOf(string method, Func<Plan, Plan> part)
    {
        var own = For(galaxy);
        return GoesOnWith(own, method, part(own)).Steps.Parts;
    }

    private static Plan GoesOnWith(Plan plan, string method, Plan result) =>
        ReferenceEquals(result?.Beginning, plan.Beginning)
            ? result!
            : throw new InvalidOperationException($"What is given to {method} must return the plan that it is handed, with steps added.");

    private Plan With(PlanPart next) => new(this, next);

    private Model.Platform Resolve(Platform platform) => (Model.Platform)Resolve((DeployTarget)platform);

    private Model.DeployTarget Resolve(DeployTarget target)
    {
        if (target is null)
        {
            throw new ArgumentNullException(nameof(target), "A step names no platform or engine.");
        }

        IEnumerable<Model.DeployTarget> declared = target is Platform ? galaxy.Platforms : galaxy.Engines;
        return declared.FirstOrDefault(declaration => declaration.Name == target.Name)
            ?? throw new InvalidOperationException($"{target.Name} is not declared in the galaxy {galaxy}.");
    }
}
