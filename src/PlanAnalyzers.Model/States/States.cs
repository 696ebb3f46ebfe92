namespace PlanAnalyzers.Model;

/// <summary>What is known of one platform at one moment.</summary>
/// <remarks>It is kept in one byte: states are copied at every step, and a plan's transitions hold many.</remarks>
/// <param name="Software">The installed version.</param>
/// <param name="Deployed">Whether the platform object is deployed.</param>
/// <param name="Running">Whether the deployed platform runs; an undeployed one does not.</param>
/// <param name="RebootPending">Whether the installation waits for a reboot.</param>
/// <param name="SmsConfigured">Whether the node uses the System Management Server.</param>
public readonly record struct PlatformState(Software Software, bool Deployed, bool Running, bool RebootPending, bool SmsConfigured)
{
    private const int SoftwareBit = 1;
    private const int DeployedBit = 2;
    private const int RunningBit = 4;
    private const int RebootPendingBit = 8;
    private const int SmsConfiguredBit = 16;

    private readonly byte bits = (byte)(
        (Software == Software.New ? SoftwareBit : 0)
        | (Deployed ? DeployedBit : 0)
        | (Running ? RunningBit : 0)
        | (RebootPending ? RebootPendingBit : 0)
        | (SmsConfigured ? SmsConfiguredBit : 0));

    /// <summary>The installed version.</summary>
    public Software Software
    {
        get => (bits & SoftwareBit) != 0 ? Software.New : Software.Old;
        init => bits = With(SoftwareBit, value == Software.New);
    }

    /// <summary>Whether the platform object is deployed.</summary>
    public bool Deployed
    {
        get => (bits & DeployedBit) != 0;
        init => bits = With(DeployedBit, value);
    }

    /// <summary>Whether the deployed platform runs; an undeployed one does not.</summary>
    public bool Running
    {
        get => (bits & RunningBit) != 0;
        init => bits = With(RunningBit, value);
    }

    /// <summary>Whether the installation waits for a reboot.</summary>
    public bool RebootPending
    {
        get => (bits & RebootPendingBit) != 0;
        init => bits = With(RebootPendingBit, value);
    }

    /// <summary>Whether the node uses the System Management Server.</summary>
    public bool SmsConfigured
    {
        get => (bits & SmsConfiguredBit) != 0;
        init => bits = With(SmsConfiguredBit, value);
    }

    /// <summary>Whether the platform is in software upgrade pending (SUP): the galaxy is migrated and the platform still old.</summary>
    public bool IsPending(DatabaseState database) => database.Migrated && Software == Software.Old;

    /// <summary>Whether all that is known is the same.</summary>
    public bool Equals(PlatformState other) => bits == other.bits;

    /// <inheritdoc />
    public override int GetHashCode() => bits;

    private byte With(int bit, bool value) => (byte)(value ? bits | bit : bits & ~bit);
}

/// <summary>What is known of one engine at one moment; whether it runs depends on its platform.</summary>
/// <remarks>It is kept in one byte, as the state of a platform is.</remarks>
/// <param name="Deployed">Whether the engine is deployed.</param>
/// <param name="Redundancy">Its redundancy status; none for an engine that is not redundant or does not run.</param>
/// <param name="Objects">The version that the hosted objects are deployed with on this engine, or none where they are not.</param>
public readonly record struct EngineState(bool Deployed, RedundancyStatus Redundancy, Software? Objects)
{
    private const int DeployedBit = 1;
    private const int RedundancyShift = 1;
    private const int RedundancyBits = 7 << RedundancyShift;
    private const int ObjectsBit = 16;
    private const int SoftwareBit = 32;

    private readonly byte bits = (byte)((Deployed ? DeployedBit : 0) | ((int)Redundancy << RedundancyShift) | BitsOf(Objects));

    /// <summary>Whether the engine is deployed.</summary>
    public bool Deployed
    {
        get => (bits & DeployedBit) != 0;
        init => bits = (byte)((bits & ~DeployedBit) | (value ? DeployedBit : 0));
    }

    /// <summary>Its redundancy status; none for an engine that is not redundant or does not run.</summary>
    public RedundancyStatus Redundancy
    {
        get => (RedundancyStatus)((bits & RedundancyBits) >> RedundancyShift);
        init => bits = (byte)((bits & ~RedundancyBits) | ((int)value << RedundancyShift));
    }

    /// <summary>The version that the hosted objects are deployed with on this engine, or none where they are not.</summary>
    public Software? Objects
    {
        get => !HasObjects ? null : (bits & SoftwareBit) != 0 ? Software.New : Software.Old;
        init => bits = (byte)((bits & ~(ObjectsBit | SoftwareBit)) | BitsOf(value));
    }

    private bool HasObjects => (bits & ObjectsBit) != 0;

    /// <summary>Whether the engine runs on a platform in this state.</summary>
    public bool RunsOn(PlatformState platform) => Deployed && platform.Running;

    /// <summary>Whether the hosted objects run with this engine on a platform in this state.</summary>
    public bool RunsObjectsOn(PlatformState platform) => HasObjects && platform.Running;

    /// <summary>Whether all that is known is the same.</summary>
    public bool Equals(EngineState other) => bits == other.bits;

    /// <inheritdoc />
    public override int GetHashCode() => bits;

    private static int BitsOf(Software? objects) => objects switch
    {
        null => 0,
        Software.Old => ObjectsBit,
        _ => ObjectsBit | SoftwareBit,
    };
}

/// <summary>What is known of the galaxy as a whole at one moment.</summary>
/// <param name="Migrated">Whether the galaxy database is migrated to the new version.</param>
/// <param name="ViewAppsMigrated">Whether the InTouch ViewApps are migrated.</param>
/// <param name="RuntimeChangesUploaded">Whether run-time changes were uploaded to the Galaxy Repository.</param>
/// <param name="CpuLoadBalancing">Whether CPU load balancing is enabled.</param>
public readonly record struct DatabaseState(bool Migrated, bool ViewAppsMigrated, bool RuntimeChangesUploaded, bool CpuLoadBalancing);
