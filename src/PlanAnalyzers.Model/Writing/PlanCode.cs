using System.Text;

namespace PlanAnalyzers.Model;

/// <summary>A whole plan as it is written: a chain of calls, one step in each line, in its phases and branches.</summary>
/// <param name="nameOf">How a declaration is named where the plan is to stand.</param>
/// <param name="forcedDeployment">How the enum of the answers to a forced deployment is named there.</param>
/// <param name="newLine">What ends a line.</param>
/// <param name="indent">By which blanks the author sets something in.</param>
public sealed class PlanCode(Func<DeployTarget, string> nameOf, string forcedDeployment, string newLine, string indent)
{
    /// <summary>The calls that add parts to a plan, each in lines of its own.</summary>
    /// <param name="parts">The parts in order.</param>
    /// <param name="indentation">The blanks before each line.</param>
    /// <param name="depth">In how many phases and branches they stand: C# wants another name for the plan in each.</param>
    public string Of(IEnumerable<PlanPart> parts, string indentation, int depth = 0)
    {
        var code = new StringBuilder();
        foreach (var part in parts)
        {
            code.Append(newLine).Append(indentation).Append('.').Append(part switch
            {
                Phase phase => $"Phase({CSharpText.Literal(phase.Title)}, {Function(phase.Parts, indentation, depth)})",
                InParallel group => $"InParallel({string.Join(",", group.Branches.Select(branch =>
                    $"{newLine}{indentation}{indent}{Function(branch.Parts, indentation + indent, depth)}"))})",
                Step step => StepCode.Of(step, nameOf, forcedDeployment),
                _ => throw new InvalidOperationException($"A {part.GetType().Name} cannot be written."),
            });
        }

        return code.ToString();
    }

    private string Function(IEnumerable<PlanPart> parts, string indentation, int depth)
    {
        var name = depth == 0 ? "part" : $"part{depth + 1}";
        return $"{name} => {name}{Of(parts, indentation + indent, depth + 1)}";
    }
}
