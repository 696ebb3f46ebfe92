namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>Objects of the author's own types.</content>
internal static partial class LanguageCases
{
    public static readonly LanguageCase[] Objects =
    [
        new(
            "Records: positions, with, equality, ToString and deconstruction",
            """
            var a = new Line("L1", P1) { Speed = 3 };
            var b = a with { Node = P2 };
            var (name, node) = b;
            Say($"{a.Name} {b.Node} {name} {node} {a == b} {a == (b with { Node = P1 })} {b.Speed} {a.Title} {new Point(1, 2)} {a.Equals(null)} {new Point(1, 2) with { Y = 5 }} {new Empty()} {new Sub("s", P3, 4)}");
            var point = new Point(1, 2); point.X = 9; var copy = point; copy.Y = 4; var (x, y) = copy;
            Say($"{point} {copy} {x}{y} {point != copy}");
            """,
            "",
            """
            record Line(string Name, Platform Node) { public int Speed { get; init; } public string Title => $"{Name} on {Node}"; public override string ToString() => Title; }
            record struct Point(int X, int Y); record Empty; record Sub(string Name, Platform Node, int N) : Line(Name, Node) { public override string ToString() => base.ToString() + N; }
            """),
        new(
            "Constructors, initializers and their order",
            """
            var child = new Child(5);
            Say($"{child.A} {child.B} {child.C} {child.D}");
            """,
            "",
            """
            class Parent { public int A = 1; public int B; public Parent(int b) { B = b + A; Init(); } public virtual void Init() => A += 100; }
            class Child : Parent { public int C = 7; public int D; public Child(int n) : this(n, 2) { D += 1000; } private Child(int n, int m) : base(n * m) { D = C + B; } public override void Init() { C += 1; base.Init(); } }
            """),
        new(
            "Primary constructors keep their parameters as variables",
            """
            var counter = new Counter(5);
            counter.Add(); counter.Add();
            Say($"{counter.Value} {new Named("x").Name} {new Named("y").Length}");
            """,
            "",
            "class Counter(int start) { public int Value => start; public void Add() => start++; } class Named(string name) { public string Name { get; } = name.ToUpperInvariant(); public int Length => name.Length; }"),
        new(
            "Properties with code, init, indexers and operators of the author's own",
            """
            var t = new Temperature { Value = 5 };
            t.Value = 40; t.Value += 100;
            var list = new Names();
            var v = new Vector(1, 2) + new Vector(3, 4) * 2;
            Say($"{t.Value} {t.Sets} {list[1]} {list["x"]} {v.X} {v.Y} {(int)v} {-v == new Vector(-7, -10)} {v > new Vector(0, 0)}");
            """,
            "",
            """
            class Temperature { private int value; public int Sets { get; private set; } public int Value { get => value; set { this.value = value > 100 ? 100 : value; Sets++; } } }
            class Names { private readonly string[] names = ["a", "b"]; public string this[int index] => names[index]; public string this[string key] => key + names.Length; }
            readonly record struct Vector(int X, int Y)
            {
                public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y);
                public static Vector operator -(Vector a) => new(-a.X, -a.Y);
                public static Vector operator *(Vector a, int n) => new(a.X * n, a.Y * n);
                public static bool operator >(Vector a, Vector b) => a.X > b.X;
                public static bool operator <(Vector a, Vector b) => a.X < b.X;
                public static explicit operator int(Vector v) => v.X + v.Y;
            }
            """),
        new(
            "Equality, hash and text of the author's own",
            """
            Id[] ids = [new("a"), new("A"), new("b")];
            Say($"{ids[0] == ids[1]} {ids[0].Equals(ids[2])} {ids[0]}");
            """,
            "",
            """
            sealed class Id(string text) : IEquatable<Id>
            {
                public string Text => text;
                public bool Equals(Id? other) => other is not null && string.Equals(text, other.Text, StringComparison.OrdinalIgnoreCase);
                public override bool Equals(object? obj) => Equals(obj as Id);
                public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(text);
                public static bool operator ==(Id a, Id b) => a.Equals(b);
                public static bool operator !=(Id a, Id b) => !a.Equals(b);
                public override string ToString() => $"<{text}>";
            }
            """),
        new(
            "Required and init members, nested initializers, target-typed new, and collection initializers",
            """
            Line line = new() { Name = "x", Spot = { X = 3 }, Items = { 1, 2 }, Next = new() { Name = "y" } };
            Say($"{line.Name} {line.Spot.X} {line.Items.Count} {line.Next?.Name} {line.Next?.Items.Count}");
            Spot[] spots = [new() { X = 1 }, new()];
            (string Name, Spot At)[] places = [("a", new() { X = 4 }), ("b", spots[0])];
            Say($"{spots[0].X} {spots[1].X} {places[0].At.X} {places.Sum(p => p.At.X)}");
            """,
            "",
            "class Spot { public int X; } class Line { public required string Name { get; init; } public Spot Spot { get; } = new(); public List<int> Items { get; } = new(); public Line? Next { get; init; } }"),
        new(
            "Readonly structs and structs with properties as values in arrays and lists",
            """
            var cells = new Cell[] { new(1), new(2) };
            cells[0] = cells[0].Next();
            for (var i = 0; i < cells.Length; i++) { cells[i].Tag = $"t{i}"; cells[i].N += 5; }
            var list = cells.ToList(); var first = list[0]; first.N = 1000;
            Say($"{cells[0].N} {cells[0].Tag} {cells[1].N} {list[0].N} {cells.Sum(c => c.N)} {new Cell(3).Equals(new Cell(3))}");
            Spot s = new(1); Spot u = s; Say($"{s.Twice} {u.Equals(s)} {default(Spot).Twice}");
            """,
            "",
            """struct Cell(int n) { public int N { get; set; } = n; public string Tag = ""; public readonly Cell Next() => new(N + 1); } readonly struct Spot(int n) { public int Twice => n * 2; }"""),
        new(
            "Anonymous objects and tuples with names",
            """
            var steps = new[] { new { Node = P2, Cascade = true }, new { Node = P1, Cascade = false } };
            foreach (var s in steps) { plan = plan.Upgrade(s.Node); if (s.Cascade) plan = plan.CascadeDeploy(s.Node); }
            (int Count, string Name) named = (2, "n"); var (_, only) = named; (int, (string, bool[])) nested = (1, ("x", [true, false]));
            Say($"{named.Name} {named.Item1} {only} {nested.Item2.Item2[1]} {nested.Item2.Item1} {steps[0] == steps[0]} {new { named.Name }.Name}");
            var big = (1, 2, 3, 4, 5, 6, 7, 8, 9); Say($"{big.Item9} {big.Item8} {big}");
            """),
        new(
            "Interfaces with generic constraints, static members and static abstract ones",
            """
            Say($"{Describe(new Pump(3))} {Describe(new Valve())} {Kind<Pump>()} {Pump.Count + Valve.Count}");
            """,
            "static string Describe<T>(T device) where T : IDevice => $\"{device.Name}:{device.Load(2)}\"; static string Kind<T>() where T : IDevice => T.Kind;",
            """
            interface IDevice { string Name { get; } int Load(int factor); static abstract string Kind { get; } }
            readonly record struct Pump(int Power) : IDevice { public string Name => "pump"; public int Load(int factor) => Power * factor; public static string Kind => "P"; public const int Count = 4; }
            class Valve : IDevice { public string Name { get; } = "valve"; public int Load(int factor) => factor; public static string Kind => "V"; public static readonly int Count = 5; }
            """),
    ];
}
