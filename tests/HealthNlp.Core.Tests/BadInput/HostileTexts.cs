using System.Text;

namespace HealthNlp.Tests.BadInput;

/// <summary>Texts that make a careless analyser slow, each to any length.</summary>
internal static class HostileTexts
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["dots"] = ".",
        ["dashes"] = "-",
        ["underscores"] = "_",
        ["digits"] = "7",
        ["spaces"] = " ",
        ["tabs and spaces"] = " \t",
        ["thousands"] = "1 000 ",
        ["elisions"] = "a'",
        ["open parentheses"] = "(",
        ["open translocations"] = "t(8;",
        ["line feeds"] = "\n",
        ["carriage returns"] = "\r",
        ["form feeds"] = "\f",
        ["combining accents"] = "\u0301",
        ["letter under accents"] = "e\u0301\u0301\u0301",
        ["NUL"] = "\0",
        ["lone surrogates"] = "\uD83D",
        ["low surrogates"] = "\uDE42",
        ["joiners"] = "👩\u200D",
        ["flags"] = "🇫",
        ["soft hyphens"] = "\u00AD",
        ["right to left"] = "שלום עולם ",
        ["spaced letters"] = "A ",
        ["hyphenated line ends"] = "mot-\n",
        ["short lines"] = "de\n",
        ["titles"] = "Antécédents :\n",
        ["anchors"] = "CONCLUSION\n",
        ["bullets"] = "- a\n",
        ["colons"] = "Sexe : M ",
        ["dates"] = "12/03/2024",
        ["telephones"] = "01 99 00 12 34",
        ["at signs"] = "a@",
        ["dotted words"] = "a.",
        ["slashes"] = "1/",
        ["carets"] = "10^",
        ["letters and digits"] = "a1",
        ["page numbers"] = "Page 1/2\n",
        ["capital line"] = "ABC ",
        ["one word"] = "a",
        ["web addresses"] = "http://",
        ["quotes"] = "« ",
        ["times"] = "1h",
        ["multipliers"] = "2x",
        ["heights"] = "1m75",
        ["schedules"] = "1-0-",
        ["powers"] = "10e5",
        ["inversions"] = "a-t-il",
        ["micrograms"] = "3μg/",
        ["initials"] = "M. ",
        ["abbreviations"] = "cf.",
        ["dated lines"] = "10.10.2010 : a\n",
        ["unknown titles"] = "ABC DEF\n",
        ["page references"] = "voir page 2/5 ",
        ["signatures"] = "Dr A. Lenoir\n",
        ["repeated headers"] = "Hôpital A\n\f",
        ["Latin numbers"] = "I. ",
        ["numbering"] = "1.1.",
        ["apostrophes"] = "'",
        ["closing parentheses"] = ")",
        ["closed sentences"] = ".)",
    };

    internal static IEnumerable<string> Names => Units.Keys;

    internal static string Make(string name, int length)
    {
        var unit = Units[name];
        var text = new StringBuilder(length + unit.Length);
        while (text.Length < length) text.Append(unit);
        text.Length = length;
        return text.ToString();
    }
}
