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
            if (Pattern[i] is 'd' or 'M' or 'y' or 'D' or 'Y') written.Append(Part(date, Pattern[i], run));
            else if (!(Pattern[i] == '.' && i > 0 && Pattern[i - 1] == 'M' && DateNames.IsWhole(date.Month))) written.Append(Pattern, i, run);
            i += run;
        }

        return written.ToString();
    }

    private string Part(DateOnly date, char field, int length) => (field, length) switch
    {
        ('d', 1) => date.Day == 1 && Pattern.Contains("MMM", StringComparison.Ordinal) && Pattern.StartsWith('d') && Pattern.Contains(' ', StringComparison.Ordinal) ? Cased("1er", shout: false) : Number(date.Day, 1),
        ('d', 2) => Number(date.Day, 2),
        ('d', 3) => Cased(DateNames.Weekday(date.DayOfWeek)[..3]),
        ('d', _) => Cased(DateNames.Weekday(date.DayOfWeek)),
        ('M', 3) => Cased(DateNames.ShortMonth(date.Month)),
        ('M', > 3) => Cased(DateNames.Month(date.Month)),
        ('M', _) => Number(date.Month, length),
        ('y', 2) => Number(date.Year % 100, 2),
        ('y', _) => Number(date.Year, 4),
        ('D', _) => Cased(date.Day == 1 ? "premier" : NumberWords.Write(date.Day)),
        _ => Cased(NumberWords.Write(date.Year)),
    };

    private string Cased(string word, bool shout = true)
    {
        if (!Accents) word = string.Concat(word.Select(Text.LatinLetters.WithoutAccent));
        return Casing switch
        {
            DateCasing.Upper => word.ToUpperInvariant(),
            DateCasing.Title when shout => char.ToUpperInvariant(word[0]) + word[1..],
            _ => word,
        };
    }

    private static string Number(int value, int digits) => value.ToString(new string('0', digits), CultureInfo.InvariantCulture);
}

/// <summary>The case of the letters of a written date.</summary>
public enum DateCasing
{
    /// <summary><c>mars</c>.</summary>
    Lower,

    /// <summary><c>Mars</c>.</summary>
    Title,

    /// <summary><c>MARS</c>.</summary>
    Upper,
}
