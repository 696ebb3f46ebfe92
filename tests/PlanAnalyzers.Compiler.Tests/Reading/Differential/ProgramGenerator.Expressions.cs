namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>Expressions of single values.</content>
internal sealed partial class ProgramGenerator
{
    private string Int(int depth = 1) => Expression(Kind.Int, depth);

    private string Bool(int depth = 1) => Expression(Kind.Bool, depth);

    private string Text(int depth = 1) => Expression(Kind.Text, depth);

    /// <summary>A number that is small and not negative.</summary>
    private string Small(int depth, int below) => Sometimes(50) ? $"{random.Next(below)}" : $"Small({Int(depth)}, {below})";

    private string Expression(Kind kind, int depth)
    {
        if (room-- <= 0 || depth <= 0 || Sometimes(25))
        {
            return FindVariable(kind) is { } variable && Sometimes(80) ? variable.Name : Literal(kind);
        }

        depth--;
        if (Sometimes(8))
        {
            return Any(kind, depth);
        }

        return kind switch
        {
            Kind.Int => IntExpression(depth),
            Kind.Long or Kind.UInt or Kind.Byte => NumberExpression(kind, depth),
            Kind.Bool => BoolExpression(depth),
            Kind.Text => TextExpression(depth),
            Kind.Ints or Kind.Texts or Kind.Platforms or Kind.Jagged or Kind.List or Kind.Ages => SequenceExpression(kind, depth),
            _ => ObjectExpression(kind, depth),
        };
    }

