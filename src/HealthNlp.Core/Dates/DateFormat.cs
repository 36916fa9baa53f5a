using System.Globalization;
using System.Text;

namespace HealthNlp.Dates;

/// <summary>How a date is written, so that another can be written in its place.</summary>
/// <param name="Pattern">
/// <c>d dd</c> day, <c>M MM</c> month, <c>MMM MMMM</c> its short and full name, <c>yy yyyy</c> year, <c>ddd dddd</c> weekday, <c>D Y</c> day and year in letters, all else as it
/// stands: <c>dd/MM/yyyy</c>, <c>d MMMM yyyy</c>, <c>D MMMM Y</c>.
/// </param>
/// <param name="Casing">The case of the letters.</param>
/// <param name="Accents">Whether letters have their accents (<c>FEVRIER</c> has none).</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record DateFormat(string Pattern, DateCasing Casing = DateCasing.Lower, bool Accents = true)
{
    /// <summary>Writes a date in this format. The first of a month named in letters is written <c>1er</c>.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The date in French.</returns>
    public string Write(DateOnly date)
    {
        var written = new StringBuilder();
        for (var i = 0; i < Pattern.Length;)
        {
            var run = 1;
            while (i + run < Pattern.Length && Pattern[i + run] == Pattern[i]) run++;
            if (Field(date, i, run) is { } field) written.Append(Cased(field, Pattern.AsSpan(0, i).IndexOfAny("MDY") < 0 && !Pattern.AsSpan(0, i).Contains("ddd", StringComparison.Ordinal)));
            else if (!(Pattern.AsSpan(0, i).EndsWith("MMM") && Pattern.AsSpan(i).StartsWith(". ") && DateNames.IsWhole(date.Month))) written.Append(Pattern, i, run);
            i += run;
        }

        return written.ToString();
    }

    private string? Field(DateOnly date, int at, int run) => (Pattern[at], run) switch
    {
        ('d', 1) => date.Day == 1 && Pattern.AsSpan(at).StartsWith("d MMM") ? "1er" : Number(date.Day, 1),
        ('d', 2) => Number(date.Day, 2),
        ('d', 3) => DateNames.Weekday(date.DayOfWeek)[..3],
        ('d', _) => DateNames.Weekday(date.DayOfWeek),
        ('M', 3) => DateNames.ShortMonth(date.Month),
        ('M', > 3) => DateNames.Month(date.Month),
        ('M', _) => Number(date.Month, run),
        ('y', 2) => Number(date.Year % 100, 2),
        ('y', _) => Number(date.Year, 4),
        ('D', _) => date.Day == 1 ? "premier" : NumberWords.Write(date.Day),
        ('Y', _) => NumberWords.Write(date.Year),
        _ => null,
    };

    private string Cased(string word, bool isFirst)
    {
        if (!char.IsLetter(word[0]) && Casing != DateCasing.Upper) return word;
        if (!Accents) word = string.Concat(word.Select(Text.LatinLetters.WithoutAccent));
        return Casing switch
        {
            DateCasing.Upper => word.ToUpperInvariant(),
            DateCasing.Title => Capital(word),
            DateCasing.First when isFirst => Capital(word),
            _ => word,
        };
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Number(int value, int digits) => value.ToString(new string('0', digits), CultureInfo.InvariantCulture);
}

/// <summary>The case of the letters of a written date.</summary>
public enum DateCasing
{
    /// <summary><c>mars</c>.</summary>
    Lower,

    /// <summary>Each word with a capital: <c>Mardi 12 Mars</c>.</summary>
    Title,

    /// <summary>The first word with a capital: <c>Mardi 12 mars</c>.</summary>
    First,

    /// <summary><c>MARS</c>.</summary>
    Upper,
}
