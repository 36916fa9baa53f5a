using HealthNlp.Dates;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Which dates are of the patient's birth: announced, below the title of a column, or in a line of identity beside a name, an age, a sex or a number.</summary>
internal sealed class BirthDates
{
    private const int LongestGap = 12;
    private const int LongestPlace = 9;
    private const int KinReach = 6;
    private const int LeastAge = 10;

    private readonly TokenText _text;
    private readonly HashSet<int> _nameEnds = [];
    private readonly HashSet<int> _cells = [];
    private readonly int _latest;

    internal BirthDates(TokenText text, IReadOnlyList<Finding> names, IEnumerable<WrittenParts> dates)
    {
        _text = text;
        foreach (var name in names)
        {
            if (name.Role == Roles.Patient) _nameEnds.Add(name.Span.End);
        }

        foreach (var (title, cell) in TableColumns.Read(text, title => DateLabelWords.BirthTitles.Contains(title)))
        {
            if (DateLabelWords.BirthTitles.Contains(title)) _cells.Add(cell.Start);
        }

        foreach (var parts in dates)
        {
            if (parts.HasWholeYear && parts.Year <= WrittenDate.LastYear) _latest = Math.Max(_latest, parts.Year!.Value);
        }
    }

    /// <summary>The year of a birth; one of two digits is no later than the other dates.</summary>
    internal int YearOf(WrittenParts parts)
    {
        if (parts.YearDigits != 2) return parts.Year ?? 0;
        return 2000 + parts.Year!.Value <= (_latest > 0 ? _latest : WrittenDate.LastYear) ? 2000 + parts.Year.Value : 1900 + parts.Year.Value;
    }

    /// <summary>Whether the same date elsewhere is that of the birth too: not when it may be the event of the report.</summary>
    internal bool IsLongAgo(WrittenParts parts) => parts.IsWhole && _latest - YearOf(parts) >= 2;

    internal bool Has(int i, TextSpan span, WrittenParts parts) => _cells.Contains(span.Start) || IsAnnounced(i, _latest - YearOf(parts) is >= 3 and < 130) || (parts.IsWhole && IsIdentity(i, span, YearOf(parts)));

    /// <summary>Whether a label of birth stands just before.</summary>
    internal bool IsLabelled(int i) => IsAnnounced(i, isOld: true);

    private bool IsAnnounced(int i, bool isOld)
    {
        var at = i - 1;
        while (IsWithin(at, i) && i - at < LongestGap && (IsMark(at) || DateLabelWords.BirthGap.Contains(_text.Folded(at))) && !DateLabelWords.Birth.Contains(_text.Folded(at))) at--;
        if (!IsWithin(at, i)) return false;
        if (!DateLabelWords.Birth.Contains(_text.Folded(at))) at = BeforePlace(at, i);
        if (at < 0) return false;

        // "naissance le 3 mai" is the event of the report, "date de naissance" that of the patient.
        var said = !_text.Is(at, "naissance") || _text.Is(at - 1, "de") || (_text.SameLine(at, at + 1) && (IsMark(at + 1) || _text.Folded(at + 1) is ":" or "|" or "=" || _text.Span(at + 1).Start - _text.Span(at).End > 1));
        return said && (_text.IsRawLineStart(at) || !_text.IsBefore(at, 1, DateLabelWords.NotBirth) || (isOld && _text.Is(at - 1, "est"))) && !IsOfKin(at);
    }

    private bool IsWithin(int at, int i) => _text.SameLine(at, i) || (_text.IsNextLine(i) && _text.SameLine(at, i - 1));

    private bool IsMark(int at) => at >= 0 && at < _text.Count && _text.Folded(at).IndexOfAnyExcept('.', '_') < 0;

