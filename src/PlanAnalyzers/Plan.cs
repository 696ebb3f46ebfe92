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
    private readonly Step? step;

    private Plan(Galaxy galaxy, Plan? previous, Step? step)
    {
        this.galaxy = galaxy;
        this.previous = previous;
        this.step = step;
    }

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<Step> Steps
    {
        get
        {
            var steps = new List<Step>();
            for (var plan = this; plan?.step is not null; plan = plan.previous)
            {
                steps.Add(plan.step);
            }

            steps.Reverse();
            return steps;
        }
    }

    /// <summary>A plan without steps. The generated part of a plan's class calls this; an author gets the plan handed in.</summary>
    /// <param name="galaxy">The galaxy that the steps are for.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Plan For(Galaxy galaxy) => new(galaxy, previous: null, step: null);

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
    /// Needs, for a run-time platform: the Galaxy Repository is upgraded, migrated and deployed, and the partner of every redundant engine
    /// on it runs. Upgrade the platform of the standby engine first: that saves a failover.
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

    /// <summary>
    /// A platform or engine is deployed with everything it hosts. A redundant engine whose partner is in software upgrade pending takes over
    /// the partner's objects, forced to the new version and without the partner's checkpoint; the partner is stopped, and the objects are out
    /// for a few seconds to a few minutes. A redundant engine whose partner is upgraded and active becomes its standby.
    /// </summary>
    /// <remarks>
    /// Needs: the galaxy is migrated, the platform is upgraded and, for a run-time platform, the Galaxy Repository is deployed. From 2023 R2
    /// on a node with redundant engines must be configured for the System Management Server.
    /// </remarks>
    /// <param name="target">The platform or engine to deploy.</param>
    public Plan CascadeDeploy(DeployTarget target) => With(new CascadeDeploy(Resolve(target)));

    /// <summary>The platform's node is pointed at the System Management Server in the Configurator.</summary>
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
    /// <param name="text">What is done, as an instruction.</param>
    public Plan Manual(string text) => With(new Manual(text));

    /// <summary>The plan goes on only when somebody has given leave.</summary>
    /// <param name="role">Who, such as the shift supervisor.</param>
    public Plan Approve(string role) => With(new Approve(role));

    private Plan With(Step next) => new(galaxy, this, next);

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
