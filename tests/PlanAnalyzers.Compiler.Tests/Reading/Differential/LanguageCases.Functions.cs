namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>Which function is called, with what, and what it captures.</content>
internal static partial class LanguageCases
{
    public static readonly LanguageCase[] Functions =
    [
        new(
            "What a value is where there is none is worked out where there is one too",
            """
            var n = 0; int? four = 4, none = null;
            Say($"{four.GetValueOrDefault(n += 1)} {none.GetValueOrDefault(n += 10)} {four.GetValueOrDefault()} {none.GetValueOrDefault()} {n}");
            """),
        new(
            "A closure shares the variable, and each round of a loop has its own, but for a for loop's",
            """
            var say = new List<Func<string>>();
            var shared = 0;
            for (var i = 0; i < 3; i++) { var own = i; say.Add(() => $"{i}{own}{shared}"); }
            foreach (var n in new[] { 7, 8 }) { say.Add(() => $"{n}{shared++}"); }
            var k = 0;
            while (k < 2) { var w = k++; say.Add(() => $"{w}{k}"); }
            do { var d = k--; say.Add(() => $"{d}{k}"); } while (k > 0);
            shared = 5;
            foreach (var s in say) { Say(s()); }
            """),
        new(
            "A closure that changes what it captures is seen by others, and survives the method that made it",
            """
            var (next, peek) = Counter(10);
            next(); next();
            var (other, _) = Counter(0);
            other();
            Say($"{peek()} {next()} {other()} {peek()}");
            Func<int, Func<int, int>> add = a => b => a + b;
            var add3 = add(3);
            Say($"{add3(4)} {add(1)(1)} {Compose(add3, n => n * 2)(5)}");
            """,
            """
            static (Func<int> Next, Func<int> Peek) Counter(int start) { var n = start; return (() => ++n, () => n); }
            static Func<int, int> Compose(Func<int, int> f, Func<int, int> g) => x => g(f(x));
            """),
        new(
            "Local functions see variables that are assigned later, and each other",
            """
            int offset = 100;
            int F(int n) => n <= 0 ? offset : G(n - 1) + 1;
            Say($"{F(3)}");
            offset = 200;
            Say($"{F(2)} {Static(4)}");
            int G(int n) => F(n - 1) + 10;
            static int Static(int n) => n < 2 ? n : Static(n - 1) + Static(n - 2);
            """),
        new(
            "params takes an array as it is, and makes one of everything else",
            """
            int[] given = [1, 2, 3];
            Change(given);
            Change(5, 6);
            Say($"{given[0]} {Count()} {Count(1)} {Count(given)} {Count(null!)} {Texts("a", "b")} {Spans(1, 2)} {Lists("x", "y", "z")} {Seq(1, 2, 3)} {Named(rest: [1, 2], first: 4)}");
            plan = plan.CascadeDeploy(P1, P2, E1).CascadeDeploy(P1).CascadeDeploy(P1, [P2, P3]).CascadeDeploy(more: new[] { P4 }, target: E2);
            """,
            """
            static void Change(params int[] items) => items[0] = 99;
            static int Count(params int[]? items) => items?.Length ?? -1 + 100;
            static string Texts(params string[] texts) => string.Join("-", texts);
            static int Spans(params ReadOnlySpan<int> items) { var sum = 0; foreach (var i in items) sum += i; return sum * 10 + items.Length; }
            static string Lists(params List<string> items) => items[^1] + items.Count;
            static int Seq(params IEnumerable<int> items) => items.Sum();
            static int Named(int first, params int[] rest) => first * 10 + rest.Length;
            """),
        new(
            "Optional and named arguments",
            """
            Say(Text());
            Say(Text(b: "B"));
            Say(Text(c: 'x', a: 1));
            Say(Text(2, "q"));
            plan = plan.UploadRuntimeChanges().UploadRuntimeChanges(overwriteDefaults: true).Deploy(answer: ForcedDeployment.Cancel, target: E1).Deploy(P1);
            """,
            """static string Text(int a = 7, string? b = null, char c = 'c', Mode mode = Mode.On, bool? maybe = null) => $"{a}{b ?? "none"}{c}{mode}{maybe is null}";""",
            "enum Mode { Off, On }"),
        new(
            "Overloads are chosen by the types that the compiler sees",
            """
            object o = 1; byte small = 1; string? text = "t"; long big = 1;
            Say(F(1) + F(small) + F(big) + F(o) + F('c') + F(text) + F(1u) + F((short)1) + F(P1) + F(E1) + F((DeployTarget)E1) + F(new int[0]));
            Say("x".Twice() + new Own().Twice() + 3.Twice() + new Derived().Name() + ((Own)new Derived()).Name());
            """,
            """
            static string F(int n) => "int "; static string F(long n) => "long "; static string F(object n) => "object "; static string F(string n) => "string ";
            static string F(DeployTarget n) => "target "; static string F(Platform n) => "platform "; static string F(IEnumerable<int> n) => "sequence ";
            """,
            """
            class Own { public string Twice() => "instance "; public string Name() => "own "; }
            class Derived : Own { public new string Name() => "derived "; }
            static class Extensions
            {
                public static string Twice(this string text) => text + text + " ";
                public static string Twice(this Own own) => "extension ";
                public static string Twice(this int n) => $"{n * 2} ";
            }
            """),
        new(
            "Virtual calls go to the object's own type, hidden ones to the type that the compiler sees",
            """
            Base b = new Child(2);
            Base c = new Grandchild(3);
            Say($"{b.Virtual()} {b.Hidden()} {((Child)b).Hidden()} {b.Title} {c.Virtual()} {c.Title} {c.Call()} {((IShape)c).Area(2)} {((IShape)b).Area(2)} {((IShape)b).Kind}");
            foreach (IShape shape in new IShape[] { b, c }) { Say($"{shape.Area(3)} {shape.Kind}"); }
            """,
            "",
            """
            interface IShape { int Area(int scale); string Kind => "shape"; }
            abstract class Base(int size) : IShape
            {
                protected int Size { get; } = size;
                public virtual string Virtual() => "base" + Size;
                public string Hidden() => "base";
                public abstract string Title { get; }
                public string Call() => Virtual() + "/" + Hidden();
                public virtual int Area(int scale) => size * scale;
            }
            class Child(int size) : Base(size + 1)
            {
                public override string Virtual() => "child of " + base.Virtual();
                public new string Hidden() => "child";
                public override string Title => "Child";
            }
            sealed class Grandchild(int size) : Child(size * 10), IShape
            {
                public override string Virtual() => "grand " + base.Virtual();
                public override string Title => "Grand" + base.Title;
                public override int Area(int scale) => base.Area(scale) + 1;
                string IShape.Kind => "grand";
            }
            """),
        new(
            "Generic methods, types and constraints",
            """
            var pair = Make(1, "x");
            Say($"{pair.First} {pair.Second} {pair.Swap().First} {First([3, 4])} {Largest(3, 9, 4)} {Kind<int>()} {Kind<string>()} {Of<Cell>().Value}");
            Stack<string> stack = new();
            stack.Push("a"); stack.Push("b");
            Say($"{stack.Pop()} {stack.Count} {Apply(4, n => n + 0.5 > 4 ? "big" : "small")} {Map([1, 2], n => $"<{n}>")[1]} {Shape<Square>(3)}");
            """,
            """
            static Pair<A, B> Make<A, B>(A a, B b) => new(a, b);
            static T First<T>(IEnumerable<T> items) => items.First();
            static T Largest<T>(params T[] items) where T : IComparable<T> { var best = items[0]; foreach (var item in items) { if (item.CompareTo(best) > 0) best = item; } return best; }
            static string Kind<T>() => typeof(T) == typeof(int) ? "int" : default(T) is null ? "class" : "struct";
            static T Of<T>() where T : new() => new T();
            static B Apply<A, B>(A a, Func<A, B> f) => f(a);
            static B[] Map<A, B>(A[] items, Func<A, B> f) { var result = new B[items.Length]; for (var i = 0; i < items.Length; i++) result[i] = f(items[i]); return result; }
            static int Shape<T>(int n) where T : Cell, new() { var cell = new T(); return cell.Times(n); }
            """,
            """
            record Pair<A, B>(A First, B Second) { public Pair<B, A> Swap() => new(Second, First); }
            class Stack<T> { private readonly List<T> items = new(); public void Push(T item) => items.Add(item); public T Pop() { var last = items[^1]; items.RemoveAt(items.Count - 1); return last; } public int Count => items.Count; }
            class Cell { public int Value { get; init; } = 11; public virtual int Times(int n) => n; }
            class Square : Cell { public override int Times(int n) => n * n; }
            """),
        new(
            "Method groups as values, of static, extension and instance methods, and bound early",
            """
            Func<int, int> f = Double;
            var box = new Box { Value = 3 };
            Func<int> get = box.Get;
            box = new Box { Value = 8 };
            int[] items = [1, 2, 3];
            Say($"{items.Select(Double).Sum()} {get()} {items.Select(Extensions.Next).Last()} {f(4)}");
            """,
            "static int Double(int n) => n * 2;",
            "class Box { public int Value; public int Get() => Value; } static class Extensions { public static int Next(this int n) => n + 1; }"),
        new(
            "Names, constants and nameof",
            """
            const string Prefix = "AOS";
            const int Two = 1 + 1;
            const string Name = $"{Prefix}-{nameof(Plant.P1)}";
            Say($"{Name} {nameof(Define)} {nameof(plan)} {nameof(System.Collections.Generic.List<int>)} {Two * Limit} {Subject.Limit} {P1} {P1.Name} {P1.Node} {E1b.Platform.Node} {E1.IsHistorized} {P0.IsGalaxyRepository} {P1.Sms!.Name}");
            """,
            "const int Limit = 40 / 3;"),
        new(
            "A local shadows a field, a parameter of a lambda shadows a local, and this reaches the field",
            """
            var value = 1;
            Func<int, int> f = static value => value * 10;
            Say($"{f(5)} {value} {Subject.value} {new Box(4).Sum(1)}");
            """,
            "static readonly int value = 99;",
            "class Box { readonly int value; public Box(int value) { this.value = value; value = 1000; } public int Sum(int value) => this.value * 10 + value; }"),
        new(
            "Fragments: steps from methods, extensions, phases, pairs and branches",
            """
            plan = plan.UpgradeAll(P1, P2).Phase("Line 3", part => { foreach (var p in new[] { P3, P4 }) { part = part.Upgrade(p); } return part; });
            var rounds = 0;
            plan = plan.ForEachPair((p, pair) => p.Manual($"{++rounds} {pair} {pair.Active} {pair.StandbyPlatform.Node} {pair.Active.Platform == pair.ActivePlatform} {pair.Standby.Primary == pair.Active}"));
            plan = plan.InParallel(p => p.Upgrade(P2), Branch, p => p.Phase("inner", q => q.Reboot(P4).InParallel(r => r.Start(P4), r => r)));
            Func<Plan, Plan>[] branches = [.. new[] { P1, P3 }.Select(p => (Func<Plan, Plan>)(b => b.Reboot(p)))];
            plan = plan.InParallel(branches);
            Say($"{rounds}");
            """,
            "static Plan Branch(Plan plan) => plan.ShutDown(P3).Start(P3);",
            "static class Fragments { public static Plan UpgradeAll(this Plan plan, params Platform[] all) => all.Aggregate(plan, (p, one) => p.Upgrade(one).CascadeDeploy(one)); }"),
        new(
            "Recursion over a tree of the author's",
            """
            var tree = new Tree("a", [new("b", []), new("c", [new("d", [])])]);
            void Walk(Tree t, int depth) { Say($"{depth}{t.Name}"); foreach (var child in t.Children) Walk(child, depth + 1); }
            Walk(tree, 0);
            Say($"{tree.Count} {tree.Children[1].Children[0].Name}");
            """,
            "",
            "record Tree(string Name, Tree[] Children) { public int Count => 1 + Children.Sum(child => child.Count); }"),
    ];
}
