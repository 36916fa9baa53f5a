using System.Text;
using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>The parts of an absolute date, as they are written.</summary>
internal sealed record WrittenParts
{
    internal int? Year { get; init; }

    internal int YearDigits { get; init; }

    internal int? Month { get; init; }

    internal int? Day { get; init; }

    internal Season? Season { get; init; }

    internal DatePart Part { get; init; }

    /// <summary>Days after Easter, of a feast that moves.</summary>
    internal int? AfterEaster { get; init; }

    internal DateFormat? Format { get; init; }

    /// <summary>Whether the year stands in the text, with all its digits.</summary>
    internal bool HasWholeYear => YearDigits == 4;

    internal bool IsWhole => Day is not null && Month is not null && YearDigits is 2 or 4 && Problem == DateProblem.None;

    /// <summary>What the calendar says against the parts, whatever year is inferred.</summary>
    internal DateProblem Problem =>
        YearDigits == 3 ? DateProblem.YearCutShort
        : Month is 0 or > 12 ? DateProblem.NoSuchMonth
        : Day is 0 || Day > DateTime.DaysInMonth(HasWholeYear && Year > 0 ? Year.Value : LeapYear, Month ?? 1) ? DateProblem.NoSuchDay
        : HasWholeYear && Year is 0 ? DateProblem.NoSuchDay
        : DateProblem.None;

    private const int LeapYear = 2000;
}

/// <summary>Reads the parts of a date whose place is found, and the pattern that they are written in. One walk over its characters.</summary>
internal sealed class PartsReader
{
    private readonly TokenText _text;
    private readonly TextSpan _span;
    private readonly List<(int Value, int Digits, int At)> _numbers = [];
    private readonly StringBuilder _pattern = new();
    private int _at;
    private int _monthAt = -1;
    private int? _month;
    private Season? _season;
    private int? _wordDay;
    private int? _wordYear;
    private (int Start, int End) _letters = (-1, -1);
    private (int Start, int End) _lastLetters = (-1, -1);

    private PartsReader(TokenText text, TextSpan span) => (_text, _span, _at) = (text, span, span.Start);

    internal static WrittenParts Read(TokenText text, TextSpan span, bool isDay)
    {
        if (Feast(text, span) is { } feast) return feast;
        var reader = new PartsReader(text, span);
        while (reader._at < span.End) reader.Piece();
        return reader.Parts(isDay);
    }

    private ReadOnlySpan<char> Folded(int start, int end) => _text.FoldedText.AsSpan(start, end - start);

    private void Piece()
    {
        var start = _at;
        while (_at < _span.End && char.IsLetterOrDigit(_text.Text[_at])) _at++;
        if (_at == start)
        {
            var c = _text.Text[_at++];
            _pattern.Append(char.IsWhiteSpace(c) ? ' ' : c);
            return;
        }

        var run = Folded(start, _at);
        if (run.IndexOfAnyExceptInRange('0', '9') < 0) Number(run);
        else if (run is "1er") Number("1");
        else if (NumberInWords(start)) return;
        else if (DateWords.WeekdayNumber(run) >= 0 && _numbers.Count == 0 && _month is null) Word(start, run.Length > 3 ? "dddd" : "ddd");
        else if (DateWords.SeasonOf(run) is { } season) (_season, _) = (season, Word(start, "?"));
        else if (DateWords.MonthNumber(run) is > 0 and var month)
        {
            (_month, _monthAt) = (month, _numbers.Count);
            Word(start, DateWords.Months.Contains(run) ? "MMMM" : "MMM");
        }
        else if (run.Length <= 4) Misread(run);
    }

    private void Number(scoped ReadOnlySpan<char> digits)
    {
        _numbers.Add((int.Parse(digits[..Math.Min(8, digits.Length)], null), digits.Length, _pattern.Length));
        _pattern.Append('#');
    }

    private bool Word(int start, string pattern)
    {
        _pattern.Append(pattern);
        if (_letters.Start < 0) _letters = (start, _at);
        _lastLetters = (start, _at);
        return true;
    }

    private void Misread(scoped ReadOnlySpan<char> run)
    {
        Span<char> digits = stackalloc char[run.Length];
        for (var i = 0; i < run.Length; i++) digits[i] = char.IsAsciiDigit(run[i]) ? run[i] : DateWords.Misread(run[i]);
        if (!digits.Contains('\0')) Number(digits);
    }

    /// <summary>The day or the year in letters.</summary>
    private bool NumberInWords(int start)
    {
        var token = _text.TokenAt(start);
        if (token >= _text.Count || _text.Span(token).Start != start || NumberWords.Read(_text, token, out var next) is not (> 0 and var value)) return false;
        var isYear = value >= WrittenDate.FirstBirthYear;
        if (isYear ? _wordYear is not null : value > 31 || next >= _text.Count || !DateWords.Months.Contains(_text.Folded(next))) return false;
        if (isYear) _wordYear = value;
        else _wordDay = value;
        _at = Math.Min(_span.End, _text.Span(next - 1).End);
        return Word(start, isYear ? "Y" : "D");
    }

