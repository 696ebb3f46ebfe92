using System.Text.RegularExpressions;

namespace PlanAnalyzers
{
    /// <summary>The releases of AVEVA System Platform, oldest first, so that they compare with <c>&lt;</c>.</summary>
    public enum SystemPlatform
    {
        /// <summary>2014 R2 SP1.</summary>
        V2014R2SP1,

        /// <summary>2017.</summary>
        V2017,

        /// <summary>2017 Update 3.</summary>
        V2017U3,

        /// <summary>2020.</summary>
        V2020,

        /// <summary>2020 R2.</summary>
        V2020R2,

        /// <summary>2020 R2 SP1.</summary>
        V2020R2SP1,

        /// <summary>2023.</summary>
        V2023,

        /// <summary>2023 R2: from here on redundant nodes need a System Management Server.</summary>
        V2023R2,

        /// <summary>2023 R2 SP1: from here on there is CPU load balancing of redundant engines.</summary>
        V2023R2SP1,

        /// <summary>2023 R2 SP2.</summary>
        V2023R2SP2,
    }
}

namespace PlanAnalyzers.Model
{
    /// <summary>The releases in the vendor's words.</summary>
    public static class SystemPlatformText
    {
        /// <summary>The release as the vendor writes it: <c>2020 R2 SP1</c> for <see cref="SystemPlatform.V2020R2SP1"/>.</summary>
        public static string Text(this SystemPlatform version) =>
            Regex.Replace(
                version.ToString().TrimStart('V'),
                "(?<=[0-9])(R|SP|U)",
                part => part.Value == "U" ? " Update " : " " + part.Value,
                RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1));

        /// <summary>The generation that a release belongs to, counted from 0: 2014, 2017, 2020, 2023.</summary>
        internal static int Generation(this SystemPlatform version) => version switch
        {
            < SystemPlatform.V2017 => 0,
            < SystemPlatform.V2020 => 1,
            < SystemPlatform.V2023 => 2,
            _ => 3,
        };
    }
}
