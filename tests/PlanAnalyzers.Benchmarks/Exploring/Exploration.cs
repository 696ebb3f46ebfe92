using System.Runtime.InteropServices;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Benchmarks.Exploring;

/// <summary>Goes through all states of a galaxy that steps lead to which the rules accept.</summary>
/// <param name="galaxy">A galaxy of up to fifteen parts that no pair ties together.</param>
/// <param name="steps">The steps that are tried in each state.</param>
/// <param name="remembers">Whether what the model said of a step is used again where it must say the same.</param>
internal sealed class Exploration(Galaxy galaxy, IEnumerable<Step> steps, bool remembers)
{
    /// <summary>The last byte of a state that is there: the other bytes are the numbers of its parts' states.</summary>
    private static readonly UInt128 Present = (UInt128)1 << 120;

    private readonly List<UInt128> states = [];
    private UInt128[] places = new UInt128[1 << 10];

    /// <summary>The steps of the vendor's workflow, as <c>STRICT</c> in <c>procedure.pml</c> has them.</summary>
    public static IEnumerable<Step> VendorsSteps(Galaxy galaxy) =>
    [
        new UploadRuntimeChanges(OverwriteDefaults: true),
        new Reboot(galaxy.GalaxyRepository),
        new MigrateGalaxy(),
        new MigrateViewApps(),
        new EnableCpuLoadBalancing(),
        .. galaxy.Platforms.Select(platform => new Upgrade(platform)),
        .. galaxy.Platforms.Select(platform => new CascadeDeploy(platform)),
    ];

    /// <returns>How many states there are.</returns>
    public int Run()
    {
        var start = new PartedState(galaxy);
        var asked = Together(start).Select(together => new AskedSteps([.. together], LookedAt(together.Key, start), start, remembers)).ToArray();
        Span<UInt128> packed = [Present];
        var numbers = MemoryMarshal.AsBytes(packed);
        for (var part = 0; part < start.Parts; part++)
        {
            numbers[part] = start.NumberOf(part);
        }

        Reach(packed[0]);
        for (var i = 0; i < states.Count; i++)
        {
            packed[0] = states[i];
            foreach (var together in asked)
            {
                foreach (var changes in together.From(numbers))
                {
                    foreach (var (part, number) in changes)
                    {
                        numbers[part] = number;
                    }

                    Reach(packed[0]);
                    packed[0] = states[i];
                }
            }
        }

        return states.Count;
    }

    /// <summary>The steps at each part; those at the whole galaxy are with the Galaxy Repository, but for load balancing, which is for all parts.</summary>
    private IEnumerable<IGrouping<int?, Step>> Together(PartedState state) => steps.GroupBy(step => step is EnableCpuLoadBalancing
        ? (int?)null
        : step.Targets.Count == 0 ? 0 : state.PartOf(PlanWalk.PlatformOf(step.Targets[0])));

    /// <summary>What steps at a part depend on. That they depend on nothing more shows where Spin comes to the same states.</summary>
    private static int[] LookedAt(int? part, PartedState state) => part switch
    {
        null => [.. Enumerable.Range(0, state.Parts)],
        0 => [0],
        { } other => [0, other],
    };

    private void Reach(UInt128 state)
    {
        if (!Put(state))
        {
            return;
        }

        states.Add(state);
        if (2 * states.Count > places.Length)
        {
            places = new UInt128[2 * places.Length];
            foreach (var known in states)
            {
                Put(known);
            }
        }
    }

    /// <returns>Whether the state was not there.</returns>
    private bool Put(UInt128 state)
    {
        var hash = ((ulong)state ^ ((ulong)(state >> 64) * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93;
        var place = (hash ^ (hash >> 32)) & (ulong)(places.Length - 1);
        for (; places[place] != UInt128.Zero; place = (place + 1) & (ulong)(places.Length - 1))
        {
            if (places[place] == state)
            {
                return false;
            }
        }

        places[place] = state;
        return true;
    }
}
