namespace HealthNlp.Qualifiers;

/// <summary>Where the words begin that a cue governs before it.</summary>
internal sealed class BackwardReach(SentenceTokens sentence, SentenceCues cues)
{
    private const int MarkerWords = 2;

    // The most words passed over between a cue and what it governs: keeps the time linear in a line of years or of relatives.
    internal const int MostSkipped = 30;

    /// <summary>The first token that the cue governs; <c>hit.Start</c> when there is none.</summary>
    internal int Start(CueHit hit)
    {
        var start = ClauseStart(hit);
        return hit.Cue.Reach switch
        {
            Reach.Sample => FirstOf(WordFlags.Sample, start, hit.Start),
            Reach.Result => ResultStart(hit, start),
            _ => start,
        };
    }

    private int FirstOf(WordFlags flags, int start, int end)
    {
        while (start < end && !sentence.Is(start, flags)) start++;
        return start;
    }

    private int ResultStart(CueHit hit, int start)
    {
        var test = FirstOf(WordFlags.Test, start, hit.Start);
        if (test < hit.Start) return test;
        if (sentence.Mark(hit.Start) is ':' or '=' || sentence.Is(hit.Start - 1, WordFlags.Copula | WordFlags.Adverb)) return start;
        for (var words = 0; words < MarkerWords && hit.Start - words - 1 >= start && sentence.IsWord(hit.Start - words - 1) && !sentence.Is(hit.Start - words - 1, WordFlags.Link | WordFlags.Determiner); words++) test--;
        return test;
    }

    private int ClauseStart(CueHit hit)
    {
        var near = SkipCopula(hit.Start - 1);
        if (hit.Cue.IsKin) near = SkipKin(near);
        var plural = IsPlural(hit);
        var (depth, joined, comma) = (0, false, -1);
        for (var i = near; i >= sentence.Start; i--)
        {
            if (i < sentence.FirstWord || IsEnd(hit, i) || EndsByCue(hit, i)) return i + 1;
            switch (sentence.Mark(i))
            {
                case ';' or '•' or '?' or '|':
                    return i + 1;
                case ':' when i < near:
                    return comma > i ? comma + 1 : i + 1;
                case '-' or '→' or '=' when sentence.StandsAlone(i):
                    return i + 1;
                case ')':
                    depth++;
                    continue;
                case '(':
                    if (depth == 0 && i < near) return i + 1;
                    depth = Math.Max(0, depth - 1);
                    continue;
                case ',' or '/':
                    if (depth == 0 && !(plural && !(hit.Cue.IsDate && IsNewFact(i)) && sentence.Mark(hit.Start) != '?' && PassesComma(i, joined))) return i + 1;
                    if (comma < 0 && sentence.Mark(i) == ',') comma = i;
                    continue;
            }

            if (depth > 0) continue;
            if (hit.Cue.IsDate && IsOngoing(hit, i)) return i + 1;
            // "anémie sur saignement présumé": an adjective is said of the last noun.
            if (hit.Cue.Reach == Reach.Group && hit.Cue.Qualifier == Qualifier.Hypothesis && i < near && (sentence.Folded(i) is "sur" or "dont")) return i + 1;
            if (sentence.Is(i, WordFlags.Join))
            {
                if (!plural) return i + 1;
                joined = true;
            }
            else if (sentence.IsFinite(i) || (sentence.Is(i, WordFlags.Subject) && i < near))
            {
                return i + 1;
            }
        }

        return sentence.Start;
    }

    /// <summary>Over <c>sont</c>, <c>restent</c>, <c>tous</c> and a number, which part a result from its subject.</summary>
    private int SkipCopula(int token)
    {
        var first = Math.Max(sentence.Start, token - MostSkipped);
        while (token > first && (sentence.Is(token, WordFlags.Copula | WordFlags.Auxiliary | WordFlags.Adverb | WordFlags.Owned) || sentence.IsNumber(token) || sentence.Folded(token) is "a" or "ont" or "n'" or "ne")) token--;
        return token;
    }

    /// <summary>Over what leads to a relative: <c>chez</c>, <c>(</c>, <c>:</c>, other relatives.</summary>
    private int SkipKin(int token)
    {
        var first = Math.Max(sentence.Start, token - MostSkipped);
        while (token > first && (sentence.Is(token, WordFlags.Relative | WordFlags.Determiner | WordFlags.Owned | WordFlags.Join) || sentence.Mark(token) is ',' or '(' or ':' || sentence.Folded(token) is "chez")) token--;
        return token;
    }

    /// <summary>Whether the cue may be said of several things: a plural, or words without number (<c>: non</c>, <c>en cours</c>, <c>?</c>).</summary>
    private bool IsPlural(CueHit hit)
    {
        if (sentence.Mark(hit.End - 1) == '-' || sentence.Mark(hit.End - 2) == '-') return false;
        for (var i = hit.Start; i < hit.End; i++)
        {
            var word = sentence.Folded(i);
            if (word.Length > 4 && (sentence.Is(i, WordFlags.Participle) || hit.End == hit.Start + 1)) return word[^1] is 's' or 'x';
        }

        // "fatigue, sommeil agité selon son mari": who is quoted is quoted for the last words.
        return hit.Cue.Track != Track.Speech || hit.Cue.Direction != Direction.Both;
    }

    /// <summary>Whether what stands before a word goes on although a past date follows: <c>sous bisoprolol depuis un infarctus en 2015</c>, <c>FOLFIRINOX pour un cancer diagnostiqué en 2023</c>.</summary>
    private bool IsOngoing(CueHit hit, int token)
    {
        var word = sentence.Folded(token);
        if (word is "depuis" or "apres") return true;
        if (word is "pour" or "sous" or "avec") return sentence.Is(hit.Start - 1, WordFlags.Found);
        return sentence.Folded(hit.Start) is "de" && (word is "un" or "une" || sentence.Is(token, WordFlags.Owned));
    }

    // "HTA, pontage en 2016", but not "cancer du sein, diagnostiqué en 2019".
    private bool IsNewFact(int comma) => sentence.Mark(comma) == ',' && !sentence.Is(comma + 1, WordFlags.Participle | WordFlags.Found);

    private bool PassesComma(int comma, bool joined) =>
        !sentence.Is(comma + 1, WordFlags.Owned | WordFlags.Subject | WordFlags.Preposition) && (joined || !sentence.Is(comma + 1, WordFlags.Determiner));

    private bool IsEnd(CueHit hit, int token) =>
        cues.Ending(Track.End, token, out var end) && end.Ends(hit) && end.Cue.Direction != Direction.After;

    private bool EndsByCue(CueHit hit, int token)
    {
        if (!cues.Ending(hit.Cue.Track, token, out var other) || other.Start >= hit.Start) return false;
        if (other.Cue.Effect != Effect.Qualify) return hit.Cue.Reach != Reach.Sample && other.Cue.Effect == Effect.Nothing;
        return other.Cue.Direction is Direction.Before or Direction.Both || other.Cue.Qualifier == hit.Cue.Qualifier;
    }
}
