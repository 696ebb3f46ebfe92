namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>What is copied, what is shared, and in which order things happen.</content>
internal static partial class LanguageCases
{
    public static readonly LanguageCase[] Values =
    [
        new(
            "Operands, arguments and indices are worked out from left to right",
            """
            int T(string name, int value) { Say(name); return value; }
            var numbers = new[] { 1, 2, 3 };
            numbers[T("index", 1)] = T("value", 7) + T("right", 1) * T("factor", 2);
            numbers[T("compound index", 0)] += T("compound value", 4);
            Say($"{T("a", 1)}{T("b", 2)}{numbers[1]}{numbers[0]}");
            Say($"{Sum(third: T("third", 3), first: T("first", 1), second: T("second", 2))}");
            """,
            "static int Sum(int first, int second, int third) => first * 100 + second * 10 + third;"),
        new(
            "The left side of an operator keeps its value while the right side changes the variable",
            """
            var x = 1;
            var y = x + (x = 5) * x + x++ - --x;
            Say($"{x} {y}");
            var z = 2;
            z += z++ + ++z;
            Say($"{z}");
            var i = 0;
            var places = new int[4];
            places[i++] = i++;
            places[i] = i = 3;
            Say($"{i} {places[0]} {places[1]} {places[2]} {places[3]}");
            """),
        new(
            "A tuple swap reads everything before it assigns",
            """
            var (a, b, c) = (1, 2, 3);
            (a, b, c) = (c, a, b);
            var items = new[] { 10, 20 };
            (items[0], items[1]) = (items[1], items[0]);
            var i = 0;
            (i, items[i]) = (1, 99);
            Say($"{a}{b}{c} {items[0]} {items[1]} {i}");
            """),
        new(
            "A struct is copied when it is assigned, passed, captured in a tuple and taken out of an array",
            """
            var one = new Point { X = 1, Y = 2 };
            var two = one;
            two.X = 9;
            var points = new[] { one, two };
            var taken = points[0];
            taken.Y = 77;
            points[1].X = 5;
            Change(points[0]);
            var pair = (one, two);
            pair.one.X = 42;
            foreach (var point in points) { var copy = point; copy.X = 1000; }
            Say($"{one.X} {one.Y} {two.X} {points[0].X} {points[0].Y} {points[1].X} {taken.Y} {pair.one.X} {pair.two.X}");
            """,
            "static void Change(Point point) { point.X = 500; }",
            "struct Point { public int X; public int Y; }"),
        new(
            "A class is shared by everybody who has it",
            """
            var one = new Box { Value = 1 };
            var two = one;
            two.Value = 9;
            var boxes = new[] { one, one };
            boxes[1].Value += 5;
            Change(boxes[0]);
            Say($"{one.Value} {two.Value} {boxes[0].Value} {ReferenceEquals(one, boxes[1])} {one == two} {one == new Box { Value = one.Value }}");
            """,
            "static void Change(Box box) { box.Value *= 2; box = new Box { Value = -1 }; }",
            "class Box { public int Value; }"),
        new(
            "Arrays are shared, slices and spreads are copies",
            """
            var all = new[] { 1, 2, 3, 4 };
            var alias = all;
            var part = all[1..^1];
            int[] spread = [0, .. all, .. part];
            var list = all.ToList();
            alias[1] = 20;
            part[0] = 200;
            list[3] = 4000;
            Say($"{all[1]} {part[0]} {part[1]} {spread[2]} {spread[5]} {spread.Length} {list[3]} {all[^1]}");
            int[][] jagged = [[1], all, [.. all]];
            jagged[1][0] = 100;
            jagged[2][0] = 300;
            Say($"{all[0]} {jagged[2][0]} {jagged[0].Length} {jagged.Length}");
            """),
        new(
            "ref and out hand on the variable, the element and the field themselves; in does not copy early",
            """
            var x = 1;
            Twice(ref x);
            var items = new[] { 1, 2, 3 };
            Twice(ref items[1]);
            var box = new Box { Value = 5 };
            Twice(ref box.Value);
            var point = new Point { X = 3 };
            Twice(ref point.X);
            if (!Parse("yes", out var number)) Say("no");
            Say($"{x} {items[1]} {box.Value} {point.X} {number}");
            Swap(ref items[0], ref items[2]);
            Say($"{items[0]} {items[2]} {Seen(in x, () => x = 50)}");
            """,
            """
            static void Twice(ref int value) => value *= 2;
            static void Swap<T>(ref T a, ref T b) => (a, b) = (b, a);
            static bool Parse(string text, out int number) { number = text.Length; return text == "yes"; }
            static int Seen(in int value, Action change) { var before = value; change(); return before * 1000 + value; }
            """,
            "class Box { public int Value; } struct Point { public int X; }"),
        new(
            "A ref local is another name of a variable",
            """
            var items = new[] { 1, 2, 3 };
            ref var first = ref items[0];
            first = 10;
            first += 5;
            ref int other = ref items[1];
            other++;
            var x = 1;
            ref var y = ref x;
            y = 8;
            foreach (ref var item in items.AsSpan()) { item *= 2; }
            Say($"{items[0]} {items[1]} {items[2]} {x}");
            """),
        new(
            "A method of a struct changes the struct it is called on, unless that is a copy",
            """
            var counter = new Counter();
            counter.Add(2);
            counter.Add(3);
            var counters = new Counter[2];
            counters[1].Add(4);
            var list = new List<Counter> { counter };
            list[0].Add(100);
            foreach (var each in counters) { each.Add(7); }
            Frozen.Add(5);
            Say($"{counter.Count} {counters[1].Count} {list[0].Count} {Frozen.Count} {counter.Twice}");
            """,
            "static readonly Counter Frozen = new Counter();",
            "struct Counter { public int Count; public void Add(int n) => Count += n; public int Twice => Count * 2; }"),
        new(
            "The default of a struct skips its constructor and its initializers",
            """
            var made = new Size();
            var none = default(Size);
            var several = new Size[1];
            Say($"{made.Width} {none.Width} {several[0].Width} {made.Name ?? "null"} {none.Name ?? "null"}");
            """,
            "",
            """struct Size { public int Width = 5; public string? Name = "x"; public Size() { Width++; } }"""),
        new(
            "Default values of every kind",
            """
            int[] numbers = new int[2]; bool[] truths = new bool[1]; string?[] texts = new string?[1]; char letter = default; (int, string?) pair = default;
            int? nothing = default; Mode mode = default; long l = default; T Of<T>() => default!;
            Say($"{numbers[0]} {truths[0]} {texts[0] is null} {(int)letter} {pair.Item1} {pair.Item2 is null} {nothing is null} {mode} {l} {Of<int>()} {Of<string>() is null} {Of<int?>() is null} {Of<(int, bool)>().Item2}");
            """,
            "",
            "enum Mode { Off, On }"),
        new(
            "Nullable values",
            """
            int? a = 3, none = null;
            Say($"{a + 1} {(a + none) is null} {a > none} {none > a} {none == null} {a ?? 9} {none ?? 9} {a.HasValue} {a.Value} {none.GetValueOrDefault()} {none.GetValueOrDefault(4)} {a.GetValueOrDefault(4)}");
            none ??= 12;
            a ??= 13;
            Say($"{none} {a} {(a & none)} {a == 3} {a != none} {-a == -3}");
            int?[] several = [1, null, 3];
            Say($"{several.Count(n => n.HasValue)} {several[1] is null} {several.Sum()} {several.Max()}");
            bool? t = true, f = false, u = null;
            Say($"{(t & u) is null} {f & u} {t | u} {(f | u) is null} {!t} {(!u) is null} {(t ^ u) is null}");
            a++; a += 2; a = a * 2;
            Say($"{a}");
            """),
        new(
            "A null on the way is null at the end, and nothing behind it happens",
            """
            var count = 0;
            int Next() => ++count;
            string? text = null, word = "word";
            int[]? none = null; int[]? some = [4, 5];
            Say($"{text?.Length is null} {word?.Length} {none?[Next()] is null} {some?[Next()]} {count} {text?.ToUpperInvariant().Length ?? -1 + 2}");
            Node? root = new(1, new(2, null));
            Say($"{root?.Next?.Value} {root?.Next?.Next?.Value is null} {root?.Next?.Next?.Next!.Value is null} {(root?.Next)?.Value}");
            root = root?.Next?.Next;
            Say($"{root?.Value ?? 77} {root is null}");
            """,
            "",
            "record Node(int Value, Node? Next);"),
        new(
            "Static fields are initialized from top to bottom, over all parts of the type and on demand in others",
            """
            Say($"{A} {B} {Other.X} {Other.Y} {Texts[1]} {Later.Value}");
            """,
            """
            static readonly int A = 3 + Other.X;
            static readonly int B = A * 2;
            static readonly string[] Texts = ["a", "b" + B];
            static class Later { public static readonly int Value = B + 1; }
            """,
            """
            static class Other { public static readonly int X = Y0 + 1; const int Y0 = 4; public static readonly int Y = X * 10; }
            static partial class Subject { static readonly int C = B + 1; }
            """),
        new(
            "Equality of tuples, records, arrays, anonymous objects and strings",
            """
            var word = "ab";
            var other = string.Concat("a", "b");
            int[] one = [1, 2], two = [1, 2];
            Say($"{(1, "a") == (1, "a")} {(1, 2L) == (1L, 2)} {one == two} {one.SequenceEqual(two)} {word == other} {new { X = 1 }.Equals(new { X = 1 })} {(1, 2).Equals((1, 2))}");
            Say($"{new R(1, [1]) == new R(1, [1])} {new R(1, one) == new R(1, one)} {new R(1, one) with { A = 2 } == new R(2, one)} {new S(1).Equals(new S(1))} {new D(1, 2) == (B)new D(1, 2)} {(B)new D(1, 2) == new B(1)}");
            Say($"{P1 == P2} {P1 == E1.Platform} {E1b.Primary == E1} {E1.Equals(E1b)} {Equals(P1, P1)} {object.Equals(null, null)}");
            """,
            "",
            "record R(int A, int[] Items); record struct S(int A); record B(int A); record D(int A, int C) : B(A);"),
    ];
}
