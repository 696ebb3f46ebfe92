namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>What every generated program has: types and functions of its author.</content>
internal sealed partial class ProgramGenerator
{
    private const string TypeSources = """
        using static Plant;
        enum Mode { Off, Slow, Fast }
        [Flags] enum Marks { None = 0, A = 1, B = 2, C = 4 }
        interface IRanked { int Rank { get; } string Kind => "ranked"; }
        record Line(string Name, Platform Node, int Rank)
        {
            public int Speed { get; init; } = 4;
            public string Title => $"{Name}/{Node}";
            public virtual int Score(int factor) => Rank * factor % 1000;
        }
        sealed record Fast(string Name, Platform Node, int Rank, int Extra) : Line(Name, Node, Rank)
        {
            public override int Score(int factor) => base.Score(factor) + Extra;
        }
        readonly record struct Spot(int X, int Y)
        {
            public int Sum => unchecked(X + Y);
            public Spot Moved(int by) => this with { X = unchecked(X + by) };
            public static Spot operator +(Spot a, Spot b) => new(unchecked(a.X + b.X), unchecked(a.Y + b.Y));
            public static Spot operator -(Spot a, Spot b) => new(unchecked(a.X - b.X), unchecked(a.Y - b.Y));
        }
        struct Tally
        {
            public int Count;
            public void Add(int n) { Count += n; if (n > 5) { this.Count++; } }
            public readonly int Twice => Count * 2;
        }
        class Box
        {
            private readonly int[] cells = [1, 2, 3];
            private int value;
            public int Uses { get; private set; }
            public int Value { get => value; set { this.value = value > 100 ? 100 : value; Uses++; } }
            public int this[int place] { get => cells[place]; set => cells[place] = value * 2; }
            public int Get() => value;
            public void Deconstruct(out int now, out int uses) { now = value; uses = Uses; }
            public int Next() => Value += Uses + 1;
        }
        abstract class Shape : IRanked
        {
            private int grown;
            protected Shape(int size) => Size = size % 50 + grown;
            public int Size { get; protected set; }
            public char Color { get; set; } = 'k';
            public abstract int Area(int scale);
            public virtual string Name => $"{Color}{Kind}";
            public int Rank => Area(3) % 100;
            public virtual string Kind => "shape";
            public int Twice() => Area(1) * 2;
            public void Grow(int by) { grown += by % 10; Size += grown; }
            public override string ToString() => $"<{Name}>";
        }
        class Square(int size) : Shape(size)
        {
            private readonly int own = size % 7;
            public override int Area(int scale) => Size * scale + own + size % 3;
            public override string Kind => "square";
        }
        sealed class Flat : Square
        {
            public Flat(int size) : this(size, 1) => Size++;
            private Flat(int size, int more) : base(size % 100 + more) { }
            public override int Area(int scale) => base.Area(scale) / 2;
            public override string Name => "flat " + base.Name;
        }
        readonly struct Window(int from, int length)
        {
            public int From { get; } = from;
            public int Length { get; init; } = length < 0 ? 0 : length % 10;
            public int End => From + Length;
            public bool Holds(int n) => n >= From && n < End;
            public static implicit operator Window(int from) => new(from, 1);
        }
        class Holder<T>(T item) { public T Item { get; } = item; }
        sealed record Found(int Value);
        static class Settings
        {
            public const int Base = 4, Ratio = Base * 5 / 2;
            public const byte Small = 250;
            public const long Large = 1L << 40;
            public const bool IsOn = Base > 3 && Ratio != 9;
            public static readonly string Title = $"{Prefix}:{Base + Ratio}";
            private const string Prefix = "set" + "tings";
            public static readonly int[] Numbers = [9, .. Enumerable.Range(1, 3), 7];
            public static readonly string[] Names = Numbers.Select(n => $"n{n}").ToArray();
            public static readonly Platform[] Nodes = [P4, P1];
            public static readonly Spot Home = new Spot(3, 4) + new Spot(1, 1);
            public static readonly Line Main = new("main", P3, Numbers.Length) { Speed = 8 };
            public static Mode Usual { get; } = Numbers[0] > 8 ? Mode.Fast : Mode.Off;
            public static int Auto { get; } = Names.Sum(name => name.Length);
            public static int Computed => Auto + Base;
            public static int Halved(int n) => n / 2;
        }
        [Galaxy] static class OtherPlant
        {
            public static readonly Platform P0 = Platform.GalaxyRepository("GR09"), P1 = Platform.RunTime("AOS91"), P9 = Platform.RunTime("AOS99");
        }
        class Other;
        class Failing { public static readonly int Good = 1; public static readonly int Bad = new[] { 1 }[Good]; public static int Make() => 3; public int X = new[] { 1 }[Good]; }
        """;