    private string Literal(Kind kind) => kind switch
    {
        Kind.Int => OneOf("0", "1", "2", "3", "7", "10", "Limit", "Offset", "Settings.Base", "Settings.Ratio"),
        Kind.Long => OneOf("1L", "5000000000L", "(long)Limit", "Settings.Large"),
        Kind.UInt => OneOf("0u", "3u", "4000000000u"),
        Kind.Byte => OneOf("(byte)1", "(byte)200", "(byte)255", "Settings.Small"),
        Kind.Bool => OneOf("true", "false", "Settings.IsOn"),
        Kind.Char => OneOf("'a'", "'z'", "'-'", "'0'", "'\\u00e9'"),
        Kind.Text => OneOf("\"\"", "\"a\"", "\"line 7\"", "\"AOS-01,AOS-02\"", "Prefix", "nameof(Plant.P1)", "@\"c:\\x\"", "Settings.Title"),
        Kind.Mode => OneOf("Mode.Off", "Mode.Slow", "Mode.Fast", "Settings.Usual"),
        Kind.Marks => OneOf("Marks.None", "Marks.A", "Marks.B | Marks.C", "(Marks)5"),
        Kind.Maybe => OneOf("(int?)null", "(int?)4", "default(int?)"),
        Kind.Platform => OneOf("P0", "P1", "P2", "P3", "P4", $"{galaxy}.P1"),
        Kind.Engine => OneOf("E1", "E1b", "E2", "E2b"),
        Kind.Ints => OneOf("new int[0]", "new[] { 3, 1, 2 }", "Settings.Numbers", "new[] { 5 }", "new int[3]"),
        Kind.Texts => OneOf("new[] { \"b\", \"a\", \"b\" }", "Settings.Names", "new string[0]", "Array.Empty<string>()"),
        Kind.Platforms => OneOf("new[] { P1, P2 }", IsShared ? "Settings.Nodes" : "new[] { P4, P1 }", $"{galaxy}.All", "new Platform[] { P3 }"),
        Kind.Jagged => "new int[][] { new[] { 1, 2 }, new int[0], new[] { 9 } }",
        Kind.List => OneOf("new List<int>()", "new List<int> { 4, 5 }", "new List<int>([1, 2, 3])"),
        Kind.Ages => OneOf("new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2 }", "new Dictionary<string, int>()"),
        Kind.Pair => OneOf("(1, \"x\")", "(Count: 2, Name: \"y\")", "default((int Count, string Name))"),
        Kind.Spot => OneOf("new Spot(1, 2)", "default(Spot)", "new Spot()", "Settings.Home"),
        Kind.Line => OneOf("new Line(\"L1\", P1, 3)", "new Fast(\"F\", P2, 1, 9)", Main),
        Kind.Shape => OneOf("new Square(2)", "new Flat(3)", "new Square(1) { Color = 'r' }"),
        Kind.Function => OneOf("x => x", "Double", "static x => x + 1"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What there is for every kind.</summary>
    private string Any(Kind kind, int depth)
    {
        var type = Types[kind];
        return Choose(
            ("conditional", () => $"({Bool(depth)} ? {Typed(kind, depth)} : {Typed(kind, depth)})"),
            ("switch expression over an int", () => $"({Int(depth)} switch {{ 0 => {Typed(kind, depth)}, > 5 and < 20 or 1 => {Typed(kind, depth)}, _ => {Typed(kind, depth)} }})"),
            ("switch expression over an enum", () => $"({Expression(Kind.Mode, depth)} switch {{ Mode.Off => {Typed(kind, depth)}, Mode.Slow when {Bool(depth)} => {Typed(kind, depth)}, _ => {Typed(kind, depth)} }})"),
            ("switch expression over a tuple", () => Name("n") is var n ? $"(({Int(depth)}, {Bool(depth)}) switch {{ (0, _) => {Typed(kind, depth)}, (var {n}, true) when {n} > 2 => {Typed(kind, depth)}, _ => {Typed(kind, depth)} }})" : ""),
            ("call of a generic method", () => $"Same<{type}>({Typed(kind, depth)})"),
            ("generic method with a function", () => $"Make({Int(depth)}, _ => {Typed(kind, depth)})"),
            ("generic class", () => $"new Holder<{type}>({Typed(kind, depth)}).Item"),
            ("item of a tuple", () => $"({Int(depth)}, {Typed(kind, depth)}).Item2"),
            ("element of a list pattern", () => $"(new {type}[] {{ {Typed(kind, depth)}, {Typed(kind, depth)} }} is [_, var {Name("v")} and var {Name("w")}] ? w{names} : {Typed(kind, depth)})"),
            ("call of a local function", () => Find(kind, variable => variable.IsFunction) is { } function ? $"{function.Name}({Int(depth)}, {Expression(kind, depth)})" : Leaf(kind)),
            ("out parameter", () => Name("o") is var name ? $"(Give({Typed(kind, depth)}, out {type} {name}) ? {name} : {name})" : ""),
            ("lambda that is called", () => $"((Func<{type}>)(() => {Typed(kind, depth)}))()"),
            ("method of a generic constraint", () => $"Pick<{type}, Square>(new Square({Int(depth)}), {Typed(kind, depth)}, {Typed(kind, depth)})"));
    }

    /// <summary>An expression that has its type also where nothing says which.</summary>
    private string Typed(Kind kind, int depth) => $"({Types[kind]})({Expression(kind, depth)})";

    private string IntExpression(int depth) => Choose(
        ("int addition", () => $"({Int(depth)} + {Int(depth)})"),
        ("int subtraction", () => $"({Int(depth)} - {Int(depth)})"),
        ("int multiplication", () => $"({Int(depth)} * {Int(depth)} % 9973)"),
        ("int division", () => $"({Int(depth)} / {OneOf("3", "7", "(Limit | 1)", "-2")})"),
        ("int remainder", () => $"({Int(depth)} % {OneOf("5", "Limit", "-3")})"),
        ("int bits", () => $"({Int(depth)} {OneOf("&", "|", "^")} {Int(depth)})"),
        ("int shift", () => $"({Int(depth)} {OneOf("<<", ">>", ">>>")} {Small(depth, 9)})"),
        ("int negation", () => $"{OneOf("-", "~", "+")}({Int(depth)})"),
        ("int minimum", () => $"Math.{OneOf("Max", "Min")}({Int(depth)}, {Int(depth)})"),
        ("checked", () => $"checked({Int(depth)} % 1000 + 1)"),
        ("unchecked conversion", () => $"unchecked((int)({OneOf("int", "short", "sbyte", "byte", "ushort", "char")})({Expression(Kind.Long, depth)}))"),
        ("char as a number", () => $"({Expression(Kind.Char, depth)} {OneOf("- 'a'", "+ 1", "* 2", "/ 2")})"),
        ("char and byte arithmetic", () => $"({Expression(Kind.Char, depth)} + {Expression(Kind.Byte, depth)})"),
        ("enum as a number", () => $"(int){OneOf($"({Expression(Kind.Mode, depth)})", $"({Expression(Kind.Marks, depth)})")}"),
        ("length", () => $"({Expression(OneOf(Kind.Ints, Kind.Texts, Kind.Platforms, Kind.Jagged), depth)}).Length"),
        ("count of a list", () => $"({Expression(Kind.List, depth)}).Count"),
        ("length of a text", () => $"({Text(depth)}).Length"),
        ("element", () => Name("a") is var name ? $"({Expression(Kind.Ints, depth)} is {{ Length: > 0 }} {name} ? {name}[Small({Int(depth)}, {name}.Length)] : 0)" : ""),
        ("element from the end", () => Name("a") is var name ? $"({Expression(Kind.Ints, depth)} is {{ Length: > 1 }} {name} ? {name}[^{OneOf("1", "2")}] : -1)" : ""),
        ("list pattern", () => Name("a") is var name ? $"({Expression(Kind.Ints, depth)} switch {{ [] => 0, [var {name}] => {name}, [var {name}, .., > 1] => {name} + 1, [_, .. var {name}] => {name}.Length }})" : ""),
        ("property pattern", () => Name("r") is var name ? $"({Expression(Kind.Line, depth)} is {{ Rank: > 1 and var {name}, Node.IsGalaxyRepository: false }} ? {name} : 5)" : ""),
        ("positional pattern", () => Name("r") is var name ? $"({Expression(Kind.Spot, depth)} is ({OneOf("1", "_", "> 0")}, var {name}) ? {name} : 6)" : ""),
        ("type pattern", () => Name("r") is var name ? $"({Expression(Kind.Line, depth)} is Fast {name} ? {name}.Extra : 7)" : ""),
        ("pattern over object", () => $"((object?)({OneOf(Int(depth), Text(depth), Expression(Kind.Maybe, depth), Expression(Kind.Platform, depth))}) switch {{ null => 1, int n => n, string {{ Length: var n }} => n, Platform => 3, _ => 4 }})"),
        ("null coalescing", () => $"({Expression(Kind.Maybe, depth)} ?? {Int(depth)})"),
        ("value or default", () => $"({Expression(Kind.Maybe, depth)}).GetValueOrDefault({OneOf("", Int(depth))})"),
        ("conditional access", () => $"(Find({Expression(Kind.Ints, depth)}, {Int(depth)})?.Value ?? {Int(depth)})"),
        ("property of a record", () => $"({Expression(Kind.Line, depth)}).{OneOf("Rank", "Speed", "Title.Length", "Score(2)")}"),
        ("member of a struct", () => $"({Expression(Kind.Spot, depth)}).{OneOf("X", "Y", "Sum", "Moved(3).X")}"),
        ("readonly struct", () => $"new Window({Int(depth)}, {Int(depth)}){OneOf("", $" {{ Length = {Small(depth, 9)} }}")}.{OneOf("End", "From", "Length")}"),
        ("conversion of the author's own", () => $"((Window)({Int(depth)})).End"),
        ("virtual call", () => $"({Expression(Kind.Shape, depth)}).{OneOf("Area(2)", "Size", "Name.Length", "Twice()")}"),
        ("call through an interface", () => $"((IRanked)({Expression(Kind.Shape, depth)})).Rank"),
        ("item of a named tuple", () => $"({Typed(Kind.Pair, depth)}).{OneOf("Count", "Item1")}"),
        ("call of a function", () => $"({Typed(Kind.Function, depth)})({Int(depth)})"),
        ("named and optional arguments", () => OneOf($"Mix({Int(depth)})", $"Mix(c: {Int(depth)}, a: {Int(depth)})", $"Mix({Int(depth)}, {Int(depth)})", $"Mix(1, c: {Int(depth)})")),
        ("params", () => OneOf($"Total({Int(depth)}, {Int(depth)})", "Total()", $"Total({Expression(Kind.Ints, depth)})", $"Spread({Int(depth)}, {Int(depth)})", $"Many({Int(depth)}, {Int(depth)}, 3)")),
        ("recursion", () => $"Fibonacci({Small(depth, 9)})"),
        ("static property", () => OneOf("Settings.Computed", "Settings.Auto")),
        ("dictionary", () => $"({Expression(Kind.Ages, depth)}).GetValueOrDefault({Text(depth)}, {Int(depth)})"),
        ("place of a letter", () => $"({Text(depth)}).IndexOf({Expression(Kind.Char, depth)})"),
        ("sum", () => $"({Expression(Kind.Ints, depth)}).Sum({OneOf("x => x % 100", Lambda(Kind.Int, Kind.Int, depth) + " % 100")})"),
        ("count", () => $"({Expression(Kind.Ints, depth)}).Count({OneOf("", Lambda(Kind.Int, Kind.Bool, depth))})"),
        ("fold", () => $"({Expression(Kind.Texts, depth)}).Aggregate({Int(depth)}, (sum, text) => sum % 1000 * 2 + text.Length)"),
        ("fold without a seed", () => $"({Expression(Kind.Ints, depth)}).DefaultIfEmpty({Int(depth)}).Aggregate((a, b) => a ^ b)"),
        ("extreme", () => $"({Expression(Kind.Ints, depth)}).Append({Int(depth)}).{OneOf("Max()", "Min()", "Max(x => x % 10)", "MinBy(x => x % 7)", "MaxBy(x => -x)")}"),
        ("first and last", () => $"({Expression(Kind.Ints, depth)}).Prepend({Int(depth)}).{OneOf("First()", "Last()", "Last(x => x == x)", "ElementAt(0)", "ElementAtOrDefault(2)")}"),
        ("first or default", () => $"({Expression(Kind.Ints, depth)}).{OneOf("FirstOrDefault", "LastOrDefault")}({Lambda(Kind.Int, Kind.Bool, depth)}{OneOf("", ", -5")})"),
        ("single", () => $"({Expression(Kind.Ints, depth)}).Take(1).{OneOf("SingleOrDefault()", "SingleOrDefault(8)", "Append(3).Take(1).Single()")}"),
        ("shift of an assigned variable", () => FindToChange(Kind.Int) is { } variable ? $"({variable.Name} {OneOf("+=", "-=", "^=")} {Int(depth)})" : "4"),
        ("increment inside an expression", () => FindToChange(Kind.Int) is { } variable ? OneOf($"{variable.Name}++", $"--{variable.Name}", $"({variable.Name}++ + {variable.Name})") : "5"));

    private string NumberExpression(Kind kind, int depth)
    {
        var type = Types[kind];
        return Choose(
            ("arithmetic of other widths", () => $"unchecked(({type})({Typed(kind, depth)} {OneOf("+", "-", "*", "&", "|", "^")} {Typed(kind, depth)}))"),
            ("division of other widths", () => $"unchecked(({type})({Typed(kind, depth)} / ({type}){OneOf("3", "7")}))"),
            ("shift of other widths", () => $"unchecked(({type})({Typed(kind, depth)} {OneOf("<<", ">>", ">>>")} {Small(depth, 40)}))"),
            ("conversion of widths", () => $"unchecked(({type})({Expression(OneOf(Kind.Int, Kind.Long, Kind.UInt, Kind.Byte, Kind.Char), depth)}))"),
            ("mixed widths", () => $"unchecked(({type})({Typed(OneOf(Kind.UInt, Kind.Byte), depth)} + {Typed(OneOf(Kind.Int, Kind.Long), depth)}))"),
            ("complement of other widths", () => $"unchecked(({type})~{Typed(kind, depth)})"),
            ("checked conversion", () => $"checked(({type})(Small({Int(depth)}, 200)))"),
            ("ulong and ushort", () => $"unchecked(({type})((ulong)({Typed(kind, depth)}) * 3ul % 1000003ul + (ushort)({Int(depth)}) + (ulong)(sbyte)({Int(depth)})))"),
            ("real number on the way", () => $"unchecked(({type})(long)({Small(depth, 100)} * 1.5 + 0.25))"));
    }

    private string BoolExpression(int depth) => Choose(
        ("comparison of ints", () => $"({Int(depth)} {OneOf("<", ">", "<=", ">=", "==", "!=")} {Int(depth)})"),
        ("comparison of other widths", () => $"({Typed(OneOf(Kind.Long, Kind.Byte, Kind.UInt), depth)} {OneOf("<", ">", "==")} {Typed(OneOf(Kind.Long, Kind.Byte, Kind.UInt), depth)})"),
        ("and, or", () => $"({Bool(depth)} {OneOf("&&", "||", "&", "|", "^", "==", "!=")} {Bool(depth)})"),
        ("not", () => $"!({Bool(depth)})"),
        ("equality of texts", () => $"({Text(depth)} {OneOf("==", "!=")} {Text(depth)})"),
        ("equality of platforms", () => $"({Expression(Kind.Platform, depth)} {OneOf("==", "!=")} {Expression(Kind.Platform, depth)})"),
        ("equality of records", () => $"({Expression(Kind.Line, depth)} {OneOf("==", "!=")} {Expression(Kind.Line, depth)})"),
        ("equality of structs", () => $"({Expression(Kind.Spot, depth)}).Equals({Expression(Kind.Spot, depth)})"),
        ("equality of tuples", () => $"({Typed(Kind.Pair, depth)} {OneOf("==", "!=")} {Typed(Kind.Pair, depth)})"),
        ("comparison of nullables", () => $"({Expression(Kind.Maybe, depth)} {OneOf("<", ">=", "==", "!=")} {Typed(Kind.Maybe, depth)})"),
        ("is null", () => $"({Expression(Kind.Maybe, depth)} is {OneOf("null", "not null", "> 3", "{ }", "4 or 5")})"),
        ("constant patterns", () => $"({Int(depth)} is {OneOf("1 or 2", "not 3", "> 0 and < 9", ">= 5 or 0")})"),
        ("patterns of texts", () => $"({Text(depth)} is {OneOf("\"a\" or \"b\"", "{ Length: > 1 and < 6 }", "['a', ..]", "[_, .. { Length: 2 }]")})"),
        ("patterns of enums", () => $"({Expression(Kind.Mode, depth)} is {OneOf("Mode.Off or Mode.Fast", "> Mode.Off", "not Mode.Slow")})"),
        ("flags", () => $"({Expression(Kind.Marks, depth)}).HasFlag({Expression(Kind.Marks, depth)})"),
        ("any and all", () => $"({Expression(Kind.Ints, depth)}).{OneOf("Any", "All")}({Lambda(Kind.Int, Kind.Bool, depth)})"),
        ("any", () => $"({Expression(Kind.Platforms, depth)}).Any()"),
        ("contains", () => $"({Expression(Kind.Ints, depth)}).Contains({Int(depth)})"),
        ("same sequence", () => $"({Expression(Kind.Ints, depth)}).SequenceEqual({Expression(Kind.Ints, depth)})"),
        ("text contains", () => $"({Text(depth)}).{OneOf("Contains", "StartsWith", "EndsWith")}({Expression(Kind.Char, depth)})"),
        ("text begins", () => $"({Text(depth)}).{OneOf("StartsWith", "EndsWith", "Equals")}({Text(depth)}, StringComparison.Ordinal)"),
        ("kinds of letters", () => $"char.{OneOf("IsDigit", "IsLetter", "IsUpper")}({OneOf("'a'", "'7'", "'Z'")})"),
        ("property of a platform", () => $"({Expression(Kind.Platform, depth)}).IsGalaxyRepository"),
        ("property of an engine", () => $"({Expression(Kind.Engine, depth)}).{OneOf("IsHistorized", "IsActiveAtStart")}"),
        ("type test", () => $"({Expression(Kind.Shape, depth)} is {OneOf("Square", "Flat", "not Flat", "IRanked")})"),
        ("method of a readonly struct", () => $"new Window({Int(depth)} % 9, {Int(depth)}).Holds({Int(depth)} % 12)"),
        ("dictionary key", () => $"({Expression(Kind.Ages, depth)}).ContainsKey({Text(depth)})"));
}
