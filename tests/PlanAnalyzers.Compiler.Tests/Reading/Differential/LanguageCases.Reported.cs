namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>Plans that are none, since making them throws, or since nobody knows what they are before they run.</content>
internal static partial class LanguageCases
{
    /// <summary>Statements that throw, in a plan that would be readable without them.</summary>
    public static readonly string[] Throwing =
    [
        "var items = new[] { 1, 2 }; Say($\"{items[Two]}\");",
        "var items = new[] { 1, 2 }; var unused = items[Two];",
        "var items = new[] { 1, 2 }; items[Two] = 1;",
        "int[] items = []; var unused = items[^1];",
        "var items = new[] { 1, 2 }; var unused = items[2..1];",
        "var items = new[] { 1, 2 }; var unused = items[Two..][0];",
        "var unused = \"abc\".Substring(Two, 5);",
        "var unused = \"abc\"[Two + 1];",
        "var unused = Two / (Two - 2);",
        "var unused = Two % (Two - 2);",
        "var unused = 5L / (Two - 2);",
        "var m = int.MinValue; var unused = m / (Two - 3);",
        "var unused = checked(int.MaxValue + Two);",
        "checked { byte b = 255; b++; }",
        "checked { var n = int.MaxValue; n += Two; }",
        "checked { var n = -Two; var unused = (uint)n; }",
        "checked { var n = int.MinValue; var unused = -n; }",
        "var unused = checked((byte)(Two + 300));",
        "var n = long.MaxValue; var unused = checked(n * Two);",
        "string? text = Null; var unused = text!.Length;",
        "string? text = Null; var unused = text!.ToUpperInvariant();",
        "int[]? items = null; var unused = items!.Length;",
        "int[]? items = null; foreach (var item in items!) { }",
        "int[]? items = null; int[] unused = [.. items!];",
        "Box? box = null; var unused = box!.Value;",
        "Box? box = null; box!.Value = 1;",
        "Box? box = null; var unused = box!.Get();",
        "Box? box = null; var (unused, _) = box!;",
        "Func<int>? f = null; var unused = f!();",
        "int? none = null; var unused = none!.Value;",
        "int? none = null; var unused = (int)none!;",
        "object o = \"text\"; var unused = (int)o;",
        "object o = 5; var unused = (long)o;",
        "object o = 5; var unused = (string)o;",
        "object o = new Box(); var unused = (Other)o;",
        "object? o = Null; var unused = (int)o!;",
        "foreach (Platform p in new DeployTarget[] { P1, E1 }) { }",
        "object[] items = new string[1]; items[0] = 5;",
        "var unused = Two switch { 1 => 1, 3 => 3 };",
        "var unused = new int[0].First();",
        "var unused = new[] { 1, 2 }.Single();",
        "var unused = new[] { 1, 2 }.Single(n => n > 5);",
        "var unused = new int[0].Max();",
        "var unused = new int[0].Aggregate((a, b) => a);",
        "var unused = new[] { 1 }.ElementAt(Two);",
        "var unused = new[] { int.MaxValue, 1 }.Sum();",
        "var unused = new[] { 1, 1 }.ToDictionary(n => n);",
        "var unused = new[] { 1 }.ToDictionary(n => n)[Two];",
        "var unused = new[] { 1 }.Chunk(Two - 2).ToArray();",
        "var unused = Enumerable.Range(0, Two - 3);",
        "var unused = new int[Two - 3];",
        "var list = new List<int> { 1, 2 }; foreach (var n in list) { list.Add(n); }",
        "var list = new List<int> { 1, 2 }; foreach (var n in list) { if (n == 2) list.Add(n); }",
        "var list = new List<int> { 1 }; list.RemoveAt(Two);",
        "var list = new List<int> { 1 }; list.Insert(Two, 1);",
        "var list = new List<int> { 1 }; list[Two] = 1;",
        "var list = new List<int> { 1 }; var unused = list[Two];",
        "throw new InvalidOperationException();",
        "if (Two == 2) throw new InvalidOperationException();",
        "string? text = Null; var unused = text ?? throw new InvalidOperationException();",
        "int Fail() => throw new InvalidOperationException(); var unused = Fail();",
        "var unused = Enum.Parse<StringComparison>(\"Nothing\");",
        "var unused = int.Parse(\"x\");",
        "plan = plan.Upgrade(null!);",
        "plan = plan.InParallel(null!);",
        "plan = plan.InParallel(p => null!);",
        "plan = plan.Phase(\"x\", p => plan);",
        "plan = plan.CascadeDeploy(P1, null!);",
        "plan = null!; plan = plan.Upgrade(P1);",
        "var unused = new Failing();",
        "var unused = Failing.Good;",
        "var unused = new string('x', Two - 3);",
        "string[] names = [\"a\"]; var (a, b) = (names[0], names[Two]); Say(a);",
        "var unused = \"a\".PadLeft(Two - 3);",
        "var unused = new[] { 1, 2 }.Select(n => 1 / (n - 2)).ToArray();",
        "Platform? none = new[] { P1 }.FirstOrDefault(p => p == P2); var unused = none!.Sms!.Node;",
        "var unused = new (int, int)[] { }[0].Item1;",
        "_ = new[] { 1 }[Two];",
        "_ = 1 / (Two - 2);",
        "Box[] boxes = new Box[2]; var unused = boxes[0].Value;",
        "var unused = ((IEnumerable<int>)null!).Where(n => n > 1);",
        "var unused = new[] { new Box() }.OrderBy(b => b).ToArray().Length + new[] { new Box(), new Box() }.OrderBy(b => b).ToArray().Length;",
    ];

