using System.Text;

namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>Statements.</content>
internal sealed partial class ProgramGenerator
{
    /// <summary>Statements of which the plan's variable is called <paramref name="plan"/>.</summary>
    private string Statements(int count, int depth, string plan, bool inLoop = false) => Within(() =>
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(Statement(depth, plan, inLoop)).Append('\n');
        }

        return text.ToString();
    });

    private string Block(int depth, string plan, bool inLoop = false) => $"{{\n{Statements(1 + random.Next(3), depth - 1, plan, inLoop)}}}";

    private string Statement(int depth, string plan, bool inLoop)
    {
        room = 40;
        var size = 3;
        return random.Next(100) switch
        {
            < 22 => Step(plan, size),
            < 40 => $"{plan} = {plan}.Manual({OneOf(Shown(size), Text(size), $"$\"{Hole(size)} {Hole(size)}\"")});",
            < 52 => Declaration(OneOf(Enum.GetValues<Kind>()), size),
            < 72 => Change(size),
            _ when depth > 0 => Compound(depth, plan, inLoop),
            _ => Step(plan, size),
        };
    }

    /// <summary>A step of the plan, or several in a chain, or out of a fragment.</summary>
    private string Step(string plan, int depth) => Choose(
        ("step of a platform", () => $"{plan} = {plan}.{OneOf("Upgrade", "Reboot", "ShutDown", "Start", "ConfigureSms")}({Expression(Kind.Platform, depth)});"),
        ("chain of steps", () => $"{plan} = {plan}.Upgrade({Expression(Kind.Platform, depth)}).CascadeDeploy({Expression(Kind.Platform, depth)}){OneOf("", ".MigrateGalaxy()", ".MigrateViewApps()", ".EnableCpuLoadBalancing()")};"),
        ("several targets", () => $"{plan} = {plan}.CascadeDeploy({Target(depth)}, {OneOf(Target(depth), $"{Target(depth)}, {Target(depth)}", $"[.. {Expression(Kind.Platforms, depth)}]", "[]")});"),
        ("named arguments of a step", () => $"{plan} = {plan}.Deploy(answer: {OneOf("ForcedDeployment.Continue", "ForcedDeployment.Cancel", $"{Bool(depth)} ? ForcedDeployment.Cancel : default")}, target: {Target(depth)});"),
        ("optional arguments of a step", () => $"{plan} = {plan}.Deploy({Target(depth)}).UploadRuntimeChanges({OneOf("", Bool(depth), $"overwriteDefaults: {Bool(depth)}")});"),
        ("step of an engine", () => $"{plan} = {plan}.{OneOf("ForceFailover", "Undeploy", "Deploy")}({Expression(Kind.Engine, depth)});"),
        ("approval", () => $"{plan} = {plan}.Approve({Text(depth)});"),
        ("extension fragment", () => $"{plan} = {plan}.Each({OneOf(Expression(Kind.Platforms, depth), $"{Expression(Kind.Platform, depth)}, {Expression(Kind.Platform, depth)}")});"),
        ("fragment of a condition", () => $"{plan} = {Bool(depth)} ? {plan}.Reboot({Expression(Kind.Platform, depth)}) : {plan};"),
        ("fold of steps", () => $"{plan} = ({Expression(Kind.Platforms, depth)}).Aggregate({plan}, (p, node) => p.{OneOf("Upgrade(node)", "Start(node).Reboot(node)", "Each(node)")});"),
        ("fragment of the plan's class", () => isInFragment ? $"{plan} = {plan}.Reboot(node);" : $"{plan} = Fragment({plan}, {Expression(Kind.Platform, depth)}, {Int(depth)});"),
        ("expression-bodied fragment", () => $"{plan} = Twice({plan}, p => p.Manual({Text(depth)}));"),
        ("phase", () => Name("p") is var part ? $"{plan} = {plan}.Phase({Text(depth)}, {part} => {part}.Reboot({Expression(Kind.Platform, depth)}).Manual({Text(depth)}));" : ""),
        ("phase with a body", () => Name("p") is var part ? $"{plan} = {plan}.Phase({Text(depth)}, {part} => {{ {Statements(2, 0, part)} return {part}; }});" : ""),
        ("pairs", () => Name("p") is var part && Name("pair") is var pair ? $"{plan} = {plan}.ForEachPair(({part}, {pair}) => {part}.Upgrade({pair}.StandbyPlatform).CascadeDeploy({pair}.{OneOf("ActivePlatform", "Standby")}).Manual($\"{{{pair}}} {{{pair}.{OneOf("Active", "Standby.Name", "ActivePlatform.Node")}}}\"));" : ""),
        ("pairs with a body", () => Name("p") is var part && Name("pair") is var pair ? $"{plan} = {plan}.ForEachPair(({part}, {pair}) => {{ if ({pair}.Active.IsHistorized || {Bool(depth)}) {{ {part} = {part}.Reboot({pair}.ActivePlatform); }} {Statements(1, 0, part)} return {part}; }});" : ""),
        ("branches", () => Name("p") is var part ? $"{plan} = {plan}.InParallel({part} => {part}.Reboot({Expression(Kind.Platform, depth)}), {part} => {{ {Statements(1, 0, part)} return {part}; }});" : ""),
        ("branches from a query", () => $"{plan} = {plan}.InParallel([.. ({Expression(Kind.Platforms, depth)}).Select(node => (Func<Plan, Plan>)(b => b.Start(node)))]);"),
        ("branches in a phase", () => Name("p") is var part ? $"{plan} = {plan}.Phase(\"both\", {part} => {part}.InParallel(b => b.Each(P1), b => b, b => b.Phase(\"inner\", c => c.Reboot({Expression(Kind.Platform, depth)}))));" : ""));

    private string Target(int depth) => OneOf(Expression(Kind.Platform, depth), Expression(Kind.Engine, depth), $"{Bool(depth)} ? {Expression(Kind.Platform, depth)} : (DeployTarget){Expression(Kind.Engine, depth)}");

    private string Declaration(Kind kind, int depth)
    {
        var value = Expression(kind, depth);
        var name = Name("v");
        var (type, isVar) = (Types[kind], Sometimes(40) && kind != Kind.Function);
        Declare(new Variable(name, kind, CanChange: true));
        return Note("local variable", isVar ? $"var {name} = ({type})({value});" : $"{type} {name} = {value};");
    }

    /// <summary>Something that changes a variable, or what is in it.</summary>
    private string Change(int depth)
    {
        var any = OneOf(Enum.GetValues<Kind>());
        var kind = OneOf(any, any, any, Kind.Int, Kind.Int, Kind.Ints, Kind.List, Kind.Ages, Kind.Pair, Kind.Shape, Kind.Maybe, Kind.Spot);
        var declaration = FindToChange(kind) is null ? Declaration(kind, depth) + "\n" : "";
        return declaration + Change(kind, FindToChange(kind)!.Name, depth);
    }

    private string Change(Kind kind, string name, int depth)
    {
        var value = Expression(kind, depth);
        return Sometimes(20) ? Note("assignment", $"{name} = {value};") : kind switch
        {
            Kind.Int => Choose(
                ("compound assignment", () => $"{name} {OneOf("+=", "-=", "&=", "|=", "^=", "<<=", ">>=", ">>>=")} {Small(depth, 9)};"),
                ("compound division", () => $"{name} {OneOf("/=", "%=")} {OneOf("3", "(Limit | 1)")};"),
                ("increment", () => OneOf($"{name}++;", $"--{name};")),
                ("checked block", () => $"checked {{ {name} = {name} % 1000 + {Small(depth, 9)}; }}"),
                ("unchecked block", () => $"unchecked {{ {name} *= 31; {name} += int.MaxValue; }}"),
                ("ref argument", () => $"Bump(ref {name}, {Small(depth, 9)});"),
                ("out argument", () => $"_ = Give({Int(depth)}, out {name});"),
                ("in argument", () => $"{name} = Peek(in {name});"),
                ("ref local", () => Name("r") is var alias ? $"ref var {alias} = ref {name}; {alias} += 2;" : ""),
                ("swap", () => FindToChange(Kind.Int) is { } other ? $"({name}, {other.Name}) = ({other.Name}, {name});" : $"{name}++;"),
                ("deconstruction", () => Name("t") is var text ? $"({name}, var {text}) = {Typed(Kind.Pair, depth)};" : "")),
            Kind.Byte or Kind.Long or Kind.UInt => Choose(
                ("compound assignment of other widths", () => $"unchecked {{ {name} {OneOf("+=", "-=", "*=", "^=")} {Typed(kind, depth)}; {name}++; }}"),
                ("compound assignment of mixed widths", () => $"unchecked {{ {name} += {(kind == Kind.UInt ? "7" : kind == Kind.Byte ? "9" : Int(depth))}; {name} <<= 3; }}")),
            Kind.Bool => Note("compound assignment of truth values", $"{name} {OneOf("&=", "|=", "^=")} {value};"),
            Kind.Text => Note("compound assignment of texts", $"{name} += {OneOf(value, Small(depth, 9), Expression(Kind.Char, depth))}; if ({name}.Length > 60) {{ {name} = {name}[..5]; }}"),
            Kind.Char => Note("compound assignment of letters", $"unchecked {{ {name}++; {name} += (char)1; }}"),
            Kind.Maybe => Choose(("null-coalescing assignment", () => $"{name} ??= {Int(depth)};"), ("lifted compound assignment", () => $"{name} += {Typed(kind, depth)}; {name}++;")),
            Kind.Marks => Note("compound assignment of flags", $"{name} {OneOf("|=", "&=", "^=")} {value};"),
            Kind.Ints => Choose(
                ("assignment to an element", () => $"if ({name}.Length > 0) {{ {name} = [.. {name}]; {name}[Small({Int(depth)}, {name}.Length)] {OneOf("=", "+=", "^=")} {Int(depth)}; {name}[^1]++; }}"),
                ("alias of an array", () => Name("b") is var alias ? $"{name} = [.. {name}, 5]; var {alias} = {name}; {alias}[0] = {Int(depth)};" : ""),
                ("ref to an element", () => $"{name} = [1, .. {name}]; Bump(ref {name}[0], {Small(depth, 9)});"),
                ("array methods", () => $"{name} = [.. {name}]; Array.{OneOf("Reverse", "Sort")}({name});")),
            Kind.List => Choose(
                ("list methods", () => $"{name} = [.. {name}]; {name}.{OneOf($"Add({Int(depth)})", $"AddRange({Ints(depth)})", $"Insert(0, {Int(depth)})", $"Remove({Int(depth)})", "RemoveAll(x => x % 2 == 0)", "Reverse()", "Sort()", "Clear()")};"),
                ("list shared", () => Name("l") is var alias ? $"{name} = new({name}); var {alias} = {name}; {alias}.Add({Int(depth)}); {name}[^1] += 2;" : "")),
            Kind.Ages => Choose(
                ("dictionary methods", () => $"{name} = new({name}); {name}[{Text(depth)}] = {Int(depth)}; {name}.Remove(\"a\"); {name}.TryAdd(\"q\", {Int(depth)});"),
                ("dictionary out", () => Name("o") is var found ? $"if ({name}.TryGetValue({Text(depth)}, out var {found}) && {found} > 0) {{ {name} = new() {{ [\"found\"] = {found} }}; }}" : "")),
            Kind.Pair => Choose(
                ("assignment to an item of a tuple", () => $"{name}.Count += {Int(depth)};"),
                ("copy of a tuple", () => Name("c") is var copy ? $"var {copy} = {name}; {copy}.Name = {Text(depth)}; {name} = ({copy}.Count + {name}.Item1, {copy}.Name);" : "")),
            Kind.Spot => Note("copy of a struct", Name("c") is var copied ? $"var {copied} = {name}; {name} = {name} with {{ X = {copied}.Y }};" : ""),
            Kind.Shape => Choose(
                ("assignment to a property", () => $"{name} = new Square(2); {name}.Color = {Expression(Kind.Char, depth)};"),
                ("shared object", () => Name("s") is var shared ? $"{name} = new Flat({Int(depth)}); var {shared} = {name}; {shared}.Grow({Int(depth)}); {name}.Grow(1);" : "")),
            _ => Note("assignment", $"{name} = {value};"),
        };
    }

    /// <summary>Statements with other statements in them.</summary>
    private string Compound(int depth, string plan, bool inLoop) => Choose(
        ("if", () => $"if ({Bool(2)}) {Block(depth, plan, inLoop)}{OneOf("", $" else {Block(depth, plan, inLoop)}", $" else if ({Bool(2)}) {Block(depth, plan, inLoop)} else {Block(depth, plan, inLoop)}")}"),
        ("foreach over platforms", () => Loop(Kind.Platform, name => $"foreach (var {name} in {Expression(Kind.Platforms, 2)})", depth, plan)),
        ("foreach over numbers", () => Loop(Kind.Int, name => $"foreach (var {name} in ({Expression(Kind.Ints, 2)}).Take(5))", depth, plan)),
        ("foreach over a list", () => Loop(Kind.Int, name => $"foreach (int {name} in {Expression(Kind.List, 2)})", depth, plan)),
        ("foreach over letters", () => Loop(Kind.Char, name => $"foreach (var {name} in Short({Text(2)})[..3])", depth, plan)),
        ("foreach with the place", () => Name("i") is var i ? Loop(Kind.Platform, name => $"foreach (var ({name}, {i}) in ({Expression(Kind.Platforms, 2)}).Select((node, i) => (node, i)))", depth, plan, new Variable(i, Kind.Int, CanChange: false)) : ""),
        ("foreach with deconstruction", () => Name("i") is var i ? Loop(Kind.Text, name => $"foreach (var ({i}, {name}) in ({Expression(Kind.Texts, 2)}).Index())", depth, plan, new Variable(i, Kind.Int, CanChange: false)) : ""),
        ("foreach over groups", () => Name("g") is var g ? Loop(Kind.Int, name => $"foreach (var ({name}, {g}) in ({Expression(Kind.Ints, 2)}).GroupBy(x => x % 3).Select(g => (g.Key, g.ToArray())))", depth, plan, new Variable(g, Kind.Ints, CanChange: true)) : ""),
        ("foreach over a dictionary", () => Name("n") is var n ? Loop(Kind.Text, name => $"foreach (var ({name}, {n}) in {Expression(Kind.Ages, 2)})", depth, plan, new Variable(n, Kind.Int, CanChange: true)) : ""),
        ("for", () => Loop(Kind.Int, name => $"for (var {name} = 0; {name} < {random.Next(1, 5)}; {name}++)", depth, plan)),
        ("for backwards", () => Loop(Kind.Int, name => Name("end") is var end ? $"for (int {name} = 4, {end} = {Small(1, 4)}; {name} > {end}; {name} -= 2)" : "", depth, plan)),
        ("while", () => Name("w") is var w ? $"var {w} = {random.Next(1, 5)};\nwhile ({w}-- > 0{OneOf("", $" && {Bool(1)}")}) {Block(depth, plan, inLoop: true)}" : ""),
        ("do", () => Name("w") is var w ? $"var {w} = 0;\ndo {Block(depth, plan, inLoop: true)} while (++{w} < {random.Next(1, 4)});" : ""),
        ("leave a loop", () => inLoop ? $"if ({Bool(2)}) {OneOf("break", "continue")};" : Step(plan, 2)),
        ("endless loop that is left", () => Name("e") is var e ? $"var {e} = 0;\nfor (; ; ) {{ if (++{e} > {random.Next(1, 4)}) break; {Statements(1, depth - 1, plan, inLoop: true)} }}" : ""),
        ("switch over a number", () => $"switch ({Int(2)}) {{ case 0: {Section(depth, plan, inLoop)} case 1 or 2: {Section(depth, plan, inLoop)} case > 10 when {Bool(1)}: {Section(depth, plan, inLoop)} default: {Section(depth, plan, inLoop)} }}"),
        ("switch over a text", () => $"switch ({Text(2)}) {{ case \"a\": case \"b\": {Section(depth, plan, inLoop)} case {{ Length: > 5 }}: {Section(depth, plan, inLoop)} }}"),
        ("switch over an enum", () => $"switch ({Expression(Kind.Mode, 2)}) {{ case Mode.Off: {Section(depth, plan, inLoop)} case Mode.Slow: {Section(depth, plan, inLoop)} case Mode.Fast: break; }}"),
        ("switch over types", () => Name("s") is var s ? $"switch ({Typed(Kind.Shape, 2)}) {{ case Flat {s} when {s}.Size > 1: {Section(depth, plan, inLoop)} case Square: {Section(depth, plan, inLoop)} }}" : ""),
        ("switch over a tuple", () => $"switch ({Int(2)}, {Bool(2)}) {{ case (0, _): {Section(depth, plan, inLoop)} case (_, true): {Section(depth, plan, inLoop)} default: {Section(depth, plan, inLoop)} }}"),
        ("goto case", () => $"switch ({Small(2, 3)}) {{ case 0: {{ {Statements(1, 0, plan)} }} goto case 1; case 1: {Section(depth, plan, inLoop)} default: {{ {Statements(1, 0, plan)} }} goto case 0; }}"),
        ("local function", () => Function(Kind.Int, depth)),
        ("local function of another kind", () => Function(OneOf(Kind.Text, Kind.Platform, Kind.Bool), depth)),
        ("closures of a loop", () => Name("f") is var f ? $"var {f} = new List<Func<int>>();\nforeach (var c in {Ints(1)}.Take(4)) {{ {f}.Add(() => c * 2 + {Leaf(Kind.Int)}); }}\n{plan} = {plan}.Manual(Show.Text({f}.Select(x => x()).ToArray()));" : ""),
        ("closure that changes", () => Name("f") is var f && Name("n") is var n ? $"var {n} = {Small(1, 9)}; Func<int, int> {f} = x => {n} += x; {f}(2); {n} *= 3; {plan} = {plan}.Manual(Show.Text({f}(1)) + Show.Text({n}));" : ""),
        ("query with an effect", () => Name("n") is var n ? $"var {n} = 0;\n{plan} = {plan}.Manual(Show.Text({Ints(1)}.Select(x => x + {n}++).ToArray()) + Show.Text({n}));" : ""),
        ("deferred query", () => Name("q") is var q && Name("n") is var n ? $"var {n} = 1; var {q} = {Ints(1)}.Where(x => x > {n}).Select(x => x * {n}); {n} = {Small(1, 9)};\n{plan} = {plan}.Manual(Show.Text({q}.ToArray())); {n}++;\n{plan} = {plan}.Manual(Show.Text({q}.ToArray()));" : ""),
        ("struct that changes itself", () => Name("t") is var t ? $"var {t} = new Tally(); {t}.Add({Int(1)} % 100); var {t}c = {t}; {t}c.Add(1); var {t}a = new[] {{ {t}, {t}c }}; {t}a[0].Add(7); foreach (var x in {t}a) {{ x.Add(50); }}\n{plan} = {plan}.Manual(Show.Text({t}.Count) + Show.Text({t}c.Twice) + Show.Text({t}a[0].Count) + Show.Text({t}a[1].Count));" : ""),
        ("object that counts", () => Name("b") is var b ? $"var {b} = new Box {{ Value = {Small(1, 9)} }}; {b}.Next(); {b}.Value += 2; {b}[1] = 4;\n{plan} = {plan}.Manual(Show.Text({b}.Value) + Show.Text({b}.Uses) + Show.Text({b}[1] + {b}[0]));" : ""),
        ("try and finally", () => $"try {Block(depth, plan, inLoop)} finally {{ {Within(() => Change(2))} }}"),
        ("block", () => Block(depth, plan, inLoop)));

    private string Section(int depth, string plan, bool inLoop) => $"{{ {Statements(1, depth - 1, plan, inLoop: false)} }} {(inLoop && Sometimes(20) ? "continue" : "break")};";

    private string Loop(Kind kind, Func<string, string> head, int depth, string plan, params Variable[] others)
    {
        var name = Name("e");
        var start = head(name);
        return Within(() => $"{start} {Block(depth, plan, inLoop: true)}", [new Variable(name, kind, CanChange: false), .. others.Select(other => other with { CanChange = false })]);
    }

    /// <summary>Statements that add no step: variables, changes of them, and loops of changes.</summary>
    private string Work(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Choose(
        ("variable of a function", () => Declaration(OneOf(Enum.GetValues<Kind>()), 2)),
        ("change in a function", () => Change(2)),
        ("loop in a function", () => Name("i") is var i ? OneOf($"for (var {i} = 0; {i} < 3; {i}++)", $"foreach (var {i} in {Ints(1)}.Take(3))") + $" {{ {Within(() => Change(2))} }}" : ""),
        ("condition in a function", () => $"if ({Bool(2)}) {{ {Within(() => Change(2))} }} else {{ {Within(() => Change(2))} }}"))));

    private string Function(Kind kind, int depth)
    {
        var (name, parameter, other) = (Name("L"), Name("p"), Name("p"));
        var isBlock = Sometimes(50);
        functions++;
        var body = Within(
            () => isBlock ? $"{{ {Work(3)} if ({Bool(1)}) return {Expression(kind, 2)}; return {Expression(kind, 2)}; }}" : $"=> {Expression(kind, 2)};",
            new Variable(parameter, Kind.Int, CanChange: true),
            new Variable(other, kind, CanChange: true));
        functions--;
        var result = Name("v");
        var call = $"{name}({Int(1)}, {Expression(kind, 1)})";
        Declare(new Variable(result, kind, CanChange: true));
        Declare(new Variable(name, kind, CanChange: false, IsFunction: true));
        return $"{Types[kind]} {name}(int {parameter}, {Types[kind]} {other}) {body}\n{Types[kind]} {result} = {call};";
    }
}
