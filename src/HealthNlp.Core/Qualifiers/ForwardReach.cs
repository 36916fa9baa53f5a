namespace HealthNlp.Qualifiers;

/// <summary>Where the words end that a cue governs after it.</summary>
internal sealed class ForwardReach(SentenceTokens sentence, SentenceCues cues)
{
    private const int LongestItem = 4;
    private const int LookAhead = 40;

    /// <summary>The place after the last token that the cue governs; <c>hit.End</c> when there is none.</summary>
    internal int End(CueHit hit)
    {
        var start = hit.End;
        if (sentence.Mark(start) == ':' && hit.Cue.Reach != Reach.Next) start++;
        return hit.Cue.Reach switch
        {
            Reach.Next => start < sentence.End && sentence.IsWord(start) ? start + 1 : start,
            Reach.Line => LineEnd(start),
            Reach.Condition when OpensClause(hit) => ConsequenceEnd(start),
            Reach.Group or Reach.Sample => GroupEnd(hit, start),
            _ => ClauseEnd(hit, start),
        };
    }

    private int LineEnd(int start)
    {
        var i = start;
        while (i < sentence.End && sentence.Mark(i) is not ('☐' or '☒' or '☑' or '[')) i++;
        return i;
    }

    private bool OpensClause(CueHit hit) => hit.Start <= sentence.FirstWord || sentence.Mark(hit.Start - 1) is ';' or ':' or '(';

    // "Si contre-indication : cétuximab.", "En cas de fièvre, bilan infectieux": what is to be done then is no more certain than the condition.
    private int ConsequenceEnd(int start)
    {
        var i = start;
        while (i < sentence.End && sentence.Mark(i) is not (';' or '•' or '?' or '|' or ')') && !(cues.Starting(Track.End, i, out var end) && end.Cue.Effect == Effect.End)) i++;
        return i;
    }

    private int GroupEnd(CueHit hit, int start)
    {
        for (var i = start; i < sentence.End; i++)
        {
            if (sentence.Mark(i) is ',' or ';' or ':' or '(' or ')' or '/' or '?' || sentence.IsFinite(i) || IsEnd(hit, i)) return i;
            if (sentence.Folded(i) is "ou" && sentence.IsPlain(i + 1)) continue;
            if (i > start && (sentence.Is(i, WordFlags.Join | WordFlags.Preposition | WordFlags.Who | WordFlags.Subject) || StartsOther(hit, i))) return i;
        }

        return sentence.End;
    }

    private int ClauseEnd(CueHit hit, int start)
    {
        // "rapporte que", "si", "sa mère": the clause that the cue opens has a verb of its own.
        var (depth, boundary, listEnd, relative) = (0, -1, start, hit.Cue.IsKin || sentence.Is(hit.End - 1, WordFlags.Who | WordFlags.Opens));
        var other = hit.Cue.Qualifier == Qualifier.Negation && sentence.Is(hit.End - 1, WordFlags.Other);
        for (var i = start; i < sentence.End; i++)
        {
            if (IsEnd(hit, i)) return i;
            if (EndsByCue(hit, i, start, boundary)) return boundary == i - 1 ? boundary : i;
            switch (sentence.Mark(i))
            {
                case ';' or '?' or '•' or '|':
                    return i;
                case ':' when i > start:
                    return i;
                case '-' or '→' or '=' when i > start && sentence.StandsAlone(i):
                    return i;
                case '(':
                    if (!IsPlainParenthesis(i)) return i;
                    depth++;
                    continue;
                case ')':
                    if (--depth < 0) return i;
                    continue;
                case ',' when i == start && hit.Cue.Reach == Reach.List:
                    relative = true;
                    continue;
                case ',':
                    if (depth == 0 && i >= listEnd && !PassesComma(hit, i, out listEnd)) return i;
                    boundary = i;
                    continue;
            }

            if (i > start && hit.Cue.Qualifier == Qualifier.Negation && StartsTest(i)) return i;
            if (sentence.Is(i, WordFlags.Join))
            {
                if (depth == 0 && i >= listEnd && !PassesJoin(hit, i)) return i;
                boundary = i;
            }
            else if (sentence.Is(i, WordFlags.Other))
            {
                other = hit.Cue.Qualifier == Qualifier.Negation;
            }
            else if (sentence.Is(i, WordFlags.Who))
            {
                // "pas d'autre allergie que la pénicilline"
                if (other && (sentence.Folded(i) is "que" or "qu'")) return i;
                relative = true;
            }
            else if (i > start && sentence.IsFinite(i))
            {
                if (!relative) return boundary > 0 ? boundary : i;
                relative = false;
            }
            else if (hit.Cue.Track == Track.Assertion && i > start && sentence.Is(i, WordFlags.Owned) && sentence.Is(i - 1, WordFlags.Link))
            {
                return i;
            }
        }

        return sentence.End;
    }

    private bool IsEnd(CueHit hit, int token) => cues.Starting(Track.End, token, out var end) && end.Ends(hit) && end.Cue.Direction != Direction.Before;

    /// <summary>Whether another cue begins that takes over: of the same kind, or of another after a comma or a conjunction.</summary>
    private bool EndsByCue(CueHit hit, int token, int start, int boundary)
    {
        if (!cues.Starting(hit.Cue.Track, token, out var other) || token < hit.End) return false;
        if (other.Cue.Effect == Effect.Nothing) return boundary == token - 1;
        if (other.Cue.Effect == Effect.Answer || other.Cue.Direction == Direction.Before) return false;
        return token > start && (other.Cue.Qualifier == hit.Cue.Qualifier || boundary == token - 1);
    }

