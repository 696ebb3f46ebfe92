using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>
/// The source of a library's galaxies and fragments, which it leaves behind in its assembly, since a plan of another project is read from
/// source. A value.
/// </summary>
/// <param name="Language">The version of C# that it is written in.</param>
/// <param name="IsChecked">Whether arithmetic is checked.</param>
/// <param name="Symbols">The symbols that are defined for its <c>#if</c>.</param>
/// <param name="Files">The files, in the order of their names.</param>
internal sealed record SharedSource(string Language, bool IsChecked, ValueList<string> Symbols, ValueList<SharedFile> Files)
{
    /// <summary>The key under which the assembly says how the source is to be understood.</summary>
    public const string HeadKey = "PlanAnalyzers.Source";

    /// <summary>What stands before the name of a file in the key of its text.</summary>
    public const string FileKey = HeadKey + ":";

    private const string Checked = "checked";
    private const string Separator = "; ";

    /// <summary>How the source is to be understood, in a line.</summary>
    public string Head => string.Join(Separator, new[] { Language, IsChecked ? Checked : "unchecked" }.Concat(Symbols));

    /// <summary>The source that an assembly holds, or none.</summary>
    public static SharedSource? In(IAssemblySymbol assembly)
    {
        string? head = null;
        var files = new List<SharedFile>();
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "AssemblyMetadataAttribute", ConstructorArguments: [{ Value: string key }, { Value: string value }] })
            {
                if (key == HeadKey)
                {
                    head = value;
                }
                else if (key.StartsWith(FileKey, StringComparison.Ordinal))
                {
                    files.Add(new SharedFile(key.Substring(FileKey.Length), value));
                }
            }
        }

        return head?.Split([Separator], StringSplitOptions.None) is { Length: > 1 } parts
            ? new SharedSource(parts[0], parts[1] == Checked, parts.Skip(2).ToValueList(), files.ToValueList())
            : null;
    }

    /// <summary>The files as the compiler has them, and one that gives the assembly its version.</summary>
    public IEnumerable<SyntaxTree> Parse(Version version)
    {
        // A library may be written in a later C# than this compiler knows; then it does its best.
        var language = LanguageVersionFacts.TryParse(Language, out var known) ? known : LanguageVersion.Latest;
        var options = new CSharpParseOptions(language, DocumentationMode.None, preprocessorSymbols: Symbols);
        var head = new SharedFile("", $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]");
        return Files.Append(head).Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Name));
    }
}

/// <summary>A file of shared source.</summary>
/// <param name="Name">Its name without a folder: where it lay on the building machine is nobody's business.</param>
/// <param name="Text">Its text.</param>
internal sealed record SharedFile(string Name, string Text);
