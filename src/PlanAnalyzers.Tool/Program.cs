using System.Text;
using PlanAnalyzers.Tool;

// A file or a pipe gets UTF-8, where the console's own writer would use the code page of the system.
using var output = Console.IsOutputRedirected
    ? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = true }
    : null;
return (int)await ToolCommandLine.InvokeAsync(args, output ?? Console.Out, Console.Error, CancellationToken.None);
