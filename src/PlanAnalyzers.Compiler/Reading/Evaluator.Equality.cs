using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>What is equal, and what is the same.</content>
internal sealed partial class Evaluator
{
    /// <summary>Equality as <c>Equals</c> has it: of values and records by what they hold, of platforms and engines by declaration.</summary>
    private bool AreEqual(Value left, Value right, IOperation operation)
    {
        RequireStack(operation);
        switch (left, right)
        {
            case (UnknownValue unknown, _):
                throw unknown.Why;
            case (_, UnknownValue unknown):
                throw unknown.Why;
            case (ConstantValue { Value: { } a }, ConstantValue { Value: { } b }) when Numbers.IsNumber(a) && Numbers.IsNumber(b):
                return Operate(BinaryOperatorKind.Equals, a, b, isChecked: false, operation) is ConstantValue { Value: true };
            case (ConstantValue a, ConstantValue b):
                return Equals(a.Value, b.Value);
            case (EnumValue a, EnumValue b):
                return LibrarySymbols.Same(a.Type, b.Type) && a.Number.Equals(b.Number);
            case (EnumValue, ConstantValue { Value: not null }) or (ConstantValue { Value: not null }, EnumValue):
                return OperateOnEnums(BinaryOperatorKind.Equals, left, right, isChecked: false, operation) is ConstantValue { Value: true };
            case (TypeValue { Type: INamedTypeSymbol { IsTupleType: false } a }, TypeValue { Type: INamedTypeSymbol { IsTupleType: false } b }):
                return LibrarySymbols.Same(a, b);
            case (TypeValue, _):
                throw NotKnown(operation);
            case (TupleValue a, TupleValue b):
                return a.Items.Count == b.Items.Count && a.Items.Zip(b.Items, (x, y) => AreEqual(x, y, operation)).All(same => same);
            case (ObjectValue a, ObjectValue b) when a.Type.IsValueType || a.Type.IsRecord || a.Type.IsAnonymousType:
                return AreEqual(a, b, operation);
            case (ObjectValue a, _) when HasEquality(a.Type):
                throw NotKnown(operation, $"{a.Type.Name} has an equality of its own.");
            default:
                return AreTheSame(left, right, operation);
        }
    }

    private bool AreEqual(ObjectValue left, ObjectValue right, IOperation operation)
    {
        if (HasEquality(left.Type) || HasEquality(right.Type))
        {
            throw NotKnown(operation, $"{left.Type.Name} has an equality of its own.");
        }

        if (!LibrarySymbols.Same(left.Type, right.Type))
        {
            return false;
        }

        // A parameter that no member uses is not kept, and then two objects are equal whatever it was.
        var differences = left.Fields.Where(field => !AreEqual(field.Value, right[field.Key]!, operation)).ToArray();
        return differences.Length == 0
            || (differences.All(field => field.Key is IParameterSymbol) ? throw NotKnown(operation, "Structs with a primary constructor are not compared here. Declare a record struct.") : false);
    }

    private bool HasEquality(INamedTypeSymbol type)
    {
        for (var declared = type; declared is not null && IsOfThisCompilation(declared); declared = declared.BaseType)
        {
            if (declared.GetMembers("Equals").Any(member => !member.IsImplicitlyDeclared))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two things are the same thing; platforms and engines are the same where they are the same declaration.</summary>
    private bool AreTheSame(Value left, Value right, IOperation operation) => (left, right) switch
    {
        (DeclaredValue { Declaration: Model.SystemManagementServer a }, DeclaredValue { Declaration: Model.SystemManagementServer b }) =>
            a.Index == b.Index ? throw NotKnown(operation) : false, // One of them may be the server of a pair's platform, which is a copy.
        (DeclaredValue a, DeclaredValue b) => a.Declaration.GetType() == b.Declaration.GetType() && a.Declaration.Index == b.Declaration.Index,
        (ForeignValue a, ForeignValue b) => LibrarySymbols.Same(a.Field, b.Field),
        (ForeignValue, DeclaredValue) or (DeclaredValue, ForeignValue) => throw NotKnown(operation),
        _ => ReferenceEquals(left, right),
    };

    /// <summary>Equality of two objects, which are of one type only where their values are.</summary>
    private bool AreEqualObjects(Value left, Value right, IOperation operation) => (left, right) switch
    {
        (ConstantValue { Value: null }, _) or (_, ConstantValue { Value: null }) => AreTheSameObject(left, right, operation),
        (ConstantValue or EnumValue, _) or (_, ConstantValue or EnumValue) => HasTypeOf(left, right) && AreEqual(left, right, operation),
        _ => AreEqual(left, right, operation),
    };

    private bool AreTheSameObject(Value left, Value right, IOperation operation) => (left, right) switch
    {
        (ConstantValue { Value: null }, ConstantValue { Value: null }) => true,
        (ConstantValue { Value: null }, _) or (_, ConstantValue { Value: null }) => false,
        _ => IsReference(left) && IsReference(right) ? ReferenceEquals(left, right) : throw NotKnown(operation, NoRealNumbers),
    };

    private static bool IsObject(ITypeSymbol? type) => type is { IsValueType: false, SpecialType: not SpecialType.System_String };

    /// <summary>Whether a value is a reference that is no box and no text, so that it is known what is the same as it.</summary>
    private static bool IsReference(Value value) => value is ListValue or PlanValue or PairValue || value is ObjectValue { Type.IsReferenceType: true };

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private sealed class Equality(Evaluator evaluator, IOperation operation) : IEqualityComparer<Value>
    {
        public bool Equals(Value x, Value y)
        {
            evaluator.Spend(new Site(operation.Syntax));
            return evaluator.AreEqual(x, y, operation);
        }

        /// <summary>The same for all that are not constants: sequences in plans are short.</summary>
        public int GetHashCode(Value value) => value is ConstantValue { Value: { } constant } ? constant.GetHashCode() : 0;
    }
}
