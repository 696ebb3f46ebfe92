namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <summary>What a generated variable or expression is.</summary>
internal enum Kind
{
    Int,
    Long,
    UInt,
    Byte,
    Bool,
    Char,
    Text,
    Mode,
    Marks,
    Maybe,
    Platform,
    Engine,
    Ints,
    Texts,
    Platforms,
    Jagged,
    List,
    Ages,
    Pair,
    Spot,
    Line,
    Shape,
    Function,
}

/// <summary>
/// Makes plans of all the constructs of C# that a plan may be written with: of any type, at any place, inside one another. A number is a plan:
/// the same number makes the same sources.
/// </summary>
internal sealed partial class ProgramGenerator
{
    /// <summary>The types of the kinds, as C# names them.</summary>
    private static readonly Dictionary<Kind, string> Types = new()
    {
        [Kind.Int] = "int",
        [Kind.Long] = "long",
        [Kind.UInt] = "uint",
        [Kind.Byte] = "byte",
        [Kind.Bool] = "bool",
        [Kind.Char] = "char",
        [Kind.Text] = "string",
        [Kind.Mode] = "Mode",
        [Kind.Marks] = "Marks",
        [Kind.Maybe] = "int?",
        [Kind.Platform] = "Platform",
        [Kind.Engine] = "AppEngine",
        [Kind.Ints] = "int[]",
        [Kind.Texts] = "string[]",
        [Kind.Platforms] = "Platform[]",
        [Kind.Jagged] = "int[][]",
        [Kind.List] = "List<int>",
        [Kind.Ages] = "Dictionary<string, int>",
        [Kind.Pair] = "(int Count, string Name)",
        [Kind.Spot] = "Spot",
        [Kind.Line] = "Line",
        [Kind.Shape] = "Shape",
        [Kind.Function] = "Func<int, int>",
    };

    private readonly Random random;
    private readonly HashSet<string> constructs = [];
    private readonly Stack<List<Variable>> scopes = new();
    private readonly string galaxy;
    private int names;
    private int room;
    private int functions;
    private bool isInFragment;

    private ProgramGenerator(int seed, string galaxy = "Plant")
    {
        random = new Random(seed);
        this.galaxy = galaxy;
    }

    /// <summary>A variable that can be used where the generator is, or a local function that gives a value of this kind.</summary>
    private sealed record Variable(string Name, Kind Kind, bool CanChange, bool IsFunction = false)
    {
        /// <summary>In how many lambdas and local functions it stands.</summary>
        public int Functions { get; init; }
    }

    /// <summary>The sources of a number: a galaxy, types and fragments, and plans that use them.</summary>
    /// <param name="seed">The number.</param>
    /// <param name="plans">How many plans there are.</param>
    public static PlanProgram Make(int seed, int plans)
    {
        var world = new ProgramGenerator(seed);
        List<string> files = [.. world.Galaxy("Plant"), .. world.Galaxy("Twin"), TypeSources, ToolSources];
        var used = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        for (var i = 1; i <= plans; i++)
        {
            var plan = new ProgramGenerator((seed * 1000) + i, i % 8 == 0 ? "Twin" : "Plant");
            plan.constructs.UnionWith(world.constructs);
            used.Add($"Subject{i}", plan.constructs);
            files.AddRange(plan.PlanFiles($"Subject{i}"));
        }

        return PlanProgram.Of($"Program{seed}", files) with { Constructs = used };
    }

    /// <summary>One of several ways to go on, which is noted down under its name.</summary>
    private string Choose(params (string Construct, Func<string> Make)[] ways)
    {
        var (construct, make) = ways[random.Next(ways.Length)];
        constructs.Add(construct);
        return make();
    }

    private string Note(string construct, string source)
    {
        constructs.Add(construct);
        return source;
    }

    private bool Sometimes(int percent) => random.Next(100) < percent;

    private T OneOf<T>(params T[] items) => items[random.Next(items.Length)];

    private string Name(string prefix) => $"{prefix}{++names}";

    /// <summary>Makes something inside a scope of its own, in which some variables are known.</summary>
    private string Within(Func<string> make, params Variable[] variables)
    {
        scopes.Push([.. variables.Select(variable => variable with { Functions = functions })]);
        try
        {
            return make();
        }
        finally
        {
            scopes.Pop();
        }
    }

    private Variable? Find(Kind kind, Func<Variable, bool> isFitting) =>
        scopes.SelectMany(scope => scope).Where(variable => variable.Kind == kind && isFitting(variable)).ToArray() is { Length: > 0 } fitting ? OneOf(fitting) : null;

    /// <summary>A variable whose value can be used. A function may count its calls, so that one from outside is not called in a query.</summary>
    private Variable? FindVariable(Kind kind) => Find(kind, variable => !variable.IsFunction && (kind != Kind.Function || variable.Functions == functions));

    /// <summary>A variable that can be assigned to; in a function one of its own, since how often a query calls it may depend on the framework.</summary>
    private Variable? FindToChange(Kind kind) => Find(kind, variable => variable.CanChange && variable.Functions == functions);

    private void Declare(Variable variable) => scopes.Peek().Add(variable with { Functions = functions });

    private string Leaf(Kind kind) => FindVariable(kind) is { } variable ? variable.Name : Literal(kind);

    /// <summary>A lambda of one parameter. It looks at what is around it, and changes nothing.</summary>
    private string Lambda(Kind parameter, Kind result, int depth)
    {
        var name = Name("x");
        functions++;
        var lambda = Within(() => $"{name} => {Expression(result, depth)}", new Variable(name, parameter, CanChange: true));
        functions--;
        return lambda;
    }
}
