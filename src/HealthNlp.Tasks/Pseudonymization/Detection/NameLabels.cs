using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>The value of a label: after a colon, a leader of points, a bar or a column, on the line or under it.</summary>
internal static class NameLabels
{
    private const int MostParenthesis = 16;

    /// <summary>The token at which the value of the label begins.</summary>
    /// <returns>-1 when the words are no label, or when a civility or a title announces the value.</returns>
    internal static int Value(TokenText text, int i, int at)
    {
        var value = Open(text, i, at);
        return value > 0 && value < text.Count && NameTrigger.Match(text, value, false, out var next) > 0 && next.Kind is "civility" or "title" ? -1 : value;
    }

    /// <summary>The token after the colon, the leader or the bar; -1 when there is none.</summary>
    internal static int Open(TokenText text, int i, int at)
    {
        var first = at;
        if (text.SameLine(i, at) && text.Folded(at) is "(" && !text.Is(at + 1, "e"))
        {
            // Personne de confiance (loi du 4 mars 2002) : ...
            var close = at + 1;
            while (close < at + MostParenthesis && text.SameLine(at, close) && text.Folded(close) is not ")") close++;
            if (text.SameLine(at, close) && text.Folded(close + 1) is ":") at = close + 1;
        }

        while (text.SameLine(i, at) && IsLeader(text[at])) at++;
        if (text.SameLine(i, at) && text.Folded(at) is ":" or "=") return text.SameLine(i, at + 1) || text.IsValueBelow(at + 1) ? at + 1 : -1;
        if (at > first && text.Span(at - 1).End - text.Span(first).Start > 1 && text.SameLine(i, at) && IsLeader(text[first])) return at;
        if (!text.IsCellStart(i) && !(text.SameLine(i, i - 1) && text.Folded(i - 1) is "|")) return -1;
        if (text.SameLine(i, at + 1) && text.Folded(at) is "|" && text.IsCapitalized(at + 1)) return at + 1;
        return at == first && text.SameLine(i, at) && text.IsCellStart(at) && text.IsCapitalized(at) && NameReader.IsNameToken(text, at) && !NameVocabulary.Contains(text.Folded(at)) && NameTrigger.Match(text, at, true, out _) == 0 ? at : -1;
    }

    /// <summary>Prénoms : Jeanne, Marie, Louise - one span, as the form has one field.</summary>
    internal static int FirstNamesEnd(TokenText text, int start)
    {
        var end = NameReader.End(text, start, LowerCase.Always);
        while (end > start && text.SameCell(start, end + 1) && text.Folded(end) is "," && text.IsCapitalized(end + 1) && NameTrigger.Match(text, end + 1, true, out _) == 0
            && NameReader.End(text, end + 1, LowerCase.Never) is var next && next > end + 1 && text.IsClauseEnd(next)) end = next;
        return end;
    }

    /// <summary>Patient : MARTIN, Jeanne or MARTIN / Jeanne.</summary>
    internal static int WithFirstName(TokenText text, int start, int end)
    {
        if (end == start || !text.SameCell(start, end + 1) || text.Folded(end) is not ("," or "/") || !text.IsCapitalized(end + 1) || !char.IsLower(text[end + 1][^1])) return end;
        if (text[end - 1].ContainsAnyInRange('a', 'z') || text[end - 1].Length < 2 || !NameReader.IsNameToken(text, end + 1)) return end;
        if (!NameVocabulary.IsFirstName(text.Folded(end + 1)) && NameVocabulary.Contains(text.Folded(end + 1))) return end;
        return NameReader.End(text, end + 1, LowerCase.Never) is var next && next > end + 1 && next < end + 4 && BareNameReader.IsEnd(text, next) ? next : end;
    }

    private static bool IsLeader(ReadOnlySpan<char> word) => word.TrimStart('.').IsEmpty || word is "…" or "_";
}
