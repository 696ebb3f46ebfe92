namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <content>Numbers, letters and texts.</content>
internal static partial class LanguageCases
{
    public static readonly LanguageCase[] Numbers =
    [
        new(
            "Small integers are ints in arithmetic and wrap where they are assigned",
            """
            byte b = 250; sbyte s = 100; short h = 30000; ushort u = 65000; char c = 'z'; uint w = 4000000000; long l = 1L << 40; ulong x = ulong.MaxValue; int i = int.MaxValue;
            b += 10; s += 100; h += 10000; u++; c++; w += 500000000; i++; x++; l *= 2;
            Say($"{b} {(s == -56)} {h == -25536} {u} {c} {(int)c} {w} {l} {i == int.MinValue} {x}");
            b = 255; b++; u = 0; u--; byte q = (byte)(b - 1); b--;
            Say($"{b} {u} {q} {b << 4} {(byte)(b << 4)} {b >> 1} {(b ^ 1)} {~b == -256} {(byte)~b}");
            """),
        new(
            "Promotion: int with uint is long, long with ulong does not mix, char is a number",
            """
            int minus = -1; uint one = 1; long big = 5; char letter = 'a'; byte small = 200; ushort us = 3;
            Say($"{(minus + one) == 0L} {(minus < one)} {big * one} {letter + 1} {(char)(letter + 1)} {letter < 'b'} {letter + letter} {"" + letter + letter} {letter + "b"} {small + us} {small * small} {(byte)(small * 2)}");
            Say($"{1 + 2 + "x" + 1 + 2} {'a' + 'b' + "c"} {"c" + 'a' + 'b'} {1 + 'a'} {(int)'A'} {(char)66} {'x' - 'a'} {(letter | 1)} {letter++} {letter}");
            """),
        new(
            "Division and remainder round towards zero, shifts use the low bits of the count",
            """
            int a = -7, b = 2, n = 33; long l = -7; uint u = 0x80000000; int neg = int.MinValue;
            Say($"{a / b == -3} {a % b == -1} {-a / b} {-a % b} {(a >> 1) == -4} {(a >>> 28)} {1 << n} {1L << n} {u >> 31} {u >>> 4} {(int)u == neg} {(uint)neg} {l / 2 == -3} {l >>> 60} {(l >> 1) == -4} {1u << 31} {1UL << 63}");
            """),
        new(
            "Conversions between all widths, checked and not",
            """
            long big = 0x1_2345_6789; int i = -2; double d = 3.9; uint u = uint.MaxValue; short s = -1;
            Say($"{(int)big} {(short)big} {(byte)big} {(char)big == '\u6789'} {(uint)i} {(ulong)i} {(byte)i} {(int)d} {(int)-d == -3} {(int)u == -1} {(long)u} {(ushort)s} {(uint)s} {(ulong)s} {(char)65.7} {checked((byte)200)}");
            """),
        new(
            "checked belongs to what stands in it and not to what is called from it",
            """
            int max = int.MaxValue;
            checked { Say($"{Next(max) == int.MinValue} {unchecked(max + 1) == int.MinValue}"); Func<int, int> f = n => n; Say($"{f(max)}"); }
            unchecked { Say($"{(byte)(max + 2)} {checked(max - 1)}"); }
            """,
            "static int Next(int n) => n + 1;"),
        new(
            "Unsigned and small operators",
            """
            uint a = 5, b = 7; ulong c = 5, d = 7; ushort e = 5; sbyte f = -5; long g = 5;
            Say($"{a - b} {c - d} {-(long)a == -5} {-e == -5} {-f} {+f == -5} {~a} {~c} {~e == -6} {~f} {-g == -5} {!(a > b)} {a & b} {a | b} {a ^ b} {c & d} {(e & 4)} {f / 2 == -2} {(byte)f} {a / 2} {a % 2} {-a == -5L}");
            """),
        new(
            "Numbers of Math",
            """Say($"{Math.Max(3, 8)} {Math.Min(3L, 8L)} {Math.Abs(-4)} {Math.Sign(5)} {Math.Clamp(15, 0, 10)} {Math.Max((byte)3, (byte)8)}");"""),
        new(
            "Enums and flags",
            """
            var both = Side.Left | Side.Right; var none = both & ~Side.Left & ~Side.Right; Small small = (Small)2;
            Say($"{both == (Side)3} {both.HasFlag(Side.Left)} {none} {(int)both} {Side.Left < Side.Right} {(Side)1} {both ^ Side.Left} {small} {(int)Small.C} {Small.B + 1} {Small.C - Small.A} {(Small)1 == Small.B} {Side.Left is Side.Left or Side.Right} {Side.Top.ToString()} {nameof(Side.Top)}");
            var next = Small.A; next++; next += 1;
            Say($"{next} {(byte)next} {next switch { Small.A => "a", > Small.B => "over b", _ => "b" }} {both} {(Side)8 == 0} {both.ToString()}");
            """,
            "",
            "[Flags] enum Side { None, Left = 1, Right = 2, Top = 4 } enum Small : byte { A, B, C }"),
        new(
            "Interpolation with widths and formats",
            """"
            int n = 7; string s = "ab"; char c = 'x'; bool t = true; string? none = null; long l = 255;
            Say($"[{n,4}] [{n,-4}] [{s,5}] [{s,-5}] [{c,2}] [{t}] [{none}] [{none,3}] [{n:00}] [{n:D3}] [{l:X}] [{l:x4}] [{n,5:000}] {{}} {{{n}}}");
            Say($"{n} \"quoted\" {{{s}}}" + @"C:\new" + $@"{s}\{n}" + "tab\there" + '\'' + "\u0041" + $"{(t ? "yes" : "no")}" + $"{$"{n}"}");
            Say($"""{n} "raw" {s}""");
            """"),
        new(
            "Texts are taken apart and put together",
            """
            var text = "AOS-01,AOS-02,,GR-01";
            var parts = text.Split(',');
            Say($"{parts.Length} {parts[1]} {parts[2].Length} {text[0]} {text[^1]} {text[..3]} {text[4..6]} {text.Substring(7, 3)} {text.IndexOf('-')} {text.Replace("AOS", "X")} {string.Join("|", parts)}");
            Say($"{text.Contains("GR")} {text.StartsWith("AOS", StringComparison.Ordinal)} {text.EndsWith('1')} {"  x ".Trim()}. {"ab".PadLeft(4, '.')} {"ab".PadRight(4, '.')} {"aBc".ToUpperInvariant()} {"aBc".ToLowerInvariant()} {string.IsNullOrEmpty("")} {string.IsNullOrWhiteSpace(" ")}");
            Say($"{new string('x', 3)} {string.Concat("a", "b", "c")} {string.Concat(parts)} {"abcabc".LastIndexOf('b')} {"abc".Insert(1, "X")} {"abc".Remove(1)} {"xxabxx".Trim('x')} {"xxab".TrimStart('x')} {"abxx".TrimEnd('x')} {string.Join(',', new[] { 1, 2 })} {string.Join("-", 1, "a", 'c')} {"a,b;c".Split(',', ';').Length} {"a--b".Split("--")[1]} {"a, ,b".Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length}");
            Say($"{string.Equals("a", "A", StringComparison.OrdinalIgnoreCase)} {"abc".IndexOf("c", StringComparison.Ordinal)} {"abc".ToCharArray().Length} {char.IsDigit('4')} {char.IsLetter('x')} {char.ToUpperInvariant('q')} {"a" + null + "b"} {"Zürich".Length} {"abc".Contains('b')} {"abc".Equals("ABC", StringComparison.OrdinalIgnoreCase)} {string.Empty.Length} {char.IsUpper('A')} {(char)('a' + 2)}");
            """),
        new(
            "Loops over letters",
            """
            var count = 0; var reversed = "";
            foreach (var letter in "level-1") { if (letter is >= 'a' and <= 'z') count++; reversed = letter + reversed; }
            for (var c = 'a'; c <= 'e'; c++) { reversed += c; }
            Say($"{count} {reversed} {"abc".Select(c => (char)(c + 1)).ToArray().Length} {new string("abc".Reverse().ToArray())} {string.Concat("cab".OrderBy(c => c))} {"abc".Sum(c => c - 'a')}");
            """),
        new(
            "Numbers as texts",
            """
            int n = 42; byte b = 7; long l = 1234567890123; uint u = 9; var sb = "";
            sb += n; sb += b; sb += 'c'; sb += true;
            Say(sb + l + u + n.ToString() + 5.ToString() + (n, b) + (1, "x") + n.ToString("D5") + (Wide)3 + new { A = 1 }.A + string.Concat(n, b));
            Say($"{n.ToString(System.Globalization.CultureInfo.InvariantCulture)} {(-n).ToString(System.Globalization.CultureInfo.InvariantCulture)}");
            """,
            "",
            "enum Wide : long { X = 3 }"),
        new(
            "Compound assignment of every kind",
            """
            int x = 10; x += 5; x -= 3; x *= 4; x /= 5; x %= 7; x <<= 3; x >>= 1; x |= 3; x &= ~2; x ^= 0xF; x >>>= 1;
            long y = x; y += x; y -= 'a'; y <<= 2; uint z = 1; z <<= 5; z += 3; bool t = true; t &= false; t |= true; t ^= true;
            string s = "a"; s += 1; s += 'b'; s += null; s += x; char c = 'a'; c += (char)2; double half = 1; half += 0.5;
            Say($"{x} {(ulong)y} {z} {t} {s} {c} {half > 1.4}");
            """),
        new(
            "Real numbers are known where they do not depend on the machine",
            """
            double d = 7; float f = 1.5f; decimal m = 1.10m;
            Say($"{(int)(d / 2)} {d > 6.5} {(int)f} {(int)(f * 2)} {d == 7} {(long)(d * 1000)} {(int)Math.Floor(3.7)} {(int)Math.Ceiling(3.2)}");
            """),
    ];
}
