namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>What the reader leaves to the author to write in another way: it says so and does not guess.</content>
internal static partial class LanguageCases
{
    public static readonly LanguageCase[] Outside =
    [
        new(
            "A field that is read before it is initialized has its default",
            """
            Say($"{Early.A} {Early.B}");
            """,
            "",
            "static class Early { public static readonly int A = B + 1; public static readonly int B = 5; }"),
        new(
            "Two types that initialize each other see defaults",
            """
            Say($"{Left.A} {Right.B} {Left.C}");
            """,
            "",
            """
            static class Left { public static readonly int A = Right.B + 1; public static readonly int C = 7; }
            static class Right { public static readonly int B = Left.C + 10; }
            """),
        new(
            "A static constructor runs after the initializers",
            """
            Say($"{WithConstructor.A} {WithConstructor.B}");
            """,
            "",
            "static class WithConstructor { public static readonly int A = 1; public static readonly int B; static WithConstructor() { B = A + 5; A = 10; } }"),
        new(
            "Iterators run as far as they are asked",
            """
            IEnumerable<int> Numbers() { Say("start"); yield return 1; Say("one"); yield return 2; Say("two"); for (var i = 3; ; i++) { if (i > 4) yield break; yield return i; } }
            var query = Numbers();
            Say("before");
            foreach (var n in query.Take(2)) Say($"{n}");
            Say($"{query.Sum()}");
            """),
        new(
            "How often the functions of a query are called depends on the framework",
            """
            var log = "";
            var query = new[] { 1, 2, 3 }.Select(n => { log += n; return n; });
            Say($"{query.Last()} {log}");
            """),
        new(
            "In which order the keys of a sort are asked for depends on the framework",
            """
            var log = "";
            Say($"{new[] { 3, 1, 2 }.OrderBy(n => { log += n; return n; }).First()} {log}");
            """),
        new(
            "How often a function is called for items that are skipped depends on the framework",
            """
            var log = "";
            Say($"{new[] { 3, 1, 2 }.Select(n => { log += n; return n; }).Skip(1).First()} {log}");
            """),
        new(
            "What a function of a query changes may have been made for another item",
            """
            var made = new List<List<int>>();
            Say($"{new[] { 1, 2, 3 }.Select(n => { var own = made.Count == 0 ? new List<int>() : made[0]; made.Add(own); own.Add(n); return own.Count; }).Last()}");
            """),
        new(
            "How many items are asked for to begin at the end depends on the framework",
            """
            var log = "";
            Say($"{new[] { 3, 1, 2 }.Select(n => { log += n; return n; }).Reverse().First()} {log}");
            """),
        new(
            "Whether the items that are searched are ordered first depends on the framework",
            """
            var log = "";
            Say($"{new[] { 3, 1, 2 }.Select(n => { log += n; return n; }).Order().Contains(3)} {log}");
            """),
        new(
            "A variable that a dictionary gives its value to is changed",
            """
            var ages = new Dictionary<int, int> { [1] = 5, [2] = 6 }; var found = 0;
            Say($"{new[] { 1, 2 }.Select(n => { ages.TryGetValue(n, out found); return n; }).Last()} {found}");
            """),
        new("A function in a static field that counts", "Say($\"{Next()} {Next()}\");", "static readonly Func<int> Next = Make(); static Func<int> Make() { var n = 0; return () => n++; }"),
        new("A query in a static field that counts", "Say($\"{Counted.Sum()} {Counted.Sum()}\");", "static readonly IEnumerable<int> Counted = Make(); static IEnumerable<int> Make() { var n = 0; return new[] { 1, 2 }.Select(m => m + n++); }"),
        new("A function in a static field that knows an object", "Give().Value++; Say($\"{Give().Value}\");", "static readonly Func<Box> Give = Make(); static Func<Box> Make() { var box = new Box(); return () => box; }", "class Box { public int Value; }"),
        new("The items of a lookup in a static field", "Known[true].First().Value++; Say($\"{Known[true].First().Value}\");", "static readonly ILookup<bool, Box> Known = new[] { new Box() }.ToLookup(box => box.Value == 0);", "class Box { public int Value; }"),
        new("A hash of the author's own", "Say($\"{new[] { new Id(1), new Id(2) }.Distinct().Count()}\");", "", "class Id(int n) { public override bool Equals(object? o) => o is Id; public override int GetHashCode() => n; }"),
        new("Whether two texts are one object", """object a = "a", b = string.Concat("a", ""); Say($"{a == b}");"""),
        new("Whether two boxes are one object", "object a = 5, b = 5; Say($\"{a == b} {ReferenceEquals(a, a)}\");"),
        new("Whether the platform of a pair is the object of the field", "plan = plan.ForEachPair((p, pair) => p.Manual($\"{(object)pair.ActivePlatform == P1}\"));"),
        new("Whether the server of a pair's platform is the object of the field", "plan = plan.ForEachPair((p, pair) => p.Manual($\"{pair.ActivePlatform.Sms == Sms}\"));"),
        new("A part of a span is no copy", "var items = new[] { 1, 2, 3 }; var part = items.AsSpan()[1..]; part[0] = 9; Say($\"{items[1]}\");"),
        new("A struct in a box is changed there", "IAdds a = new Adds(); var b = a; a.Add(); Say($\"{b.Count}\");", "", "interface IAdds { int Count { get; } void Add(); } struct Adds : IAdds { public int Count { get; private set; } public void Add() => Count++; }"),
    ];
}
