using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>Numbers in letters: quinze, vingt et un, mille neuf cent quatre-vingt-dix-huit.</summary>
internal static class NumberWords
{
    private const int MostTokens = 10;

    /// <summary>The number that begins at a token; -1 when none does.</summary>
    internal static int Read(TokenText text, int i, out int end)
    {
        end = i;
        var (total, group) = (0, 0);
        var read = false;
        for (var at = i; at < text.Count && at - i < MostTokens && text.SameLine(i, at); at++)
        {
            if (text.Kind(at) is TokenKind.Number) break;
            var word = text.Folded(at);
            if (word is "et" && read) continue;
            if (!Add(word, ref total, ref group)) break;
            (read, end) = (true, at + 1);
        }

        return read ? total + group : -1;
    }

    /// <summary>Adds the parts of a word such as quatre-vingt-dix-huit; nothing when one is no number.</summary>
    internal static bool Add(ReadOnlySpan<char> word, ref int total, ref int group)
    {
        var (newTotal, newGroup) = (total, group);
        foreach (var range in word.Split('-'))
        {
            var part = word[range];
            if (part is "et") continue;
            var value = DateWords.NumberOf(part);
            if (value < 0) return false;
            if (value == 1000) (newTotal, newGroup) = (newTotal + (Math.Max(1, newGroup) * 1000), 0);
            else if (value == 100) newGroup = Math.Max(1, newGroup) * 100;

            // quatre-vingts, and no other number before vingt
            else if (value == 20 && newGroup % 100 == 4) newGroup += 76;
            else newGroup += value;
            if (newTotal > 9000) return false;
        }

        (total, group) = (newTotal, newGroup);
        return true;
    }

    /// <summary>A number from 1 to 9,999 in letters.</summary>
    internal static string Write(int value)
    {
        if (value >= 1000) return Join(value / 1000 == 1 ? "mille" : DateWords.NumberName(value / 1000) + " mille", value % 1000);
        if (value >= 100) return Join(value / 100 == 1 ? "cent" : DateWords.NumberName(value / 100) + " cent", value % 100);
        if (value < 17 || (value < 70 && value % 10 == 0)) return DateWords.NumberName(value);
        if (value < 20) return "dix-" + DateWords.NumberName(value - 10);
        var (tens, rest) = value < 70 ? (value / 10 * 10, value % 10) : value < 80 ? (60, value - 60) : (80, value - 80);
        var name = tens == 80 ? "quatre-vingt" : DateWords.NumberName(tens);
        if (rest == 0) return name;
        return tens < 80 && rest is 1 or 11 ? $"{name} et {Write(rest)}" : $"{name}-{Write(rest)}";
    }

    private static string Join(string first, int rest) => rest == 0 ? first : $"{first} {Write(rest)}";
}
