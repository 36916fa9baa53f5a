using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Parts names into first name and surname, the plain ones first, and gives a name the role that the document gave it before.</summary>
internal sealed class NameParts(TokenText text, List<Finding> findings)
{
    private readonly Dictionary<string, string> _surnames = new(StringComparer.Ordinal);
    private const int ShortestPart = 4;

    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    // How many names of the document have the surname first, less those that have it last.
    private int _habit;
    private readonly Dictionary<string, string> _firstNames = new(StringComparer.Ordinal);

    internal void Add(List<FoundName> names)
    {
        // Surnames in capitals beside a first name tell which word is what in names of one case, those in capitals last.
        foreach (var name in names.OrderBy(name => Weak(name) ? 3 : Doubt(name))) Add(name);
    }

    private static bool Weak(FoundName name) => name.Trigger.Flags == "weak";

    /// <summary>0 when case tells the surname, 1 when order does, 2 when nothing does.</summary>
    private int Doubt(FoundName name)
    {
        var (first, last) = (IsAllUpper(name.Start), IsAllUpper(name.End - 1));
        return first != last ? 0 : first ? 2 : 1;
    }

    private void Add(FoundName name)
    {
        var (start, end, trigger, role) = name;
        var (surname, surnameEnd) = trigger.Kind switch
        {
            "first" => (end, end),
            "newborn" when end - start == 1 => (end, end),
            "child" when AreFirstNames(start, end) => (end, end),
            "last" when end - start > 1 && trigger.Role == Roles.Patient && char.IsLower(text[start][^1]) && NameVocabulary.IsFirstName(text.Folded(end - 1)) && !NameReader.IsParticle(text, start) => (start, end - 1),
            "last" when end - start == 1 || trigger.Role == Roles.Other || IsUpper(start) == IsUpper(end - 1) => (start, end),
            "child" or "relative" when end - start == 1 && !(IsAllUpper(start) && trigger.Kind == "child") => (end, end),
            _ when NameWords.Joiners.Contains(text.Folded(start - 1)) && end - start == 1 => (start, end),
            _ => NameSplitter.Surname(text, start, end, IsSurname, _habit > 0 || trigger.Kind is "label" or "bare"),
        };

        // A civility says less than what the document said before of the same surname.
        var key = NameKey.Of(text, surname, surnameEnd);
        var firstEnd = surname > start && text.Folded(surname - 1) is "." or "," or "/" ? surname - 1 : surname;
        if (surnameEnd > surname && _surnames.TryGetValue(key, out var known) && role != Roles.Other)
        {
            if (Weak(name) || (trigger.Kind == "civility" && known == Roles.Patient)) role = known;
        }
        else if (surnameEnd == surname && Weak(name) && _firstNames.TryGetValue(NameKey.Of(text, start, end), out var given)) role = given;

        if (firstEnd > start) AddFirst(start, firstEnd, role);
        if (surnameEnd > surname)
        {
            _surnames.TryAdd(key, role);
            if (!Weak(name)) AddParts(key, role);
            findings.Add(new Finding(Span(surname, surnameEnd), IdentifierLabels.LastName, role));
        }

        if (IsUpper(surname < end ? surname : start) && Doubt(name) == 0 && surnameEnd - surname < end - start) _habit += surname == start ? 1 : -1;
        var rest = surnameEnd < end && text.Folded(surnameEnd) is "," or "/" ? surnameEnd + 1 : surnameEnd;
        if (rest < end) AddFirst(rest, end, role);
    }

    private bool AreFirstNames(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!NameVocabulary.IsFirstName(text.Folded(i)) || !char.IsLower(text[i][^1])) return false;
        }

        return true;
    }

    /// <summary>One of several surnames may stand alone.</summary>
    private void AddParts(string key, string role)
    {
        if (!key.Contains(' ', StringComparison.Ordinal)) return;
        foreach (var part in key.Split(' '))
        {
            if (part.Length >= ShortestPart && !NameWords.Particles.Contains(part)) _parts.TryAdd(part, role);
        }
    }

    private bool IsSurname(string key) => _surnames.ContainsKey(key) || (_parts.ContainsKey(key) && !_firstNames.ContainsKey(key));

    private void AddFirst(int start, int end, string role)
    {
        if (end - start > 0) _firstNames.TryAdd(NameKey.Of(text, start, end), role);
        _firstNames.TryAdd(text.Folded(start).ToString(), role);
        findings.Add(new Finding(Span(start, end), IdentifierLabels.FirstName, role));
    }

    /// <summary>The words without the period of an initial.</summary>
    private TextSpan Span(int start, int end)
    {
        var span = text.Span(start, end);
        return span.Length == 2 && text.Text[span.End - 1] == '.' ? new TextSpan(span.Start, span.End - 1) : span;
    }

    private bool IsUpper(int i) => !text[i].ContainsAnyInRange('a', 'z');

    private bool IsAllUpper(int i) => !text[i].ContainsAnyInRange('a', 'z') && text[i].Length > 3;
}
