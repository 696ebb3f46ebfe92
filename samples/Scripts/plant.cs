using System.Text.Json.Nodes;

namespace PlanAnalyzers.Samples;

// A site that runs anywhere: its galaxy is a file, so nothing is installed or rebooted. It shows what a command of the driver 'script' is asked
// and what it answers; docs/scripts.md says it in words. The galaxy begins as plant-at-start.json says, and plant.json beside it is how it is now.
internal static class Site
{
    private static int Main() => Answer(Console.In, Console.Out, Directory.GetCurrentDirectory());

    public static int Answer(TextReader question, TextWriter answer, string folder)
    {
        var request = JsonNode.Parse(question.ReadToEnd())!;
        using var turn = WaitForTurn(Path.Combine(folder, "plant.lock")); // Branches ask at the same time.
        var now = Path.Combine(folder, "plant.json");
        var plant = JsonNode.Parse(File.ReadAllText(File.Exists(now) ? now : Path.Combine(folder, "plant-at-start.json")))!;
        var step = request["step"];
        switch ((string)request["request"]!)
        {
            case "Observe":
                answer.Write(new JsonObject { ["seen"] = plant["seen"]!.DeepClone() }.ToJsonString());
                return 0;
            case "Trace":
                var isDone = plant["done"]!.AsArray().Any(number => (int)number! == (int)step!["number"]!);
                answer.Write(new JsonObject { ["trace"] = isDone ? "Done" : "NotDone" }.ToJsonString());
                return 0;
            case "Step":
                CarryOut(step!, plant);
                File.WriteAllText(now + ".new", plant.ToJsonString());
                File.Move(now + ".new", now, overwrite: true);
                answer.Write(new JsonObject { ["ending"] = "Done", ["text"] = $"{(string)step!["kind"]!} on {string.Join(", ", step["nodes"]!.AsArray())}" }.ToJsonString());
                return 0;
            default:
                Console.Error.WriteLine("This question is of a newer version.");
                return 1;
        }
    }

    /// <summary>A real site would install, reboot or deploy here. This one writes down what the plan says will be seen afterwards.</summary>
    private static void CarryOut(JsonNode step, JsonNode plant)
    {
        foreach (var (subject, facts) in step["after"]!.AsObject())
        {
            var of = plant["seen"]![subject]!.AsObject();
            foreach (var (aspect, value) in facts!.AsObject())
            {
                of.Remove(aspect);
                if (value is not null)
                {
                    of.Add(aspect, value.DeepClone());
                }
            }
        }

        plant["done"]!.AsArray().Add((JsonNode)(int)step["number"]!);
    }

    private static FileStream WaitForTurn(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Sleep(10);
            }
        }
    }
}
