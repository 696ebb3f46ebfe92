namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>LINQ: which items, in which order, and how often and when the functions are called.</content>
internal static partial class LanguageCases
{
    public static readonly LanguageCase[] Queries =
    [
        new(
            "A query runs when it is asked and as often as it is asked, with the variables as they are then",
            """
            var limit = 1; var log = "";
            int[] items = [3, 1, 2];
            var query = items.Where(n => { log += n; return n > limit; }).Select(n => n * 10);
            Say(log + ".");
            limit = 2; items[1] = 9;
            Say(string.Join(",", query) + log);
            limit = 0; log = "";
            Say($"{query.First()} {log} {query.Any(n => n > 20)} {log} {query.Sum()} {log} {query.All(n => n > 90)} {log} {query.TakeWhile(n => n > 20).ToArray().Length} {log} {query.Count(n => n > 20)} {log}");
            var fixedList = query.ToList(); items[0] = 100;
            Say($"{fixedList[0]} {query.First()}");
            """),
        new(
            "A function of a query may change what it makes itself, however often it is called",
            """
            int[] items = [3, 1, 2];
            int Digits(int n) { var list = new List<int>(); var ages = new Dictionary<int, int>(); var box = new int[1]; while (n > 0) { list.Add(n); ages[n] = n; box[0] += n; n--; } return list.Count + ages.Count * 10 + box[0] * 100; }
            Say($"{items.Select(Digits).Last()} {items.Where(n => Digits(n) > 111).Count()} {string.Join(",", items.OrderBy(Digits))} {items.Select(Digits).Skip(1).First()} {items.MaxBy(Digits)}");
            Say($"{items.Select(n => new Counted { Value = n }).Skip(1).Last().Value} {items.Select(n => { var c = new Counted(); c.Value += n; c.Pair.Item1++; return c.Value + c.Pair.Item1; }).Last()}");
            Say(string.Join(",", items.OrderBy(n => -Array.IndexOf(items, n))) + string.Join(",", items.OrderBy(n => Array.Exists(items, m => m > n))));
            """,
            "",
            "class Counted { public int Value { get; set; } public (int, int) Pair; }"),
        new(
            "A chunk asks for no more than its items, and a join for its other side once it has an item",
            """
            var log = "";
            int E(int n, string s) { log += s + n; return n; }
            int[] items = [3, 1, 2];
            Say($"{items.Select(n => E(n, "a")).Chunk(2).First().Length} {log}");
            Say($"{items.Select(n => E(n, "b")).Join(items.Select(n => E(n, "c")), n => E(n, "d"), n => E(n, "e"), (n, m) => n).First()} {log}");
            Say($"{new int[0].GroupJoin(items.Select(n => E(n, "f")), n => n, n => n, (n, all) => all.Count()).ToArray().Length} {log}");
            """),
        new(
            "Sorting keeps the order of equals",
            """
            string[] words = ["bb", "a", "ccc", "dd", "e"];
            Say(string.Join(",", words.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.OrdinalIgnoreCase)));
            Say(string.Join(",", words.Order(StringComparer.Ordinal)) + string.Join(",", new[] { 3, 1, 2 }.Order()) + string.Join(",", new[] { 3, 1, 2 }.OrderDescending()));
            Say(string.Join(",", new (int, char)[] { (2, 'a'), (1, 'b'), (1, 'a') }.Order().Select(p => $"{p.Item1}{p.Item2}")) + string.Join("", new[] { true, false }.OrderBy(b => b)));
            Say(string.Join(",", new int?[] { 3, null, 1 }.OrderBy(n => n).Select(n => n ?? 0)));
            """),
        new(
            "First and Last, Single and ElementAt, with and without something to find",
            """
            int[] items = [4, 5, 6]; string[] none = [];
            Say($"{items.First()} {items.First(n => n > 4)} {items.Last()} {items.Last(n => n < 6)} {items.FirstOrDefault(n => n > 9)} {none.FirstOrDefault() is null} {items.FirstOrDefault(n => n > 9, 77)} {none.LastOrDefault("x")} {items.Single(n => n == 5)} {none.SingleOrDefault() is null} {items.ElementAt(1)} {items.ElementAt(^1)} {items.ElementAtOrDefault(9)} {none.DefaultIfEmpty("d").First()} {new int[0].DefaultIfEmpty().First()}");
            """),
        new(
            "Sums, counts, extremes and folds",
            """
            int[] items = [4, 5, 6]; long[] big = [1, 2]; string[] words = ["a", "bbb", "cc"];
            Say($"{items.Sum()} {big.Sum()} {items.Sum(n => n * 2)} {items.Count()} {items.Count(n => n > 4)} {items.Min()} {items.Max()} {words.Max(w => w.Length)} {words.MinBy(w => w.Length)} {words.MaxBy(w => w.Length)} {items.Aggregate((a, b) => a * b)} {items.Aggregate("", (a, b) => a + b)} {items.Aggregate(0, (a, b) => a + b, s => $"<{s}>")} {items.Any(n => n > 5)} {items.All(n => n > 5)} {items.Contains(5)} {items.LongCount()} {new byte[] { 3, 9 }.Max()} {new[] { 'a', 'c' }.Max()}");
            """),
        new(
            "Joining and splitting sequences",
            """
            int[] a = [1, 2, 3, 2], b = [2, 4];
            string T<T>(IEnumerable<T> items) => string.Join(",", items);
            Say($"{T(a.Concat(b))} {T(a.Union(b))} {T(a.Intersect(b))} {T(a.Except(b))} {T(a.Distinct())} {T(a.Append(9))} {T(a.Prepend(9))} {T(a.Reverse())} {T(a.Skip(1))} {T(a.Take(2))} {T(a.Take(1..3))} {T(a.Take(^2..))} {T(a.SkipLast(1))} {T(a.TakeLast(2))} {T(a.SkipWhile(n => n < 2))} {T(a.TakeWhile(n => n < 3))} {T(a.TakeWhile((n, i) => i < 1))} {T(a.SkipWhile((n, i) => i < 3))}");
            Say($"{T(a.Zip(b).Select(p => p.First * 10 + p.Second))} {T(a.Zip(b, (x, y) => x - y + 10))} {T(a.Chunk(3).Select(c => c.Length))} {T(a.Index().Select(p => p.Index * p.Item))} {T(a.Select((n, i) => n * i))} {T(a.Where((n, i) => i % 2 == 0))} {T(a.SelectMany(n => Enumerable.Repeat(n, n)))} {T(a.SelectMany((n, i) => new[] { n, i }))} {T(a.SelectMany(n => b, (x, y) => x * y))} {T(Enumerable.Range(3, 4))} {T(Enumerable.Repeat("x", 2))} {Enumerable.Empty<int>().Count()} {a.SequenceEqual([1, 2, 3, 2])} {T(a.DistinctBy(n => n % 2))} {T(new object[] { 1, "x", 2 }.OfType<int>())} {T(a.Zip(b, a).Select(t => t.First + t.Second + t.Third))} {T(a.ExceptBy([1], n => n % 2))} {T(a.UnionBy(b, n => n % 3))}");
            """),
        new(
            "Groups keep the order of their keys and items",
            """
            string[] words = ["b1", "a1", "b2", "c1", "a2"];
            foreach (var group in words.GroupBy(w => w[0])) { Say($"{group.Key}: {string.Join(",", group)} {group.Count()} {group.First()}"); }
            foreach (var (key, n) in words.GroupBy(w => w[1], w => w[0]).Select(g => (g.Key, g.Count()))) { Say($"{key}{n}"); }
            Say(string.Join(";", words.GroupBy(w => w[0], (key, items) => $"{key}={items.Count()}")));
            var lookup = words.ToLookup(w => w[0]);
            Say($"{lookup['a'].Count()} {lookup['z'].Count()} {string.Join("", lookup.Select(g => g.Key))} {lookup.Contains('b')}");
            var joined = words.Join(new[] { 'a', 'c' }, w => w[0], c => c, (w, c) => w + c);
            Say(string.Join(",", joined) + string.Join(",", new[] { 'a', 'c', 'x' }.GroupJoin(words, c => c, w => w[0], (c, ws) => $"{c}{ws.Count()}")));
            """),
        new(
            "Query syntax",
            """
            var nodes = new[] { P1, P2, P3, P4 };
            var one = from p in nodes where p.Name != "P2" orderby p.Name[1] descending select p;
            foreach (var p in one) { plan = plan.Reboot(p); }
            var two = from p in nodes from e in new[] { E1, E2, E1b } where e.Platform == p let text = $"{p}/{e}" orderby e.IsHistorized, p.Node[^1] descending select (text, p);
            foreach (var (text, p) in two) { plan = plan.Manual(text).Start(p); }
            var three = from p in nodes group p by p.Name[1] > '2' into half let n = half.Count() where n > 0 select $"{half.Key}{n}{half.First()}";
            foreach (var t in three) Say(t);
            var four = from p in nodes join e in new[] { E1, E2 } on p equals e.Platform select $"{p}-{e}";
            Say(string.Join(",", four));
            var five = from int n in new object[] { 1, 2 } select n * 2;
            Say($"{five.Sum()}");
            """),
        new(
            "Dictionaries and sets",
            """
            var ages = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 };
            ages["c"] = 3; ages.Add("d", 4); ages["a"] += 10;
            var byName = new[] { P1, P2 }.ToDictionary(p => p.Name);
            var nodes = new[] { P1, P2 }.ToDictionary(p => p.Name, p => p.Node);
            Say($"{ages["a"]} {ages.Count} {ages.ContainsKey("z")} {byName["P2"].Node} {nodes["P1"]} {(ages.TryGetValue("b", out var b) ? b : 0)} {ages.TryGetValue("q", out var q)} {q} {string.Join(",", ages.Keys)} {ages.Values.Sum()} {ages.GetValueOrDefault("zz")}");
            foreach (var (name, age) in ages) { Say($"{name}{age}"); }
            foreach (var pair in ages.Where(p => p.Value > 2)) { Say($"{pair.Key}"); }
            ages.Remove("b");
            var set = new HashSet<int> { 1, 2, 2 };
            Say($"{ages.Count} {set.Count} {set.Add(2)} {set.Add(5)} {set.Contains(5)} {new[] { 1, 1, 2 }.ToHashSet().Count}");
            """),
        new(
            "Lists",
            """
            var list = new List<int>(8) { 1, 2 };
            list.Add(3); list.AddRange([4, 5]); list.Insert(0, 0); list.Remove(2); list.RemoveAt(0); list[0] = 10;
            Say($"{string.Join(",", list)} {list.Count} {list.Contains(4)} {list.IndexOf(5)} {list[^1]} {list.ToArray().Length} {list.Find(n => n > 3)} {list.Exists(n => n == 4)} {list.FindIndex(n => n == 4)}");
            list.Reverse(); list.Sort(); list.RemoveAll(n => n > 4);
            var copy = new List<int>(list) { 77 }; List<int> spread = [.. list, .. copy];
            Say($"{string.Join(",", list)} {copy.Count} {spread.Count} {string.Join(",", list.ConvertAll(n => n * 2))} {list.TrueForAll(n => n > 0)} {list.GetRange(0, 1).Count}");
            list.ForEach(n => Say($"{n}"));
            """),
        new(
            "Array helpers",
            """
            int[] items = [3, 1, 2]; var copy = items.ToArray(); Array.Reverse(copy); Array.Sort(items);
            Say($"{string.Join(",", items)} {string.Join(",", copy)} {Array.IndexOf(items, 2)} {items.Length} {Array.Empty<int>().Length} {Array.Exists(items, n => n > 2)} {Array.Find(items, n => n > 1)} {Array.ConvertAll(items, n => n * 2)[0]}");
            """),
        new(
            "Deferred sources see what changes below them",
            """
            var list = new List<int> { 1, 2 };
            var doubled = list.Select(n => n * 2);
            list.Add(3);
            Say(string.Join(",", doubled));
            var factor = 1; IEnumerable<int> chain = list;
            for (var i = 1; i < 4; i++) { var own = i; chain = chain.Select(n => n * own + factor); }
            factor = 100;
            Say(string.Join(",", chain) + $"{chain.Reverse().First()} {list.AsEnumerable().Reverse().First()}");
            foreach (var n in list.ToList()) { if (n == 2) list.Remove(n); else list.Add(n * 10); }
            Say(string.Join(",", list));
            """),
    ];
}