    /// <summary>né in "né à Lyon (69) le"; -1 when no place stands between.</summary>
    private int BeforePlace(int at, int i)
    {
        var informal = at == i - 1;
        for (var j = at; j > at - LongestPlace && IsWithin(j, i); j--)
        {
            if (_text.Folded(j) is "ne" or "nee") return _text.Folded(j + 1) is "a" or "au" or "aux" or "en" ? j : -1;
            if (informal && _text.Folded(j) is "depuis" or ",") return -1;
            if (!_text.IsCapitalized(j) && !(informal && j > i - 5) && _text.Kind(j) != TokenKind.Number && _text.Folded(j) is not ("(" or ")" or "-" or "," or "/" or "sur" or "de" or "la" or "les" or "en" or "l'" or "d'" or "a" or "au" or "aux" or "des" or "du" or "do" or "da" or "dos" or "di" or "del" or "el" or "al" or "ben")) return -1;
        }

        return -1;
    }

    /// <summary>son fils Paul, né le: another person's.</summary>
    private bool IsOfKin(int at)
    {
        for (var j = at - 1; j >= at - KinReach && _text.SameLine(j, at) && _text.Folded(j) is not ("." or ";" or ":" or "|"); j--)
        {
            if (DateLabelWords.Kin.Contains(_text.Folded(j))) return true;
            if (_text.Folded(j) is "mme" or "madame" or "monsieur" or "patient" or "patiente") return false;
        }

        return false;
    }

    private bool IsIdentity(int i, TextSpan span, int year)
    {
        var before = i - 1;
        for (var k = 0; k < 2 && _text.SameLine(before, i) && IsLink(before); k++) before--;
        var after = _text.TokenAt(span.End);
        for (var k = 0; k < 3 && _text.SameLine(i, after) && IsLink(after); k++) after++;
        if (IsAge(before, i, year) || IsAgeAfter(after, i, year)) return true;
        var age = _latest - year;
        if (age < 1) return false;
        if (_text.Is(before + 1, ".") && !DateLabelWords.Numbers.Contains(_text.Folded(after))) return false;
        var named = _text.SameLine(before, i) && _nameEnds.Contains(_text.Span(before).End);
        var followed = _text.SameLine(i, after) && (DateLabelWords.Numbers.Contains(_text.Folded(after)) || IsSex(after) || IsNumber(after));
        return (named && (followed || age >= LeastAge)) || (followed && !IsNumber(after) && _text.SameLine(i - 1, i)) || (_text.SameLine(before, i) && IsSex(before) && age >= 1);
    }

    private bool IsLink(int at) => _text.Folded(at) is "(" or ")" or "," or "." or "/" or ";" or "|" or "-" or "–" or "—" or "·" or "[" or "]";

    /// <summary>A sex as a field of its own: M, F, H.</summary>
    private bool IsSex(int at) =>
        DateLabelWords.Sexes.Contains(_text.Folded(at)) && (_text[at].Length > 1 || (char.IsUpper(_text[at][0]) && (!_text.SameLine(at, at + 1) || IsLink(at + 1) || _text.Span(at + 1).Start - _text.Span(at).End > 1 || _text.Kind(at + 1) is TokenKind.Date or TokenKind.Number)));

    private bool IsNumber(int at) => at < _text.Count && _text.Kind(at) == TokenKind.Number && _text[at].Length >= 6 && _text[at].IndexOfAnyExceptInRange('0', '9') < 0;

    private bool IsAge(int at, int i, int year)
    {
        if (_text.SameLine(at, i) && _text.Is(at, ")")) at--;
        return _text.SameLine(at - 1, i) && DateLabelWords.Ages.Contains(_text.Folded(at)) && IsAgeOf(at - 1, at, year);
    }

    private bool IsAgeAfter(int at, int i, int year) => _text.SameLine(i, at + 1) && DateLabelWords.Ages.Contains(_text.Folded(at + 1)) && IsAgeOf(at, at + 1, year);

    private bool IsAgeOf(int number, int unit, int year)
    {
        if (!int.TryParse(_text[number], null, out var age)) return false;
        if (_text.Is(unit, "mois")) age /= 12;
        return _latest > 0 && Math.Abs(_latest - year - age) <= 2;
    }
}
