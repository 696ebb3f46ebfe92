#if NETSTANDARD2_0
// What the compiler asks the framework for when it compiles newer C#, and netstandard2.0 does not have. Embedded types are seen in their own
// assembly only, also where it shows its internals to another one.
#pragma warning disable IDE0130, MA0048, SA1403

namespace Microsoft.CodeAnalysis
{
    [Embedded]
    [System.AttributeUsage(System.AttributeTargets.All)]
    internal sealed class EmbeddedAttribute : System.Attribute;
}

namespace System
{
    /// <summary>A place in a sequence, counted from its start or, as in <c>^1</c>, from its end.</summary>
    [Microsoft.CodeAnalysis.Embedded]
    internal readonly record struct Index(int Value, bool IsFromEnd = false)
    {
        public static implicit operator Index(int value) => new(value);

        public int GetOffset(int length) => IsFromEnd ? length - Value : Value;
    }

    /// <summary>A part of a sequence, as in <c>1..^1</c>.</summary>
    [Microsoft.CodeAnalysis.Embedded]
    internal readonly record struct Range(Index Start, Index End)
    {
        public static Range All => new(0, new Index(0, IsFromEnd: true));

        public static Range StartAt(Index start) => new(start, new Index(0, IsFromEnd: true));

        public static Range EndAt(Index end) => new(0, end);
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>Of a constructor that sets all members with <c>required</c>.</summary>
    [Microsoft.CodeAnalysis.Embedded]
    [AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute;
}

namespace System.Runtime.CompilerServices
{
    /// <summary>Of a property with <c>init</c>.</summary>
    [Microsoft.CodeAnalysis.Embedded]
    internal static class IsExternalInit;

    /// <summary>Of a member with <c>required</c>.</summary>
    [Microsoft.CodeAnalysis.Embedded]
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property)]
    internal sealed class RequiredMemberAttribute : Attribute;

    /// <summary>Keeps compilers that know nothing of a feature from using what has it.</summary>
    [Microsoft.CodeAnalysis.Embedded]
    [AttributeUsage(AttributeTargets.All)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;
    }
}
#endif