    private WrittenParts Parts(bool isDay)
    {
        var (day, month, year) = (-1, -1, -1);
        var count = _numbers.Count;
        if (_month is not null || _season is not null || _wordYear is not null)
        {
            if (count > 0 && _monthAt > 0) day = 0;
            if (count > Math.Max(0, _monthAt)) year = count - 1;
        }
        else if (count >= 3) (day, month, year) = _numbers[0].Digits == 4 ? (2, 1, 0) : (0, 1, 2);
        else if (count == 2) (day, month, year) = _numbers[1].Digits == 4 || (_numbers[1].Value > 12 && _numbers[0].Value <= 12) ? (-1, 0, 1) : (0, 1, -1);
        else if (count == 1 && _numbers[0].Digits == 8) return Compact(_numbers[0].Value);
        else if (count == 1 && isDay) day = 0;
        else if (count == 1) year = 0;
        return new WrittenParts
        {
            Day = _wordDay ?? Value(day),
            Month = _month ?? Value(month),
            Year = _wordYear ?? Value(year),
            YearDigits = _wordYear is not null ? 4 : year >= 0 ? _numbers[year].Digits : 0,
            Season = _season,
            Format = _season is null ? Format(day, month, year) : null,
        };
    }

    private int? Value(int number) => number >= 0 ? _numbers[number].Value : null;

    private static WrittenParts Compact(int digits)
    {
        var yearFirst = digits / 10000 is >= WrittenDate.FirstBirthYear and <= WrittenDate.LastYear && digits / 100 % 100 <= 12;
        return new WrittenParts
        {
            Year = yearFirst ? digits / 10000 : digits % 10000,
            Month = yearFirst ? digits / 100 % 100 : digits / 10000 % 100,
            Day = yearFirst ? digits % 100 : digits / 1000000,
            YearDigits = 4,
            Format = new DateFormat(yearFirst ? "yyyyMMdd" : "ddMMyyyy"),
        };
    }

    private DateFormat Format(int day, int month, int year)
    {
        // A number of one digit beside one of two says that zeros are left out: 12/3 is d/M.
        var short1 = (day >= 0 && _numbers[day].Digits == 1) || (month >= 0 && _numbers[month].Digits == 1);
        var pattern = new StringBuilder();
        var number = 0;
        foreach (var c in _pattern.ToString())
        {
            if (c != '#') pattern.Append(c);
            else if (number == day) pattern.Append(short1 || (_month is not null && _numbers[day] is { Value: > 9 }) ? "d" : "dd");
            else if (number == month) pattern.Append(short1 ? "M" : "MM");
            else pattern.Append(_numbers[number].Digits == 2 ? "yy" : "yyyy");
            if (c == '#') number++;
        }

        return new DateFormat(pattern.ToString(), Casing(), HasAccents());
    }

    private DateCasing Casing()
    {
        if (_letters.Start < 0 || !char.IsUpper(_text.Text[_letters.Start])) return _lastLetters.Start >= 0 && char.IsUpper(_text.Text[_lastLetters.Start]) ? DateCasing.Title : DateCasing.Lower;
        if (char.IsUpper(_text.Text[_letters.End - 1])) return DateCasing.Upper;
        return char.IsUpper(_text.Text[_lastLetters.Start]) ? DateCasing.Title : DateCasing.First;
    }

    /// <summary>Whether the name of a month that has an accent is written with it.</summary>
    private bool HasAccents()
    {
        if (_month is not (2 or 8 or 12) || _lastLetters.Start < 0) return true;
        for (var i = _span.Start; i < _span.End; i++)
        {
            if (_text.Text[i] > '\u007F' && char.IsLetter(_text.Text[i])) return true;
        }

        return false;
    }

    private static WrittenParts? Feast(TokenText text, TextSpan span)
    {
        var token = text.TokenAt(span.Start);
        if (!char.IsLetter(text.Text[span.Start]) || token >= text.Count || DateWords.Feasts.Match(text, token, out var day) == 0) return null;
        var last = text.Text.AsSpan(Math.Max(span.Start, span.End - 4), Math.Min(4, span.Length));
        int? year = int.TryParse(last, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var written) ? written : null;
        var parts = new WrittenParts { Year = year, YearDigits = year is null ? 0 : 4 };
        var mark = day.IndexOfAny(['-', '+']);
        if (day.StartsWith("easter", StringComparison.Ordinal)) return parts with { AfterEaster = mark < 0 ? 0 : int.Parse(day.AsSpan(mark + 1), null) };
        return parts with { Month = int.Parse(day.AsSpan(0, mark), null), Day = int.Parse(day.AsSpan(mark + 1), null) };
    }
}
