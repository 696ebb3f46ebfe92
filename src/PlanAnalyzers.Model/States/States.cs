namespace PlanAnalyzers.Model;

/// <summary>What is known of one platform at one moment.</summary>
/// <param name="Software">The installed version.</param>
/// <param name="Deployed">Whether the platform object is deployed.</param>
/// <param name="Running">Whether the deployed platform runs; an undeployed one does not.</param>
/// <param name="RebootPending">Whether the installation waits for a reboot.</param>
/// <param name="SmsConfigured">Whether the node uses the System Management Server.</param>
public readonly record struct PlatformState(Software Software, bool Deployed, bool Running, bool RebootPending, bool SmsConfigured);

/// <summary>What is known of one engine at one moment.</summary>
/// <param name="Deployed">Whether the engine is deployed.</param>
/// <param name="Redundancy">Its redundancy status; none for an engine that is not redundant.</param>
/// <param name="Objects">The version that the hosted objects run on here, or none where this engine does not run them.</param>
public readonly record struct EngineState(bool Deployed, RedundancyStatus Redundancy, Software? Objects)
{
    /// <summary>Whether this engine runs the hosted objects.</summary>
    public bool RunsObjects => Objects is not null;
}

/// <summary>What is known of the galaxy as a whole at one moment.</summary>
/// <param name="Migrated">Whether the galaxy database is migrated to the new version.</param>
/// <param name="ViewAppsMigrated">Whether the InTouch ViewApps are migrated.</param>
/// <param name="RuntimeChangesUploaded">Whether run-time changes were uploaded to the Galaxy Repository.</param>
/// <param name="CpuLoadBalancing">Whether CPU load balancing is enabled.</param>
public readonly record struct DatabaseState(bool Migrated, bool ViewAppsMigrated, bool RuntimeChangesUploaded, bool CpuLoadBalancing);