    private const string ToolSources = """
        static class Tools
        {
            public static T Same<T>(T item) => item;
            public static T Make<T>(int number, Func<int, T> make) => make(number);
            public static bool Give<T>(T value, out T given) { given = value; return given is not null; }
            public static T Pick<T, TShape>(TShape shape, T even, T odd) where TShape : Shape => shape.Area(1) % 2 == 0 ? even : odd;
            public static int Small(int n, int below) => ((n % below) + below) % below;
            public static string Short(string text) => text.PadRight(3, '_');
            public static int[] Padded(int[] items) => items.Length < 2 ? [.. items, 1, 2] : items;
            public static T At<T>(T[] items, int n) => items[Small(n, items.Length)];
            public static Found? Find(int[] items, int n) => Array.IndexOf(items, n) is >= 0 and var at ? new Found(at) : null;
            public static int Mix(int a, int b = 7, int c = Settings.Base) => (a % 100) * 100 + (b % 10) * 10 + c % 10;
            public static int Total(params int[] items) { var sum = 0; foreach (var item in items) { sum += item % 1000; } return sum; }
            public static int Spread(params ReadOnlySpan<int> items) { var sum = items.Length; foreach (var item in items) { sum ^= item; } return sum; }
            public static int Many(params IEnumerable<int> items) => items.Count(item => item > 1);
            public static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);
            public static int Double(int n) => unchecked(n * 2);
            public static Func<int, int> Adder(int n) { var calls = 0; return x => unchecked(x + n + calls++); }
            public static void Bump(ref int n, int by) { n = unchecked(n + by); by = 0; }
            public static int Peek(in int n) => n ^ 1;
            public static (int Count, string Name) Split(string text, int n) => (text.Length + n % 10, text.Length > 2 ? text[1..] : "short");
        }
        static class Extensions
        {
            public static string Quoted(this string text) => $"'{text}'";
            public static string Repeat(this string text, int count) => string.Concat(Enumerable.Repeat(text.Length > 20 ? text[..20] : text, count));
            public static T[] Rotated<T>(this T[] items, int by)
            {
                var result = new T[items.Length];
                for (var i = 0; i < items.Length; i++) { result[(i + Tools.Small(by, items.Length)) % items.Length] = items[i]; }
                return result;
            }
            public static Plan Each(this Plan plan, params Platform[] nodes)
            {
                foreach (var (node, i) in nodes.Select((node, i) => (node, i))) { plan = plan.Manual($"{i}").Start(node); }
                return plan;
            }
        }
        static class Show
        {
            public static string Text(long n) => n < 0 ? $"m{unchecked((ulong)(-n))}" : $"{n}";
            public static string Text(int n) => Text((long)n);
            public static string Text(uint n) => Text((long)n);
            public static string Text(byte n) => Text((long)n);
            public static string Text(int? n) => n is { } known ? Text((long)known) : "null";
            public static string Text(bool b) => b ? "yes" : "no";
            public static string Text(char c) => $"'{(int)c}'";
            public static string Text(string? s) => s is null ? "null" : $"\"{s}\"";
            public static string Text(Mode mode) => mode switch { Mode.Off => "off", Mode.Slow => "slow", Mode.Fast => "fast", _ => "mode" + Text((int)mode) };
            public static string Text(Marks marks) => $"marks {Text((int)marks)}{(marks.HasFlag(Marks.A) ? "A" : "")}";
            public static string Text(DeployTarget target) => target switch { Platform { Node: var node } => $"{target.Name}@{node}", AppEngine engine => $"{engine.Name}/{engine.Platform}", _ => "?" };
            public static string Text(int[] items) => "[" + string.Join(" ", items.Select(n => Text((long)n))) + "]";
            public static string Text(List<int> items) => items.Count + Text(items.ToArray());
            public static string Text(string[] items) => string.Concat(items.Select((item, i) => $"{i}{item};"));
            public static string Text(Platform[] items) => string.Join("+", items.Select(item => item.Name));
            public static string Text(int[][] rows) => string.Join("/", rows.Select(Text));
            public static string Text(Dictionary<string, int> ages) { var text = ""; foreach (var (name, age) in ages) { text += name + Text((long)age); } return text; }
            public static string Text((int Count, string Name) pair) => Text((long)pair.Count) + pair.Name;
            public static string Text(Spot spot) => spot is (var x, var y) ? Text((long)x) + "," + Text((long)y) : "";
            public static string Text(Line line) => line switch { Fast { Extra: var extra } => $"fast {line.Name} {Text((long)extra)}", { Rank: 0 } => "first", _ => line.Title + Text((long)line.Rank) + line.Speed % 2 };
            public static string Text(Shape shape) => $"{shape}{Text((long)shape.Area(3))}{shape.Kind}";
        }
        """;
}
