namespace PlanAnalyzers.Model;

/// <summary>A part of a plan: a step, or several that belong together.</summary>
public abstract record PlanPart;

/// <summary>Several parts under a title. It changes nothing of what is done.</summary>
/// <param name="Title">The title, for reports.</param>
/// <param name="Parts">The parts in order.</param>
public sealed record Phase(string Title, ValueList<PlanPart> Parts) : PlanPart;

/// <summary>Branches that run side by side; the plan goes on when all of them are done.</summary>
/// <param name="Branches">The branches, in the order in which they are written.</param>
public sealed record InParallel(ValueList<Branch> Branches) : PlanPart;

/// <summary>One of several branches that run side by side.</summary>
/// <param name="Parts">The parts in order.</param>
public sealed record Branch(ValueList<PlanPart> Parts);
