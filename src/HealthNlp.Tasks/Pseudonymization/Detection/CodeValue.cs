using System.Buffers;
using HealthNlp.Dates;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Reads the value of an identifier: groups of digits and letters, parted by a mark or, when short, by a space. A word is no part of it, nor is a date.</summary>
internal static class CodeValue
{
    internal static readonly SearchValues<char> LikeDigits = SearchValues.Create("0123456789OoIlSB");

    private const int LongestCode = 40;
    private const int LongestSpaced = 5;
    private const int LongestLetters = 5;
    private const int FewestDigits = 4;
    private const int YearLength = 4;

    /// <summary>The end of the value that begins at a position; 0 when there is none.</summary>
    internal static int End(TokenText text, int start)
    {
        var (end, digits, letters) = Read(text, start);
        if (end == 0) return 0;
        var enough = digits >= FewestDigits || (digits >= 3 && letters > 0 && digits + letters >= 5) || (digits >= 2 && letters >= LongestLetters);
        var shape = WrittenDate.Read(text.Text, start, out var date);
        var isDate = (shape is DateShape.MonthYear or DateShape.Pair && date == end) || (shape == DateShape.Pair && text.Text[date] == ' ');
        return !enough || isDate || IsYear(text.Text.AsSpan(start, end - start)) || IsMeasured(text, end) ? 0 : end;
    }

    /// <summary>Whether a value is no plain count or measure: many digits, or digits with a mark or letters.</summary>
    internal static bool IsStrong(ReadOnlySpan<char> code)
    {
        var (digits, others, spaced) = (0, 0, false);
        foreach (var c in code)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsAsciiLetterUpper(c) || c is '-' or '/' or '_') others++;
            else if (c is ' ' && digits == 0) spaced = true;
        }

        return digits >= 6 || (!spaced && others > 0 && digits >= FewestDigits && !(code.Length <= 9 && code.Count('/') == 1 && others == 1));
    }

    private static (int End, int Digits, int Letters) Read(TokenText text, int start)
    {
        ReadOnlySpan<char> s = text.Text;
        var (end, digits, letters, at, limit) = (0, 0, 0, start, Math.Min(s.Length, start + LongestCode));
        var (previous, spaced, groups) = (0, false, 0);
        while (at < limit)
        {
            var group = at;
            var (own, other) = (0, 0);
            while (at < s.Length && at - group < LongestCode && char.IsAsciiLetterOrDigit(s[at]))
            {
                if (char.IsAsciiDigit(s[at])) own++;
                else other++;
                at++;
            }

            if (at == group || (at < s.Length && char.IsLetter(s[at])) || IsDate(s, group)) break;
            if (!IsGroup(s[group..at], own, other, isFirst: group == start)) break;
            groups++;
            if (spaced && (!Continues(text, group, at, own, other, previous) || (own == 1 && other == 0 && groups < 4))) break;
            if (own == 0 && group == start)
            {
                // OPH 33.118, ENIM-26: letters alone must lead to a digit.
                if (at + 1 >= s.Length || s[at] is not (' ' or '-' or '/' or '.' or '_') || !char.IsAsciiDigit(s[at + 1])) break;
                if (s[at] == ' ' && other > 4) break;
                (letters, spaced, previous) = (other, false, 0);
                at++;
                continue;
            }

            (end, digits, letters, previous) = (at, digits + own, letters + other, at - group);
            if (at + 1 >= limit) break;
            spaced = s[at] == ' ' && char.IsAsciiLetterOrDigit(s[at + 1]);
            if (!spaced && (s[at] is not ('-' or '/' or '.' or '_' or '*') || !char.IsAsciiLetterOrDigit(s[at + 1]))) break;
            at++;
        }

        return (end, digits, letters);
    }

    private static bool IsGroup(ReadOnlySpan<char> group, int digits, int letters, bool isFirst)
    {
        var capitals = group.IndexOfAnyInRange('a', 'z') < 0;
        if (digits == 0) return capitals && letters <= LongestLetters;
        return letters <= 3 || (capitals && group.Length <= 24) || (isFirst && letters <= LongestLetters && digits >= FewestDigits);
    }

    /// <summary>Whether a group after a space belongs to the number: short digits after short digits, and no measure, time or date of their own.</summary>
    private static bool Continues(TokenText text, int group, int end, int digits, int letters, int previous)
    {
        if (previous > LongestSpaced || digits == 0 || end - group > LongestSpaced) return false;
        var misread = text.Text.AsSpan(group, end - group).IndexOfAnyExcept(LikeDigits) < 0;
        if (letters > 0 && !misread && !(letters == 1 && char.IsAsciiLetterUpper(text.Text[group + 1]))) return false;
        if (digits == 1 && letters == 0 && previous != 4) return false;
        return !IsMeasured(text, end);
    }

    private static bool IsMeasured(TokenText text, int end)
    {
        var next = text.TokenAt(end);
        return text.SameLine(next - 1, next) && text.Span(next).Start - end <= 1
            && (text.Kind(next) == TokenKind.Unit || DateWords.Durations.Contains(text.Folded(next)) || DateWords.Months.Contains(text.Folded(next)));
    }

    private static bool IsYear(ReadOnlySpan<char> code) => code.Length == YearLength && int.TryParse(code, null, out var year) && WrittenDate.IsYear(year);

    private static bool IsDate(ReadOnlySpan<char> text, int at) =>
        at < text.Length && char.IsAsciiDigit(text[at]) && WrittenDate.Read(text, at, out _) is DateShape.Full;
}