    private bool StartsOther(CueHit hit, int token) =>
        cues.Starting(hit.Cue.Track, token, out var other) && other.Cue.Effect == Effect.Qualify && other.Cue.Qualifier == hit.Cue.Qualifier && other.Cue.Direction != Direction.Before;

    // "absence de syndrome inflammatoire bilan hépatique normal": without a mark between them, a test is another fact.
    private bool StartsTest(int token) => sentence.Is(token, WordFlags.Test) && sentence.IsPlain(token - 1) && !sentence.Is(token - 1, WordFlags.Test);

    /// <summary><c>elle</c>, <c>la patiente</c>.</summary>
    private bool StartsSubject(int token) => sentence.Is(token, WordFlags.Subject) || (sentence.Is(token, WordFlags.Determiner) && sentence.Is(token + 1, WordFlags.Subject));

    /// <summary>A parenthesis of words only, without a cue or a verb, belongs to what it follows: <c>signe de lutte (tirage, balancement)</c>.</summary>
    private bool IsPlainParenthesis(int open)
    {
        for (var i = open + 1; i < sentence.End && i < open + LookAhead; i++)
        {
            if (sentence.Mark(i) == ')') return i > open + 1;
            if (sentence.IsNumber(i) || sentence.Kind(i) == TokenKind.Date || sentence.IsFinite(i) || cues.Starting(Track.Assertion, i, out _)) return false;
        }

        return false;
    }

    private bool PassesComma(CueHit hit, int comma, out int listEnd)
    {
        listEnd = comma + 1;
        var next = comma + 1;
        if (hit.Cue.Reach == Reach.List) return PassesAnyComma(hit, next);
        if (cues.Starting(hit.Cue.Track, next, out _)) return false;
        var first = next < sentence.End ? sentence.Folded(next) : default;
        if (first is "de" or "d'" or "ni" or "ou" or "voire") return true;
        return sentence.IsPlain(next) && IsList(hit, next, out listEnd);
    }

    /// <summary>Over a comma unless a clause with a subject or a verb of its own follows.</summary>
    private bool PassesAnyComma(CueHit hit, int next)
    {
        if (StartsSubject(next) || cues.Starting(hit.Cue.Track, next, out _)) return false;
        for (var i = next; i < sentence.End && i < next + LookAhead; i++)
        {
            if (sentence.Mark(i) is ',' or ';' or ')' || sentence.Is(i, WordFlags.Who) || IsEnd(hit, i)) return true;
            if (sentence.IsFinite(i)) return false;
        }

        return true;
    }

    /// <summary>
    /// An enumeration of bare nouns that goes on after a comma: closed by <c>ni</c> or <c>ou</c>, or by <c>et</c> (not the pair of adjectives of
    /// <c>mollets souples et indolores</c>), or two items at least to the end of the clause.
    /// </summary>
    private bool IsList(CueHit hit, int start, out int end)
    {
        var (items, length, joined) = (1, 0, false);
        for (end = start; end < sentence.End && end < start + LookAhead; end++)
        {
            // "sans" begins a denial of its own and ends this one alike: the items before it belong to it (bilan hépatique, rénal sans particularité).
            if (cues.Starting(Track.Assertion, end, out _) && sentence.Folded(end) is not "ni") return joined;
            if (sentence.Mark(end) is ';' or '.' or ')' || IsEnd(hit, end)) break;
            if (sentence.Mark(end) == ',')
            {
                if (joined || !sentence.IsPlain(end + 1) || cues.Starting(Track.Assertion, end + 1, out _)) break;
                items++;
                length = 0;
                continue;
            }

            var word = sentence.Folded(end);
            if (word is "ni") return true;
            if (word is "ou" or "et" or "voire")
            {
                if (joined) break;
                if (word is "et" && items == 1 && length > 1) return false;
                // "de calcul, de sable ou de kyste"
                var item = end + 1 < sentence.End && sentence.Folded(end + 1) is "de" or "d'" ? end + 2 : end + 1;
                if (!sentence.IsPlain(item) || cues.Starting(Track.Assertion, end + 1, out _)) return false;
                (joined, length) = (true, 0);
                continue;
            }

            // "pas de nausée, transit normal et abdomen souple": a finding of health is no item of what is denied.
            if (sentence.Is(end, WordFlags.Healthy)) return false;
            if (sentence.IsNumber(end) || sentence.IsFinite(end) || sentence.Is(end, WordFlags.Subject | WordFlags.Owned | WordFlags.Preposition)) return joined;
            if (++length > LongestItem) return joined;
        }

        return joined || items >= 2;
    }

    private bool PassesJoin(CueHit hit, int join)
    {
        var next = join + 1;
        if (hit.Cue.Reach == Reach.List) return !StartsSubject(next) && !cues.Starting(hit.Cue.Track, next, out _);
        if (cues.Starting(hit.Cue.Track, next, out var other) && other.Cue.Direction != Direction.Before) return false;
        if (hit.Cue.Qualifier == Qualifier.Hypothesis && !sentence.Is(next, WordFlags.Subject | WordFlags.Owned)) return !sentence.IsFinite(next);
        // "pas d'argument pour une fracture ou une entorse": an alternative is denied whole.
        if (sentence.Folded(join) is "ou" && next < sentence.End && sentence.Folded(next) is "un" or "une" or "des") return !sentence.Is(next + 1, WordFlags.Subject);
        return !sentence.Is(next, WordFlags.Determiner | WordFlags.Owned | WordFlags.Subject | WordFlags.Preposition) && !sentence.IsFinite(next);
    }
}
