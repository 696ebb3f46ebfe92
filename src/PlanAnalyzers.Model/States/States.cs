namespace PlanAnalyzers.Model;

/// <summary>What is known of one platform at one moment.</summary>
/// <param name="Software">The installed version.</param>
/// <param name="Deployed">Whether the platform object is deployed.</param>
/// <param name="Running">Whether the deployed platform runs; an undeployed one does not.</param>
/// <param name="RebootPending">Whether the installation waits for a reboot.</param>
/// <param name="SmsConfigured">Whether the node uses the System Management Server.</param>
public readonly record struct PlatformState(Software Software, bool Deployed, bool Running, bool RebootPending, bool SmsConfigured)
{
    /// <summary>Whether the platform is in software upgrade pending (SUP): the galaxy is migrated and the platform still old.</summary>
    public bool IsPending(DatabaseState database) => database.Migrated && Software == Software.Old;
}

/// <summary>What is known of one engine at one moment; whether it runs depends on its platform.</summary>
/// <param name="Deployed">Whether the engine is deployed.</param>
/// <param name="Redundancy">Its redundancy status; none for an engine that is not redundant or does not run.</param>
/// <param name="Objects">The version that the hosted objects are deployed with on this engine, or none where they are not.</param>
public readonly record struct EngineState(bool Deployed, RedundancyStatus Redundancy, Software? Objects)
{
    /// <summary>Whether the engine runs on a platform in this state.</summary>
    public bool RunsOn(PlatformState platform) => Deployed && platform.Running;

    /// <summary>Whether the hosted objects run with this engine on a platform in this state.</summary>
    public bool RunsObjectsOn(PlatformState platform) => Objects is not null && platform.Running;
}

/// <summary>What is known of the galaxy as a whole at one moment.</summary>
/// <param name="Migrated">Whether the galaxy database is migrated to the new version.</param>
/// <param name="ViewAppsMigrated">Whether the InTouch ViewApps are migrated.</param>
/// <param name="RuntimeChangesUploaded">Whether run-time changes were uploaded to the Galaxy Repository.</param>
/// <param name="CpuLoadBalancing">Whether CPU load balancing is enabled.</param>
public readonly record struct DatabaseState(bool Migrated, bool ViewAppsMigrated, bool RuntimeChangesUploaded, bool CpuLoadBalancing);
