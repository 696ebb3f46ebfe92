namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>Plans for <see cref="Marked.Plant7"/> that several tests use.</summary>
internal static class Plans
{
    /// <summary>The vendor's procedure with its optional steps.</summary>
    public const string VendorProcedure = Marked.PlanHead + """
        {
            static Plan Define(Plan plan) => plan
                .UploadRuntimeChanges(overwriteDefaults: true)
                .Upgrade(P0).Reboot(P0).MigrateGalaxy().MigrateViewApps().CascadeDeploy(P0)
                .Upgrade(P2).CascadeDeploy(P2)
                .Upgrade(P1).CascadeDeploy(P1)
                .EnableCpuLoadBalancing();
        }
        """;
}
