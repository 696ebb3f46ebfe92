namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>Texts, objects and sequences.</content>
internal sealed partial class ProgramGenerator
{
    private string TextExpression(int depth) => Choose(
        ("interpolation", () => $"$\"{Hole(depth)}-{Hole(depth)}\""),
        ("interpolation with a width", () => $"$\"[{{{Text(depth)},{OneOf("8", "-8", "3")}}}]\""),
        ("interpolation with a format", () => $"$\"{{{Small(depth, 50)}:{OneOf("00", "D4", "X", "000", "x2")}}} {{{Small(depth, 9)},{OneOf("4", "-4")}:{OneOf("00", "X2")}}}\""),
        ("concatenation", () => $"({Text(depth)} + {OneOf(Text(depth), Small(depth, 90), Expression(Kind.Char, depth), Typed(Kind.Byte, depth), "null", "true")})"),
        ("range of a text", () => $"Short({Text(depth)})[{OneOf("..2", "1..", "^2..", "1..^1", "..^1")}]"),
        ("letter of a text", () => $"({Expression(Kind.Char, depth)}).ToString()"),
        ("shown value", () => Shown(depth)),
        ("upper and lower", () => $"({Text(depth)}).{OneOf("ToUpperInvariant()", "ToLowerInvariant()", "Trim()", "TrimEnd('7')")}"),
        ("replaced", () => $"({Text(depth)}).Replace({OneOf("\"a\"", "\"line\"")}, {Text(depth)})"),
        ("padded", () => $"({Text(depth)}).{OneOf("PadLeft", "PadRight")}({Small(depth, 12)}{OneOf("", ", '.'")})"),
        ("joined", () => $"string.Join({OneOf("\",\"", "'-'", "\"\"")}, {Expression(Kind.Texts, depth)})"),
        ("joined query", () => $"string.Join(\"|\", ({Expression(Kind.Platforms, depth)}).Select({Lambda(Kind.Platform, Kind.Text, depth)}))"),
        ("split", () => $"({Text(depth)}).Split({OneOf("','", "'-', StringSplitOptions.RemoveEmptyEntries")}).FirstOrDefault(\"none\")"),
        ("letters in order", () => $"string.Concat(({Text(depth)}).OrderBy(c => c))"),
        ("letters", () => $"new string(({Text(depth)}).{OneOf("Reverse()", "Where(c => c != 'a')", "Distinct()")}.ToArray())"),
        ("name of a platform", () => $"({Expression(Kind.Platform, depth)}).{OneOf("Name", "Node", "ToString()")}"),
        ("name of an engine", () => $"({Expression(Kind.Engine, depth)}).{OneOf("Name", "Platform.Name", "ToString()")}"),
        ("text of a record", () => $"({Expression(Kind.Line, depth)}).{OneOf("Name", "Title")}"),
        ("text that a record has by itself", () => OneOf($"new Line({Text(depth)}, {Expression(Kind.Platform, depth)}, {Small(depth, 5)}).ToString()", $"$\"{{new Fast({Text(depth)}, P1, {Small(depth, 5)}, 4) with {{ Speed = {Small(depth, 9)} }}}}\"")),
        ("text of an enum", () => OneOf($"({Typed(Kind.Mode, depth)}).ToString()", $"$\"{{{Typed(Kind.Marks, depth)}}}\"")),
        ("text of an object", () => $"({Expression(Kind.Shape, depth)}).{OneOf("Name", "ToString()")}"),
        ("extension method", () => $"({Text(depth)}).{OneOf("Quoted()", "Repeat(2)", "Repeat(count: 3)")}"),
        ("text from a switch", () => $"({Text(depth)} switch {{ \"a\" => \"A\", {{ Length: 0 }} => \"empty\", ['l', .. var rest] => rest, var other => other }})"),
        ("concat", () => $"string.Concat({Text(depth)}, {Text(depth)}, \".\")"),
        ("tuple as text", () => $"$\"{{({Small(depth, 4)}, {Text(depth)})}}\""),
        ("anonymous object", () => $"new {{ A = {Text(depth)}, B = {Int(depth)} }}.A"));

    /// <summary>A hole of an interpolated string that is no negative number, whose text depends on the culture.</summary>
    private string Hole(int depth) => $"{{{OneOf(Text(depth), Small(depth, 20), Expression(Kind.Char, depth), $"({Bool(depth)})", Expression(Kind.Platform, depth), Typed(Kind.Byte, depth), Typed(Kind.UInt, depth), Typed(Kind.Mode, depth))}}}";

    /// <summary>The text of any value, made by the author's own functions.</summary>
    private string Shown(int depth) => $"Show.Text({Typed(OneOf([.. Enum.GetValues<Kind>().Where(kind => kind != Kind.Function)]), depth)})";

    private string ObjectExpression(Kind kind, int depth) => kind switch
    {
        Kind.Char => Choose(
            ("letter by its place", () => $"(char)('a' + Small({Int(depth)}, 26))"),
            ("letter of a text", () => $"Short({Text(depth)})[{Small(depth, 3)}]"),
            ("conversion to a letter", () => $"unchecked((char)({Int(depth)} & 127))"),
            ("upper letter", () => "char.ToUpperInvariant('q')")),
        Kind.Mode => Choose(
            ("enum arithmetic", () => $"(Mode)(Small({Int(depth)}, 3))"),
            ("enum plus", () => $"(Mode.Off + Small({Int(depth)}, 3))"),
            ("enum of a condition", () => $"({Bool(depth)} ? Mode.Slow : {Expression(Kind.Mode, depth)})")),
        Kind.Marks => Choose(
            ("flags combined", () => $"({Typed(Kind.Marks, depth)} {OneOf("|", "&", "^")} {Typed(Kind.Marks, depth)})"),
            ("flags inverted", () => $"(~{Typed(Kind.Marks, depth)} & (Marks)7)")),
        Kind.Maybe => Choose(
            ("lifted operator", () => $"({Typed(Kind.Maybe, depth)} {OneOf("+", "-", "*", "&")} {OneOf(Typed(Kind.Maybe, depth), Int(depth))})"),
            ("nullable of a condition", () => $"((int?)({Bool(depth)} ? {Int(depth)} : null))"),
            ("conversion to nullable", () => $"(int?)({Int(depth)})"),
            ("nullable from conditional access", () => $"Find({Expression(Kind.Ints, depth)}, {Int(depth)})?.Value"),
            ("as", () => $"(((object?)({OneOf(Int(depth), Text(depth))})) as int?)")),
        Kind.Platform => Choose(
            ("element of platforms", () => $"At({Expression(Kind.Platforms, depth)}, {Int(depth)})"),
            ("platform of an engine", () => $"({Expression(Kind.Engine, depth)}).Platform"),
            ("platform of a record", () => $"({Expression(Kind.Line, depth)}).Node"),
            ("first platform", () => $"({Expression(Kind.Platforms, depth)}).FirstOrDefault({Lambda(Kind.Platform, Kind.Bool, depth)}, P4)")),
        Kind.Engine => Choose(
            ("engine of a condition", () => $"({Bool(depth)} ? E1 : {Expression(Kind.Engine, depth)})"),
            ("primary of an engine", () => $"(({Expression(Kind.Engine, depth)}).Primary ?? E2)"),
            ("first engine", () => $"{galaxy}.Engines.First(e => e.Platform == {Expression(Kind.Platform, depth)} || e == E2b)")),
        Kind.Pair => Choose(
            ("tuple", () => $"({Int(depth)}, {Text(depth)})"),
            ("tuple from a method", () => $"Split({Text(depth)}, {Int(depth)})"),
            ("tuple of a query", () => $"({Expression(Kind.Texts, depth)}).Select((text, i) => (i, text)).FirstOrDefault((9, \"none\"))")),
        Kind.Spot => Choose(
            ("record struct", () => $"new Spot({Int(depth)}, Y: {Int(depth)})"),
            ("struct with", () => $"({Expression(Kind.Spot, depth)} with {{ {OneOf("X", "Y")} = {Int(depth)} }})"),
            ("operator of the author's own", () => $"({Typed(Kind.Spot, depth)} {OneOf("+", "-")} {Typed(Kind.Spot, depth)})"),
            ("method of a struct", () => $"({Expression(Kind.Spot, depth)}).Moved({Int(depth)})")),
        Kind.Line => Choose(
            ("record", () => $"new Line({Text(depth)}, {Expression(Kind.Platform, depth)}, {Int(depth)})"),
            ("record with", () => $"({Expression(Kind.Line, depth)} with {{ Rank = {Int(depth)}, Speed = {Int(depth)} }})"),
            ("derived record", () => $"new Fast({Text(depth)}, {Expression(Kind.Platform, depth)}, {Int(depth)}, {Int(depth)}) {{ Speed = {Int(depth)} }}"),
            ("record from a query", () => $"({Expression(Kind.Platforms, depth)}).Select((p, i) => new Line(p.Name, p, i)).LastOrDefault({Main})")),
        Kind.Shape => Choose(
            ("class", () => $"new Square({Int(depth)}) {{ Color = {Expression(Kind.Char, depth)} }}"),
            ("derived class", () => $"new Flat({Int(depth)})"),
            ("base type of a condition", () => $"({Bool(depth)} ? new Flat({Int(depth)}) : {Typed(Kind.Shape, depth)})")),
        Kind.Function => Choose(
            ("lambda", () => Lambda(Kind.Int, Kind.Int, depth)),
            ("function from a function", () => $"Adder({Int(depth)})"),
            ("method as a value", () => OneOf("Double", "new Square(3).Area", "Settings.Halved"))),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private string Ints(int depth) => $"({Expression(Kind.Ints, depth)})";

    private string SequenceExpression(Kind kind, int depth) => kind switch
    {
        Kind.Ints => Choose(
            ("array", () => $"new int[] {{ {Int(depth)}, {Int(depth)} }}"),
            ("collection expression with spreads", () => $"Same<int[]>([{Int(depth)}, .. {Ints(depth)}, .. {OneOf(Ints(depth), Expression(Kind.List, depth), $"{Ints(depth)}.Where({Lambda(Kind.Int, Kind.Bool, depth)})")}])"),
            ("range of an array", () => $"Padded({Ints(depth)})[{OneOf("1..", "..2", "1..^1", "^2..", "..^1", "..")}]"),
            ("where", () => $"{Ints(depth)}.Where({Lambda(Kind.Int, Kind.Bool, depth)}).ToArray()"),
            ("where with index", () => $"{Ints(depth)}.Where((x, i) => x > i).ToArray()"),
            ("select", () => $"{Ints(depth)}.Select({Lambda(Kind.Int, Kind.Int, depth)}).ToArray()"),
            ("select with index", () => $"{Ints(depth)}.Select((x, i) => x * 2 + i).ToArray()"),
            ("select many", () => $"({Expression(Kind.Jagged, depth)}).SelectMany(row => row{OneOf("", ", (row, x) => row.Length + x")}).ToArray()"),
            ("reverse", () => $"Enumerable.Reverse({Ints(depth)}).ToArray()"),
            ("order", () => $"{Ints(depth)}.{OneOf("Order()", "OrderDescending()", "OrderBy(x => x % 3)", "OrderByDescending(x => x % 4).ThenBy(x => x)", "OrderBy(x => x % 2 == 0).ThenByDescending(x => -x)")}.ToArray()"),
            ("order by a lambda", () => $"{Ints(depth)}.OrderBy({Lambda(Kind.Int, Kind.Int, depth)}).ToArray()"),
            ("take and skip", () => $"{Ints(depth)}.{OneOf("Take", "Skip", "TakeLast", "SkipLast")}({Small(depth, 4)}).ToArray()"),
            ("take a range", () => $"{Ints(depth)}.Take({OneOf("1..", "..^1", "1..3", "^2..")}).ToArray()"),
            ("take and skip while", () => $"{Ints(depth)}.{OneOf("TakeWhile", "SkipWhile")}({Lambda(Kind.Int, Kind.Bool, depth)}).ToArray()"),
            ("distinct", () => $"{Ints(depth)}.{OneOf("Distinct()", "DistinctBy(x => x % 5)")}.ToArray()"),
            ("concat", () => $"{Ints(depth)}.{OneOf("Concat", "Union", "Except", "Intersect")}({Ints(depth)}).ToArray()"),
            ("zip", () => $"{Ints(depth)}.Zip({Ints(depth)}{OneOf(").Select(p => p.First - p.Second)", ", (a, b) => a * 3 + b)")}.ToArray()"),
            ("group", () => $"{Ints(depth)}.GroupBy(x => x % 3).{OneOf("Select(g => g.Key + g.Count())", "OrderBy(g => g.Key).SelectMany(g => g)", "Where(g => g.Count() > 1).Select(g => g.First())")}.ToArray()"),
            ("index", () => $"{Ints(depth)}.Index().Select(p => p.Index + p.Item).ToArray()"),
            ("range of numbers", () => $"Enumerable.Range({Small(depth, 5)}, {Small(depth, 6)}).ToArray()"),
            ("repeat", () => $"Enumerable.Repeat({Int(depth)}, {Small(depth, 4)}).ToArray()"),
            ("query syntax", () => $"(from x in {Leaf(Kind.Ints)} where x > {Leaf(Kind.Int)} orderby x % 5 descending, x select x + 1).ToArray()"),
            ("query syntax with let", () => $"(from x in {Leaf(Kind.Ints)} from y in {Leaf(Kind.Ints)} let z = x - y where z != {Leaf(Kind.Int)} select z).Take(6).ToArray()"),
            ("query syntax with group", () => $"(from x in {Leaf(Kind.Ints)} group x by x % 2 into g let n = g.Count() select g.Key * 10 + n).ToArray()"),
            ("join", () => $"(from x in {Leaf(Kind.Ints)} join y in {Leaf(Kind.Ints)} on x % 3 equals y % 3 select x * y % 50).Take(5).ToArray()"),
            ("array of a list", () => $"({Expression(Kind.List, depth)}).ToArray()"),
            ("row of a jagged array", () => $"At({Expression(Kind.Jagged, depth)}, {Int(depth)})"),
            ("own generic extension", () => $"{Ints(depth)}.Rotated({Int(depth)})"),
            ("converted array", () => $"Array.ConvertAll({Ints(depth)}, {Lambda(Kind.Int, Kind.Int, depth)})"),
            ("lookup", () => $"{Ints(depth)}.ToLookup(x => x % 2 == 0)[{Bool(depth)}].ToArray()"),
            ("items of a type", () => $"new object?[] {{ {Int(depth)}, {Text(depth)}, null, {Int(depth)} }}.OfType<int>().ToArray()")),
        Kind.Texts => Choose(
            ("array of texts", () => $"new[] {{ {Text(depth)}, {Text(depth)} }}"),
            ("collection expression of texts", () => $"Same<string[]>([{Text(depth)}, .. {Expression(Kind.Texts, depth)}])"),
            ("select of texts", () => $"({Expression(Kind.Platforms, depth)}).Select({Lambda(Kind.Platform, Kind.Text, depth)}).ToArray()"),
            ("order of texts", () => $"({Expression(Kind.Texts, depth)}).{OneOf("OrderBy(s => s, StringComparer.Ordinal)", "OrderByDescending(s => s.Length).ThenBy(s => s, StringComparer.Ordinal)", "Distinct()", "Order(StringComparer.Ordinal)")}.ToArray()"),
            ("split text", () => $"({Text(depth)}).Split({OneOf("','", "'-'", "\", \"")})"),
            ("groups of texts", () => $"({Expression(Kind.Texts, depth)}).GroupBy(s => s.Length, (length, all) => $\"{{length}}:{{string.Join('+', all)}}\").ToArray()"),
            ("keys of a dictionary", () => $"({Expression(Kind.Ages, depth)}).Keys.ToArray()")),
        Kind.Platforms => Choose(
            ("array of platforms", () => $"new[] {{ {Expression(Kind.Platform, depth)}, {Expression(Kind.Platform, depth)} }}"),
            ("where over platforms", () => $"({Expression(Kind.Platforms, depth)}).Where({Lambda(Kind.Platform, Kind.Bool, depth)}).ToArray()"),
            ("platforms in order", () => $"({Expression(Kind.Platforms, depth)}).OrderBy({Lambda(Kind.Platform, Kind.Int, depth)}).ToArray()"),
            ("platforms of engines", () => $"{galaxy}.Engines.Select(e => e.Platform).Distinct().ToArray()"),
            ("platforms rotated", () => $"({Expression(Kind.Platforms, depth)}).Rotated({Int(depth)})"),
            ("range of platforms", () => $"{galaxy}.All[{OneOf("1..", "..^1", "1..3")}]")),
        Kind.Jagged => Choose(
            ("jagged array", () => $"new[] {{ {Ints(depth)}, {Ints(depth)} }}"),
            ("chunk", () => $"{Ints(depth)}.Chunk({OneOf("1", "2", "3")}).ToArray()"),
            ("nested collection expression", () => $"Same<int[][]>([[{Int(depth)}], {Ints(depth)}, .. {Expression(Kind.Jagged, depth)}])")),
        Kind.List => Choose(
            ("list of an array", () => $"{Ints(depth)}.ToList()"),
            ("list from a collection expression", () => $"Same<List<int>>([.. {Ints(depth)}, {Int(depth)}])"),
            ("list copied", () => $"new List<int>({Expression(Kind.List, depth)})")),
        _ => Choose(
            ("dictionary from a query", () => $"({Expression(Kind.Texts, depth)}).Distinct().ToDictionary(s => s, s => s.Length)"),
            ("dictionary with entries", () => $"new Dictionary<string, int> {{ [{Text(depth)}] = {Int(depth)}, [\"z\"] = 5 }}"),
            ("dictionary copied", () => $"new Dictionary<string, int>({Expression(Kind.Ages, depth)})")),
    };
}
