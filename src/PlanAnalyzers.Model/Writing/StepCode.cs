namespace PlanAnalyzers.Model;

/// <summary>A step as it is written in a plan: the method of the plan with its arguments.</summary>
public static class StepCode
{
    /// <summary>The code of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="nameOf">How a declaration is named where the step is to stand.</param>
    /// <param name="forcedDeployment">How the enum of the answers is named there.</param>
    public static string Of(Step step, Func<DeployTarget, string> nameOf, string forcedDeployment)
    {
        var targets = step.Targets.Select(nameOf);
        IEnumerable<string> arguments = step switch
        {
            UploadRuntimeChanges { OverwriteDefaults: true } => ["overwriteDefaults: true"],
            Deploy { Answer: not ForcedDeployment.Unanswered and var answer } => targets.Append($"{forcedDeployment}.{answer}"),
            Manual { Text: var text } => [CSharpText.Literal(text)],
            Approve { Role: var role } => [CSharpText.Literal(role)],
            _ => targets,
        };
        return $"{step.Kind}({string.Join(", ", arguments)})";
    }
}
