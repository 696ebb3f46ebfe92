using Microsoft.CodeAnalysis;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>Numbers what can be changed in the order in which it is made, so that it is known what was there before a function was called.</summary>
internal static class Birth
{
    private static long last;

    /// <summary>The number of what was made last. What is made later has a greater one, whatever else is read at the same time.</summary>
    public static long Last => Interlocked.Read(ref last);

    public static long Next() => Interlocked.Increment(ref last);
}

/// <summary>A variable. Functions that capture it share it; a copy of its value is not enough.</summary>
internal class Cell(Value? value)
{
    /// <summary>The value, or none while it is not assigned.</summary>
    public virtual Value? Value { get; set; } = value;

    /// <summary>When what is changed with it was made.</summary>
    public virtual long Born { get; } = Birth.Next();
}

/// <summary>A variable that is a part of something else: an element of an array, or a field of an object.</summary>
internal sealed class PartCell(Func<Value> get, Action<Value> set, long born) : Cell(value: null)
{
    public override long Born => born;

    public override Value? Value
    {
        get => get();
        set => set(value!);
    }
}

/// <summary>A call that is being evaluated.</summary>
internal sealed class Frame
{
    /// <summary>What <c>this</c> is, if anything. A cell, since a constructor of a struct assigns to it.</summary>
    public Cell? This { get; init; }

    /// <summary>Whether the constructor of <see cref="This"/> runs, which may assign what is read-only afterwards.</summary>
    public bool IsConstructing { get; init; }

    /// <summary>Whether <see cref="This"/> is the very variable that a struct is in, so that its methods may change it.</summary>
    public bool IsThisVariable { get; init; }

    /// <summary>What the type parameters of the method and its type stand for.</summary>
    public IReadOnlyDictionary<ITypeParameterSymbol, ITypeSymbol>? TypeArguments { get; init; }

    /// <summary>What the call returns, once it has.</summary>
    public Value? Result { get; set; }

    /// <summary>The expression that it returns, once it has.</summary>
    public IOperation? Returned { get; set; }

    /// <summary>The section of a <c>switch</c> that it goes on with, while it goes there.</summary>
    public ILabelSymbol? GoesTo { get; set; }
}

/// <summary>
/// The variables that one run of a block declares, inside those of the block around it. Each run has its own, so that a function captures
/// the variables of the round of a loop that it was made in.
/// </summary>
internal sealed class Scope(Scope? parent, Frame frame)
{
    private Dictionary<ISymbol, Cell>? cells;

    public Frame Frame { get; } = frame;

    /// <summary>A scope inside this one, of the same call.</summary>
    public Scope Nested() => new(this, Frame);

    /// <summary>Declares a variable, or a name for one that exists: a parameter that is passed by reference.</summary>
    public Cell Declare(ISymbol variable, Cell cell)
    {
        cells ??= new Dictionary<ISymbol, Cell>(SymbolEqualityComparer.Default);
        cells[variable.OriginalDefinition] = cell;
        return cell;
    }

    public Cell Declare(ISymbol variable, Value? value) => Declare(variable, new Cell(value));

    /// <summary>The variable of a symbol, or none.</summary>
    public Cell? Find(ISymbol variable)
    {
        var definition = variable.OriginalDefinition;
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.cells is not null && scope.cells.TryGetValue(definition, out var cell))
            {
                return cell;
            }
        }

        return null;
    }

    private Scope? Outer { get; } = parent;
}
