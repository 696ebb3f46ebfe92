using System.Runtime.CompilerServices;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>One file typed for a long time in one editor: nothing throws, and nothing of what was typed before stays.</summary>
public sealed class KeystrokeTests(ITestOutputHelper output)
{
    private const int Remembered = 100;

    private static int Edits => Nightly.IsOn ? 10_000 : 200;

    [Fact]
    public async Task A_random_walk_of_keystrokes_throws_nothing_and_leaves_nothing_behind()
    {
        var source = new LiveSource("walk", ConformanceCases.Read("valid-fragment-and-loop"));
        var host = new LiveHost(source.Project);
        var walk = new RandomWalk(source.Typed, seed: 7);
        var old = new List<WeakReference>();
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        var (broken, reported) = (0, 0);
        for (var i = 0; i < Edits; i++)
        {
            var (isBroken, diagnostics) = await Type(host, walk.Next(), wrong, i % (Edits / Remembered) == 0 ? old : null);
            broken += isBroken ? 1 : 0;
            reported += diagnostics;
        }

        // The last text, and the one before it that the driver compares with, may still be there.
        await Type(host, source.Typed, wrong, remember: null);
        await Type(host, source.Typed + " ", wrong, remember: null);
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.Values));
        Assert.Equal(2 * Remembered, old.Count);
        Assert.Equal(0, await Alive(old));
        Assert.InRange(broken, Edits / 4, Edits - (Edits / 20)); // A walk that never or always compiles would show nothing.
        GC.KeepAlive(host);
        output.WriteLine($"{Edits} edits, {broken} of the texts with errors of the compiler, {reported} diagnostics; "
            + $"of {Remembered} compilations and of what was read of each {await Alive(old)} are alive.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(bool IsBroken, int Diagnostics)> Type(
        LiveHost host, string text, Dictionary<string, string> wrong, List<WeakReference>? remember)
    {
        var look = await host.Type(text);
        foreach (var diagnostic in Certainty.WrongOf(look))
        {
            wrong.TryAdd(diagnostic.Id, $"{diagnostic}\nbeside {string.Join('\n', look.Errors)}\n{text}"); // One of a kind is enough.
        }

        remember?.AddRange([new WeakReference(look.Compilation), new WeakReference(SourceModels.Of(look.Compilation))]);
        return (look.Errors.Length > 0, look.Ours.Length);
    }

    /// <summary>How many objects are left when the collector has had its chances.</summary>
    private static async Task<int> Alive(List<WeakReference> old)
    {
        for (var i = 0; i < 20 && old.Any(reference => reference.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return old.Count(reference => reference.IsAlive);
    }
}
