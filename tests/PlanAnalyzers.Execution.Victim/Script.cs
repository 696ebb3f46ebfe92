using System.Globalization;
using PlanAnalyzers.Samples;

namespace PlanAnalyzers.Execution.Victim;

/// <summary>A command of a site: the sample's plant, or one that does not do as it should.</summary>
internal static class Script
{
    public static int Run(string behaviour)
    {
        switch (behaviour)
        {
            case "plant":
                return Site.Answer(Console.In, Console.Out, Directory.GetCurrentDirectory());
            case "fails":
                Console.In.ReadToEnd();
                Console.Error.WriteLine("the setup ended \u001b[31mbadly");
                return 3;
            case "says-failed":
                Console.Write("""{"ending":"Failed","text":"the disk is full"}""");
                return 0;
            case "wordless":
                Console.Write("""{"ending":"Failed"}""");
                return 0;
            case "fails-once":
                if (!File.Exists("once"))
                {
                    File.WriteAllText("once", "");
                    return 1;
                }

                return Site.Answer(Console.In, Console.Out, Directory.GetCurrentDirectory());
            case "deaf":
                Console.Write("""{"ending":"Done"}"""); // Nobody has read the question.
                return 0;
            case "wordy":
                Console.Write($$"""{"ending":"Failed","text":"{{new string('x', 4_000_000)}}"}""");
                return 0;
            case "wordy-sight":
                Console.Write("""{"seen":{"P1":{"Software":"WORDS"}}}""".Replace("WORDS", new string('x', 4_000_000), StringComparison.Ordinal));
                return 0;
            case "silent":
                return 0;
            case "chatty":
                Console.Write("""{"ending":"Done"} and so on""");
                return 0;
            case "huge":
                for (var megabyte = 0; megabyte < 20; megabyte++)
                {
                    Console.Write(new string('{', 1024 * 1024));
                }

                return 0;
            case "binary":
                using (var output = Console.OpenStandardOutput())
                {
                    output.Write([0xff, 0xfe, 0x00, 0xd8, 0x80]);
                }

                return 0;
            case "deep":
                Console.Write(new string('[', 100_000));
                return 0;
            case "double":
                Console.Write("""{"ending":"Done","ending":"Failed"}""");
                return 0;
            case "stranger":
                Console.Write("""{"seen":{"P9":{"Reachability":"reachable"}}}""");
                return 0;
            case "late":
                Console.Error.WriteLine(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
                File.WriteAllText("late.pid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
                Thread.Sleep(Timeout.Infinite);
                return 0;
            default:
                throw new ArgumentOutOfRangeException(nameof(behaviour));
        }
    }
}
