namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>Which statement comes next.</content>
internal static partial class LanguageCases
{
    public static readonly LanguageCase[] Control =
    [
        new(
            "goto case and goto default go on where they say",
            """
            foreach (var n in new[] { 1, 2, 3, 4 })
            {
                switch (n)
                {
                    case 1: Say("one"); goto case 3;
                    case 2: Say("two"); goto default;
                    case 3: Say("three"); break;
                    default: Say("other"); break;
                }
            }

            foreach (var mode in new[] { "a", "b" }) { switch (mode) { case "a": Say("a"); goto case "b"; case "b": Say("b"); continue; } }
            """),
        new(
            "break and continue belong to the innermost loop or switch",
            """
            for (var i = 0; i < 6; i++)
            {
                switch (i) { case 1: continue; case 4: break; default: Say($"s{i}"); break; }
                if (i == 5) break;
                for (var j = 0; ; j++) { if (j == 1) continue; if (j > 2) break; Say($"{i}{j}"); }
            }

            var n = 10;
            while (true) { n -= 3; if (n % 2 == 0) continue; if (n < 0) break; Say($"n{n}"); }
            do { if (n++ < 0) continue; Say($"d{n}"); } while (n < 3);
            """),
        new(
            "A for loop with several variables, no condition, and a closure over its variable in the condition",
            """
            for (int i = 0, j = 10; i < j; i += 3, j--) { Say($"{i}{j}"); }
            var k = 0;
            for (; ; ) { if (++k > 2) break; }
            for (var x = 1; x is > 0 and < 50 && Twice(x, out var twice); x = twice + 1) { Say($"{x}-{twice}"); }
            Say($"{k}");
            """,
            "static bool Twice(int n, out int twice) { twice = n * 2; return true; }"),
        new(
            "A declaration in a loop without a value is unassigned each round; one with a value starts anew",
            """
            for (var i = 0; i < 3; i++) { int n; var m = 5; if (i > 1) n = i; else n = 0; m += n; Say($"{n}{m}"); }
            int late;
            if (P1 == P2) late = 1; else late = 2;
            Say($"{late}");
            """),
        new(
            "Patterns of every kind",
            """
            foreach (var o in new object?[] { 1, 5, "text", "", 'c', null, 2L, (1, 2), new Pair(3, 4), new[] { 1, 2, 3 }, new int[0], true, Mode.On, P1, E1, 5u })
            {
                Say(o switch
                {
                    null => "null",
                    1 => "one",
                    int and > 3 and not 6 => "int over 3",
                    int n => $"int {n}",
                    "" => "empty",
                    string { Length: > 3 } s => $"long {s}",
                    string => "short",
                    char and (>= 'a' and <= 'z' or '_') => "letter",
                    Pair(3, var y) { X: 3 } => $"pair {y}",
                    int[] and [1, .., var last] => $"ends with {last}",
                    int[] and [] => "none",
                    Mode.On => "on",
                    bool b when b => "true",
                    Platform { IsGalaxyRepository: false, Node: var node } => node,
                    DeployTarget target => $"target {target.Name}",
                    _ => "other",
                });
            }
            """,
            "",
            "record Pair(int X, int Y); enum Mode { Off, On }"),
        new(
            "List patterns with slices, nested patterns and variables",
            """
            string Of(int[] items) => items switch
            {
                [] => "empty",
                [var only] => $"one {only}",
                [1, 2, ..] => "starts with 1 2",
                [> 5, .. { Length: 1 } middle, < 3] => $"middle {middle[0]}",
                [var first, .. var rest] when rest.Length > 2 => $"{first} and {string.Join(",", rest)}",
                [_, _] => "two",
                _ => "else",
            };
            foreach (var items in new int[][] { [], [4], [1, 2, 3], [9, 4, 1], [3, 1, 1, 1], [7, 7], [7, 8, 9] }) { Say(Of(items)); }
            Say($"{"text" is ['t', .., 't']} {"ab" is [_, _]} {new List<int> { 1, 2 } is [1, ..]}");
            """),
        new(
            "Positional, property and tuple patterns, and those over nullable values",
            """
            string Where((int X, int Y) p) => p switch { (0, 0) => "origin", (0, _) or (_, 0) => "axis", (var x, var y) when x == y => "diagonal", ( > 0, > 0) => "first", _ => "else" };
            Say(Where((0, 0)) + Where((0, 3)) + Where((2, 2)) + Where((1, 2)) + Where((-1, 2)));
            int? maybe = 4, none = null;
            Say($"{maybe is 4} {maybe is > 3 and var m} {none is null} {none is not { }} {maybe is { } value && value == 4} {none is int}");
            var line = new Line("L1", new Spot(1, 2), [new(3, 4), new(5, 6)]);
            Say($"{line is { Start.X: 1, Ends: [{ Y: 4 }, (5, _)] }} {line is ("L1", (_, 2), _)} {line is { Name: "L2" } or { Name.Length: 2 }} {line is not { Ends.Length: 2 }}");
            if (line is not { Start: (var a, var b) }) { Say("no"); } else { Say($"{a}{b}"); }
            """,
            "",
            "readonly record struct Spot(int X, int Y); record Line(string Name, Spot Start, Spot[] Ends);"),
        new(
            "A constant pattern asks for the type too, an operator does not",
            """
            object boxed = 5; long big = 5; byte small = 5;
            Say($"{boxed is 5} {boxed is 5L} {big == 5} {big is 5} {small is 5} {boxed.Equals(5)} {boxed.Equals(5L)} {big.Equals(5)} {((object)big).Equals(5)} {boxed is byte} {(boxed as int?) == 5} {(int)boxed + 1}");
            object text = "a"; IEnumerable<char> letters = "abc";
            Say($"{text is string} {text is "a"} {text as string} {(text as int?) is null} {letters.Count()} {letters is string} {text is IEnumerable<char>}");
            """),
        new(
            "A switch statement over texts, enums, tuples and types, with guards and several labels",
            """
            foreach (var (name, n) in new[] { ("a", 1), ("b", 2), ("a", 3), ("z", 4) })
            {
                switch (name, n)
                {
                    case ("a", > 2): Say("a big"); break;
                    case ("a", _): case ("b", _) when n > 5: Say("a small or b big"); break;
                    case (_, 4): { var inner = n * 2; Say($"four {inner}"); break; }
                    default: Say("rest"); break;
                }

                switch (n) { case 1 or 2: Say("low"); break; case var m when m % 2 == 1: Say($"odd {m}"); break; }
            }

            switch (Mode.B) { case Mode.A: Say("A"); break; case Mode.B: case Mode.C: Say("B or C"); break; }
            """,
            "",
            "enum Mode { A, B, C }"),
        new(
            "Conditions stop early, and declare variables on the way",
            """
            int Side(string s) { Say(s); return s.Length; }
            if (Side("aa") > 1 || Side("never") > 0) Say("or");
            if (Side("b") > 1 && Side("never") > 0) Say("and");
            if (Side("c") > 1 | Side("always") > 0) Say("both");
            var picked = Side("dd") > 1 ? Side("then") : Side("else");
            if ("text" is { Length: var length } && length > 3 && int.MaxValue > length) Say($"{length} {picked}");
            """),
        new(
            "using, lock, checked and unchecked blocks, nested blocks and labels that nobody needs",
            """
            { var x = 1; { var y = x + 1; Say($"{y}"); } }
            checked { var n = 5; Say($"{n * 2}"); }
            unchecked { var n = int.MaxValue; n++; Say($"{n == int.MinValue}"); }
            """),
        new(
            "throw expressions that are never reached",
            """
            string? text = "x";
            var sure = text ?? throw new InvalidOperationException();
            var n = sure.Length == 1 ? 5 : throw new InvalidOperationException();
            Say($"{sure}{n}{Pick(2)}");
            if (n != 5) throw new InvalidOperationException("no");
            """,
            """static string Pick(int n) => n switch { 1 => "one", 2 => "two", _ => throw new ArgumentOutOfRangeException(nameof(n)) };"""),
        new(
            "try and finally where nothing is thrown",
            """
            try { Say("try"); } catch (InvalidOperationException) { Say("catch"); } finally { Say("finally"); }
            string F() { try { return "returned"; } finally { Say("finally first"); } }
            Say(F());
            """),
    ];
}
