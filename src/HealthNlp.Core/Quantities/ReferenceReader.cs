using HealthNlp.Text;

namespace HealthNlp.Quantities;

/// <summary>Reads what a laboratory prints after a result: a mark (H, L, ↑) and the reference interval.</summary>
internal static class ReferenceReader
{
    private const int MostParts = 3;

    /// <summary>Reads the mark and the interval after a value.</summary>
    /// <returns>The position after them.</returns>
    internal static int Read(TokenText tokens, ReadOnlySpan<char> text, Draft draft)
    {
        var end = draft.End;
        if (draft.Kind is QuantityKind.Dose or QuantityKind.Dimension or QuantityKind.Score || end >= text.Length) return end;
        for (var part = 0; part < MostParts; part++)
        {
            if (draft.Flag == QuantityInterpretation.None && TryFlag(text, end, out var flag, out var next)) draft.Flag = flag;
            else if (draft.HasReference || !TryInterval(tokens, text, end, draft, out next)) break;
            end = next;
        }

        return end;
    }

    /// <summary>The interval that fills a part of the text, such as a cell.</summary>
    internal static bool TryWhole(ReadOnlySpan<char> text, int start, out decimal? low, out decimal? high)
    {
        var enclosed = start < text.Length && text[start] is '(' or '[';
        if (!TryBounds(text, enclosed ? NumberReader.SkipSpaces(text, start + 1) : start, out low, out high, out var end)) return false;
        end = NumberReader.SkipSpaces(text, end);
        if (enclosed && (end >= text.Length || text[end++] is not (')' or ']'))) return false;
        return NumberReader.SkipSpaces(text, end) == text.Length;
    }

    private static bool TryFlag(ReadOnlySpan<char> text, int at, out QuantityInterpretation flag, out int end)
    {
        (flag, end) = (QuantityInterpretation.None, at);
        var start = NumberReader.SkipSpaces(text, at);
        if (start >= text.Length) return false;
        var enclosed = text[start] is '(' or '[';
        if (enclosed) start++;
        var wordEnd = start;
        while (wordEnd < text.Length && wordEnd - start < 8 && !char.IsWhiteSpace(text[wordEnd]) && text[wordEnd] is not (')' or ']' or ',' or ';' or '(' or '.' or ':')) wordEnd++;
        if (wordEnd == start || (!enclosed && start == at && char.IsLetter(text[start]))) return false;
        flag = QuantityWords.Flag(text[start..wordEnd]);
        if (flag == QuantityInterpretation.None) return false;
        end = wordEnd;
        if (!enclosed) return wordEnd == text.Length || text[wordEnd] != ':';
        if (end >= text.Length || text[end] is not (')' or ']')) return false;
        end++;
        return true;
    }

    private static bool TryInterval(TokenText tokens, ReadOnlySpan<char> text, int at, Draft draft, out int end)
    {
        end = at;
        var start = NumberReader.SkipSpaces(text, at);
        if (start < text.Length && text[start] is ',' or ';') start = NumberReader.SkipSpaces(text, start + 1);
        if (start >= text.Length) return false;
        var enclosed = text[start] is '(' or '[';
        if (enclosed) start = NumberReader.SkipSpaces(text, start + 1);
        var token = tokens.TokenAt(start);
        var words = token < tokens.Count && tokens.Span(token).Start == start ? QuantityWords.References.Match(tokens, token, out _) : 0;
        if (words > 0)
        {
            start = NumberReader.SkipSpaces(text, tokens.Span(token + words - 1).End);
            while (start < text.Length && text[start] is ':' or '=') start = NumberReader.SkipSpaces(text, start + 1);
        }

        if ((words == 0 && !enclosed) || !TryBounds(text, start, out var low, out var high, out end)) return false;
        if (UnitReader.TryRead(text, end, out var unit))
        {
            if (unit.Code != draft.Unit && words == 0) return false;
            end = unit.End;
        }

        if (enclosed)
        {
            end = NumberReader.SkipSpaces(text, end);
            if (end >= text.Length || text[end] is not (')' or ']')) return false;
            end++;
        }

        (draft.ReferenceLow, draft.ReferenceHigh) = (low, high);
        return true;
    }

    /// <summary>12-16, 45 à 84, [3,5 - 5,1], &lt; 5.</summary>
    private static bool TryBounds(ReadOnlySpan<char> text, int at, out decimal? low, out decimal? high, out int end)
    {
        (low, high, end) = (null, null, at);
        if (at >= text.Length) return false;
        if (text[at] is '<' or '≤' or '>' or '≥')
        {
            var number = at + 1 < text.Length && text[at + 1] == '=' ? at + 2 : at + 1;
            if (!NumberReader.TryRead(text, NumberReader.SkipSpaces(text, number), 0, out var bound)) return false;
            if (text[at] is '<' or '≤') high = bound.Value;
            else low = bound.Value;
            end = bound.End;
            return true;
        }

        if (!NumberReader.TryRead(text, at, at, out var first)) return false;
        var mark = NumberReader.SkipSpaces(text, first.End);
        if (mark >= text.Length) return false;
        var length = text[mark] == '-' ? 1 : mark > first.End && mark + 1 < text.Length && text[mark] is 'à' or 'a' or 'À' or 'A' && text[mark + 1] == ' ' ? 2 : 0;
        if (length == 0 || !NumberReader.TryRead(text, NumberReader.SkipSpaces(text, mark + length), at, out var second) || second.Value <= first.Value) return false;
        (low, high, end) = (first.Value, second.Value, second.End);
        return end + 1 >= text.Length || text[end] is not ('-' or '/') || !char.IsAsciiDigit(text[end + 1]);
    }
}
