using System.Globalization;
using System.Text;

namespace PlanAnalyzers.Model;

/// <summary>The names that the platforms and engines of a site have as fields of a galaxy: their tag names, as far as C# allows.</summary>
public sealed class SiteNames
{
    /// <summary>The name of the field with the System Management Server, which has no tag name.</summary>
    public const string Sms = "Sms";

    /// <summary>What means something else in a galaxy or a plan that is written with these names.</summary>
    private static readonly string[] Taken =
    [
        Sms, "_", "plan", "part", "Define", nameof(PlanAnalyzers), "Galaxy", "UpgradePlan", "Plan",
        nameof(Platform), nameof(AppEngine), nameof(SystemManagementServer), nameof(SystemPlatform), nameof(ForcedDeployment),
        "Fingerprint", "Validated", "CreateStateMachine", "RunAsync", "Transitions",
        nameof(Equals), nameof(ReferenceEquals), nameof(GetHashCode), nameof(GetType), nameof(ToString), nameof(MemberwiseClone), "Finalize",
    ];

    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names the objects of a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="galaxy">The name of the class that is to declare them.</param>
    public SiteNames(Site site, string galaxy)
    {
        // Fields that differ in case alone would be told apart by the compiler and by nobody else.
        var used = new HashSet<string>(Taken, StringComparer.OrdinalIgnoreCase) { galaxy, PlanOf(galaxy) };
        foreach (var item in site.Objects)
        {
            var wanted = Identifier(item.TagName);
            var name = wanted;
            for (var i = 2; !used.Add(name); i++)
            {
                name = $"{wanted}_{i.ToString(CultureInfo.InvariantCulture)}";
            }

            names.Add(item.TagName, name);
        }
    }

    /// <summary>The name of a platform or an engine.</summary>
    public string this[SiteObject item] => names[item.TagName];

    /// <summary>The name of the class with the upgrade plan of a galaxy.</summary>
    public static string PlanOf(string galaxy) => galaxy + "Upgrade";

    /// <summary>A tag name with what C# does not allow in a name replaced.</summary>
    public static string Identifier(string tagName)
    {
        var name = new StringBuilder();
        foreach (var letter in Composed(tagName))
        {
            if (CSharpText.IsLetter(letter))
            {
                name.Append(letter);
            }
            else if (name.Length > 0 && name[name.Length - 1] != '_')
            {
                name.Append('_');
            }
        }

        var text = name.ToString().TrimEnd('_');
        return text.Length == 0 ? "Unnamed"
            : CSharpText.IsIdentifier(text) ? text
            : CSharpText.IsKeyword(text) ? text + "_"
            : "_" + text;
    }

    /// <summary>An umlaut may be written as two letters, of which C# takes one; half a letter cannot be composed.</summary>
    private static string Composed(string text)
    {
        try
        {
            return text.Normalize();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
