using System.Globalization;
using PlanAnalyzers.Model;

/// <summary>A plan that is under way, and a file that remembers which steps were taken.</summary>
internal sealed class Progress
{
    private readonly string file;

    private Progress(string file, PlanStateMachine machine) => (this.file, Machine) = (file, machine);

    public PlanStateMachine Machine { get; }

    /// <summary>Goes on where the file says; begins where there is none.</summary>
    public static Progress Open(string file)
    {
        var machine = TwinUpgrade.CreateStateMachine();
        if (!File.Exists(file))
        {
            File.WriteAllLines(file, [TwinUpgrade.Fingerprint]);
        }

        var lines = File.ReadAllLines(file);
        if (lines is not [TwinUpgrade.Fingerprint, .. var taken])
        {
            // Steps of a plan that was changed since have other meanings: somebody has to look at the galaxy.
            throw new InvalidOperationException($"{file} is of another plan, or of this one before it was changed.");
        }

        foreach (var number in taken)
        {
            machine.FireAt(int.Parse(number, CultureInfo.InvariantCulture) - 1);
        }

        return new Progress(file, machine);
    }

    /// <summary>Takes a step, and remembers it.</summary>
    /// <exception cref="InvalidOperationException">It may not be taken now. Nothing is changed.</exception>
    public Transition Take(int number)
    {
        var transition = Machine.FireAt(number - 1);
        File.AppendAllLines(file, [number.ToString(CultureInfo.InvariantCulture)]);
        return transition;
    }
}