    /// <summary>Statements whose effect on the plan nobody knows before it runs.</summary>
    public static readonly string[] Unknowable =
    [
        "if (Environment.TickCount > 0) Say(\"x\");",
        "Say(Environment.MachineName);",
        "Say(DateTime.Now.DayOfWeek.ToString());",
        "plan = DateTime.Now.Hour > 30 ? plan.Upgrade(P1) : plan.Upgrade(P2);",
        "for (var i = 0; i < Environment.ProcessorCount; i++) Say(\"x\");",
        "Say(Guid.NewGuid().ToString());",
        "Say($\"{new Random().Next()}\");",
        "Say($\"{Random.Shared.Next(1)}\");",
        "Say($\"{new object().GetHashCode()}\");",
        "Say($\"{\"text\".GetHashCode()}\");",
        "Say(Environment.CurrentDirectory);",
        "Say($\"{System.IO.File.Exists(\"x\")}\");",
        "Say($\"{System.Threading.Thread.CurrentThread.ManagedThreadId}\");",
        "Say($\"{1.5}\");",
        "Say($\"{-Two}\");",
        "Say($\"{DateTime.MinValue}\");",
        "Say($\"{string.Compare(\"a\", \"B\")}\");",
        "Say(\"i\".ToUpper());",
        "Say($\"{\"strasse\".StartsWith(\"straß\")}\");",
        "Say(string.Join(\",\", new[] { \"b\", \"A\", \"a\" }.OrderBy(s => s)));",
        "Say(string.Join(\",\", new[] { \"b\", \"A\", \"a\" }.Order()));",
        "Say($\"{\"b\".CompareTo(\"A\")}\");",
        "Say($\"{1234:N0}\");",
        "Say(mutable);",
        "mutable = \"y\"; Say(mutable);",
        "Say(System.Diagnostics.Process.GetCurrentProcess().ProcessName);",
        "Say(typeof(string).Assembly.FullName!);",
        "Say($\"{new Random(5).Next(10)}\");",
    ];

    private const string ReportedMembers = """
        static readonly int Two = int.MaxValue - int.MaxValue + 2;
        static readonly string? Null = null;
        static string mutable = "x";
        """;

    private const string ReportedTypes = """
        class Box { public int Value; public int Get() => Value; public void Deconstruct(out int a, out int b) { a = Value; b = 0; } }
        class Other;
        class Failing { public static readonly int Good = 1; public static readonly int Bad = new[] { 1 }[Good]; public static int Make() => 3; public int X = new[] { 1 }[Good]; }
        """;

    /// <summary>Such a statement, between two steps.</summary>
    public static LanguageCase Reported(string statement) =>
        new(statement, "Say(\"before\");\n#pragma warning disable\n" + statement + "\nSay(\"after\");", ReportedMembers, ReportedTypes);
}
