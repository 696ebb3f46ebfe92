namespace PlanAnalyzers;

/// <summary>A redundant pair of a galaxy as it is when the plan starts.</summary>
public sealed class RedundantPair
{
    private RedundantPair(AppEngine active, AppEngine standby)
    {
        Active = active;
        Standby = standby;
    }

    /// <summary>The engine that is active when the plan starts.</summary>
    public AppEngine Active { get; }

    /// <summary>The engine that stands by when the plan starts.</summary>
    public AppEngine Standby { get; }

    /// <summary>The platform of <see cref="Active"/>.</summary>
    public Platform ActivePlatform => Active.Platform;

    /// <summary>The platform of <see cref="Standby"/>.</summary>
    public Platform StandbyPlatform => Standby.Platform;

    /// <summary>Both names, the active engine first.</summary>
    public override string ToString() => $"{Active}/{Standby}";

    internal static RedundantPair Of(Model.RedundantPair pair)
    {
        var active = pair.ActiveAtStart;
        return new RedundantPair(AppEngine.Of(active), AppEngine.Of(pair.PartnerOf(active)));
    }
}
