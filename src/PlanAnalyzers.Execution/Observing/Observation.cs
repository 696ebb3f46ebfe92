namespace PlanAnalyzers.Execution;

/// <summary>What can be seen of a platform, an engine or the galaxy. The names stand in journals and never change meaning.</summary>
internal enum Aspect
{
    Reachability,
    Software,
    Deployment,
    Operation,
    Reboot,
    Sms,
    Redundancy,
    Objects,
    Database,
    ViewApps,
    RuntimeChanges,
    LoadBalancing,
}

/// <summary>Something that is seen, in the vendor's words where the vendor has any.</summary>
/// <param name="Subject">The name under which the galaxy declares the platform or engine, or the galaxy's own.</param>
/// <param name="Aspect">What is seen of it.</param>
/// <param name="Value">How it is.</param>
internal readonly record struct Fact(string Subject, Aspect Aspect, string Value);

/// <summary>What was seen of a galaxy at one moment. A fact that is not among them was not looked at, or could not be seen.</summary>
internal sealed class Observation
{
    private readonly Dictionary<(string Subject, Aspect Aspect), string> values;

    public Observation(IEnumerable<Fact> facts) =>
        values = facts.ToDictionary(fact => (fact.Subject, fact.Aspect), fact => fact.Value);

    /// <summary>Nothing was seen.</summary>
    public static Observation Nothing { get; } = new([]);

    public IEnumerable<Fact> Facts => values.Select(fact => new Fact(fact.Key.Subject, fact.Key.Aspect, fact.Value));

    public string? this[string subject, Aspect aspect] => values.GetValueOrDefault((subject, aspect));

    /// <summary>The facts that are new or other than they were in an earlier observation.</summary>
    public IEnumerable<Fact> Since(Observation earlier) =>
        Facts.Where(fact => earlier[fact.Subject, fact.Aspect] != fact.Value);

    /// <summary>The facts of an earlier observation that are missing in this one.</summary>
    public IEnumerable<Fact> MissingSince(Observation earlier) =>
        earlier.Facts.Where(fact => this[fact.Subject, fact.Aspect] is null);
}
