global using System.Collections.Immutable;

// Roslyn has a Platform of its own (x86, x64); here a platform is always one of a galaxy.
global using Platform = PlanAnalyzers.Model.Platform;
