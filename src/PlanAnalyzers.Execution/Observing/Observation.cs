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

    /// <summary>What a script or a person says; what has no value was not seen.</summary>
    public static Observation Of(IReadOnlyDictionary<string, Dictionary<Aspect, string?>> seen) => new(seen.SelectMany(of => of.Value
        .Where(fact => fact.Value is not null)
        .Select(fact => new Fact(of.Key, fact.Key, fact.Value!))));

    /// <summary>Nothing was seen.</summary>
    public static Observation Nothing { get; } = new([]);

    public IEnumerable<Fact> Facts => values.Select(fact => new Fact(fact.Key.Subject, fact.Key.Aspect, fact.Value));

    public string? this[string subject, Aspect aspect] => values.GetValueOrDefault((subject, aspect));

    /// <summary>What is other than in an earlier observation, by subject and aspect; none where something is not seen any more.</summary>
    public Dictionary<string, Dictionary<Aspect, string?>> NewsSince(Observation earlier) =>
        Facts.Where(fact => earlier[fact.Subject, fact.Aspect] != fact.Value)
            .Select(fact => (fact.Subject, fact.Aspect, Value: (string?)fact.Value))
            .Concat(earlier.Facts
                .Where(fact => this[fact.Subject, fact.Aspect] is null)
                .Select(fact => (fact.Subject, fact.Aspect, Value: (string?)null)))
            .GroupBy(fact => fact.Subject, StringComparer.Ordinal)
            .ToDictionary(of => of.Key, of => of.ToDictionary(fact => fact.Aspect, fact => fact.Value), StringComparer.Ordinal);
}
