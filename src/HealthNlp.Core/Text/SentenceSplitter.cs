namespace HealthNlp.Text;

/// <summary>Cuts tokens into sentences: at the end of lines that are not wrapped, after . ? ! and before the next field of a form.</summary>
internal static class SentenceSplitter
{
    private const int MostClosers = 4;

    private static readonly Lazy<EmbeddedKnowledge> Source = EmbeddedKnowledge.Core("form_labels.tsv");
    private static readonly Lazy<PhraseLexicon<string>> FormLabels = new(() => new PhraseLexicon<string>(Source.Value.Rows, 0, row => row[0]));

    internal static EmbeddedKnowledge Knowledge => Source.Value;

    internal static SpanIndex<Sentence> Split(NormalizedText normalized, SpanIndex<Token> tokens, SpanIndex<Noise> noise, CancellationToken cancellationToken)
    {
        var text = normalized.Text;
        var list = tokens.AsSpan();
        var sentences = new List<Sentence>();
        var bridges = PageBridges(normalized, noise);
        var bridge = 0;
        var state = new LineState();
        var first = 0;
        for (var i = 0; i < list.Length; i++)
        {
            if ((i & 0xFFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            var start = list[i].Normalized.Start;
            while (bridge < bridges.Count && bridges[bridge].End < start) bridge++;
            var bridged = bridge < bridges.Count && start >= bridges[bridge].Start;
            var newLine = i == 0 || text.AsSpan(list[i - 1].Normalized.End, start - list[i - 1].Normalized.End).Contains('\n');
            if (newLine) state = LineState.At(text, start);
            if (i > first && !bridged && (newLine || Breaks(normalized, list, i, first, state)))
            {
                sentences.Add(new Sentence(new TextSpan(list[first].Span.Start, list[i - 1].Span.End)));
                first = i;
                state.Colons = 0;
            }

            if (IsMark(text, list[i], ':')) state.Colons++;
        }

        if (list.Length > 0) sentences.Add(new Sentence(new TextSpan(list[first].Span.Start, list[^1].Span.End)));
        return new SpanIndex<Sentence>(sentences);
    }

    private static bool Breaks(NormalizedText normalized, ReadOnlySpan<Token> tokens, int i, int first, LineState state)
    {
        var text = normalized.Text;
        if (tokens[i].Normalized.Start <= state.BulletEnd) return false;
        if (IsMark(text, tokens[i], '•') || (state.Colons > 0 && IsFormLabel(text, tokens[i], state))) return true;
        return EndsSentence(normalized, tokens, i, first);
    }

    /// <summary>Whether a sentence ends before token i of the same line.</summary>
    private static bool EndsSentence(NormalizedText normalized, ReadOnlySpan<Token> tokens, int i, int first)
    {
        var text = normalized.Text;
        // Over a closing quote or parenthesis that touches the period.
        var last = i - 1;
        while (last > first && i - last <= MostClosers && IsCloser(normalized, tokens[last]) && (IsGuillemet(normalized, tokens[last]) || tokens[last].Normalized.Start == tokens[last - 1].Normalized.End)) last--;
        var mark = text[tokens[last].Normalized.Start];
        var next = text[tokens[i].Normalized.Start];
        var stuck = tokens[i].Normalized.Start == tokens[i - 1].Normalized.End;
        if (tokens[last].Kind == TokenKind.Word)
        {
            var word = text.AsSpan(tokens[last].Normalized.Start, tokens[last].Normalized.Length);
            return word[^1] == '.' && !stuck && char.IsUpper(next) && (TokenLexicon.MayEndSentence(word) || (word.Length > 3 && word[1] == '.' && char.IsUpper(word[0])));
        }

        if (tokens[last].Kind != TokenKind.Punctuation || mark is not ('.' or '!' or '?' or '…') || IsCloser(normalized, tokens[i])) return false;
        var opens = IsCapital(next) || next is '"' or '(' or '-' or '[' or '>' || char.IsAsciiDigit(next) || next >= '\u2190';
        if (last == first) return false;
        var before = text.AsSpan(tokens[last - 1].Normalized.Start, tokens[last - 1].Normalized.Length);
        if (mark != '.' || tokens[last].Normalized.Length > 1) return opens && !stuck && (mark is not ('!' or '?') || char.IsUpper(next));

        var afterWord = tokens[last - 1].Kind == TokenKind.Word;
        if (stuck) return afterWord && before.Length > 1 && char.IsLower(before[^1]) && char.IsUpper(next) && tokens[i].Normalized.Length > 1;
        if (afterWord && before.Length == 1 && char.IsUpper(before[0]) && IsInitial(text, tokens, last - 1, first)) return false;
        if (IsCapital(next)) return true;
        var longWord = before.Length > 3 || !afterWord;
        return longWord && (opens || char.IsLower(next));
    }

    /// <summary>A capital and a period after a title or another initial: Mr B., Dr J. Dupont, J.-P. M. Durand.</summary>
    private static bool IsInitial(string text, ReadOnlySpan<Token> tokens, int letter, int first)
    {
        if (letter == first) return true;
        var before = text.AsSpan(tokens[letter - 1].Normalized.Start, tokens[letter - 1].Normalized.Length);
        if (before is "." or "-") return letter - 2 >= first && tokens[letter - 2].Normalized.Length == 1;
        return before is "Monsieur" or "Madame" or "Mademoiselle" or "Docteur" or "Professeur" or "Mr" or "Mme" or "Mlle" or "Dr" or "Pr" or "M." or "Dr." or "Pr." or "Mr." or "Mme."
            or "DR" or "PR" or "MME" or "MR";
    }

    /// <summary>A capital, or a letter of a script that has none.</summary>
    private static bool IsCapital(char c) => char.IsLetter(c) && !char.IsLower(c);

    private static bool IsCloser(NormalizedText text, Token token) =>
        token.Normalized.Length == 1 && text.Text[token.Normalized.Start] is ')' or '"' or ']' or '\'' && text.Raw[token.Span.Start] != '«';

    private static bool IsGuillemet(NormalizedText text, Token token) => text.Raw[token.Span.Start] == '»';

    private static bool IsMark(string text, Token token, char mark) => token.Normalized.Length == 1 && text[token.Normalized.Start] == mark;

    private static bool IsFormLabel(string text, Token token, LineState state)
    {
        if (token.Kind != TokenKind.Word) return false;
        var line = text.AsSpan(token.Normalized.Start, Math.Min(state.End - token.Normalized.Start, 40));
        var end = FormLabels.Value.Match(line, 0, out _);
        if (end == 0) return false;
        while (end < line.Length && line[end] is ' ' or '°' or '.') end++;
        return end < line.Length && line[end] == ':';
    }

    /// <summary>
    /// Stretches of the normalised text, from the end of a line to the start of the line that goes on with its sentence after a page's footer and
    /// header, ends included: no sentence ends there.
    /// </summary>
    private static List<TextSpan> PageBridges(NormalizedText normalized, SpanIndex<Noise> noise)
    {
        var bridges = new List<TextSpan>();
        if (noise.Count == 0) return bridges;
        var text = normalized.Text;
        var lines = TextLine.Split(text);
        var (previous, cut, next) = (-1, false, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            var content = lines[i].Content(text);
            if (content.IsEmpty) continue;
            var raw = normalized.Map.ToRaw(content);
            while (next < noise.Count && noise[next].Span.End <= raw.Start) next++;
            if (next < noise.Count && noise[next].Span.Overlaps(raw))
            {
                cut = true;
                continue;
            }

            if (cut && previous >= 0)
            {
                var line = lines[previous].Content(text);
                if (LineWrap.Between(text.AsSpan(line.Start, line.Length), text.AsSpan(content.Start, content.Length), line.Length) != LineWrap.Join.None)
                {
                    bridges.Add(new TextSpan(line.End, content.Start));
                }
            }

            (previous, cut) = (i, false);
        }

        return bridges;
    }

    private struct LineState
    {
        internal int BulletEnd { get; private init; }
        internal int End { get; private init; }
        internal int Colons { get; set; }

        internal static LineState At(string text, int start)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var bullet = TextMarks.BulletLength(text.AsSpan(start, Math.Min(end - start, 24)));
            return new LineState { BulletEnd = bullet == 0 ? -1 : start + bullet, End = end };
        }
    }
}
