using HealthNlp.Dates;
using HealthNlp.Text;

namespace HealthNlp.Qualifiers;

/// <summary>Finds the cues of a document and the words that each governs, sentence by sentence, in one pass.</summary>
internal sealed class QualifierFinder
{
    private const int FarthestAnswer = 15;

    private readonly SentenceTokens _sentence;
    private readonly SentenceCues _cues = new();
    private readonly ForwardReach _forward;
    private readonly BackwardReach _backward;
    private readonly List<QualifierScope> _scopes = [];

    // A cue at the end of the last line, and the mark that ends it.
    private (Cue Cue, TextSpan Span, char Mark)? _open;

    private QualifierFinder(SentenceTokens sentence)
    {
        _sentence = sentence;
        _forward = new ForwardReach(sentence, _cues);
        _backward = new BackwardReach(sentence, _cues);
    }

    internal static SpanIndex<QualifierScope> Find(
        Document document, NormalizedText text, SpanIndex<Token> tokens, SpanIndex<Sentence> sentences, SpanIndex<Section> sections, SpanIndex<DateMention> dates, CancellationToken cancellationToken)
    {
        var lexicon = CueLexicon.Default;
        var sentence = new SentenceTokens(text, tokens, lexicon.Words);
        var finder = new QualifierFinder(sentence);
        var past = new PastYears(document, dates);
        var first = 0;
        foreach (var span in sentences.Select(item => item.Span))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = first;
            while (end < tokens.Count && tokens[end].Span.Start < span.End) end++;
            if (end == first) continue;
            sentence.MoveTo(first, end);
            finder._cues.Read(sentence, lexicon.Trie);
            past.Read(sentence, finder._cues);
            finder.AddScopes();
            first = end;
        }

        SectionScopes.Add(document.Text, sections, lexicon.Sections, finder._scopes);
        return new SpanIndex<QualifierScope>(finder._scopes);
    }

    private void AddScopes()
    {
        AddOpenScopes();
        var (answer, confirmed) = (int.MaxValue, int.MaxValue);
        for (var i = _cues.All.Count - 1; i >= 0; i--)
        {
            var hit = _cues.All[i];
            if (hit.Cue.Effect == Effect.Answer) answer = hit.Start;
            if (hit.Cue.Effect == Effect.Confirm) confirmed = hit.Start;
            if (hit.Cue.Effect == Effect.Qualify && !(hit.Cue.IsPending && answer - hit.Start < FarthestAnswer)) AddScope(Turned(hit), confirmed);
        }
    }

    private void AddScope(CueHit hit, int confirmed)
    {
        var direction = hit.Cue.Direction;
        var start = direction is Direction.Before or Direction.Both ? _backward.Start(hit) : hit.End;
        var end = direction is Direction.After or Direction.Both ? _forward.End(hit) : hit.Start;
        if (hit.Cue.Qualifier == Qualifier.Hypothesis && direction == Direction.After && end >= confirmed) return;
        if (direction == Direction.Both) (start, end) = (Math.Min(start, hit.Start), Math.Max(end, hit.End));
        while (start < end && !_sentence.IsWord(start)) start++;
        while (end > start && !_sentence.IsWord(end - 1)) end--;
        if (start < end && (hit.Cue.Reach != Reach.Sample || HasSample(start, end))) Add(hit.Cue, _sentence.Span(hit.Start, hit.End), start, end);
        else if (direction == Direction.After && !hit.Cue.IsPending && IsOpen(hit)) _open = (hit.Cue, _sentence.Span(hit.Start, hit.End), _sentence.Mark(_sentence.End - 1));
    }

    /// <summary>A cue that ends its line governs the next one (<c>pas de / fièvre</c>), with a colon the items of a list.</summary>
    private void AddOpenScopes()
    {
        if (_open is not var (cue, span, mark)) return;
        var item = _sentence.FirstWord > _sentence.Start;
        if (mark is not ':') _open = null;
        if (mark is ':' ? !item : item || mark is '.' or '?' or '!')
        {
            _open = null;
            return;
        }

        var end = _sentence.FirstWord;
        while (end < _sentence.End && _sentence.Mark(end) is not (',' or '.' or ';' or ':' or '(') && !_sentence.IsFinite(end)) end++;
        if (end > _sentence.FirstWord) Add(cue, span, _sentence.FirstWord, end);
    }

    private void Add(Cue cue, TextSpan span, int start, int end) =>
        _scopes.Add(new QualifierScope(cue.Qualifier, span, _sentence.Span(start, end), cue.Rule) { Target = cue.Target });

    /// <summary>The cue with the direction that its place gives it.</summary>
    private CueHit Turned(CueHit hit)
    {
        var cue = hit.Cue;
        if (cue.Direction == Direction.Adjective) return hit with { Cue = cue with { Direction = _sentence.IsPlain(hit.End) ? Direction.After : Direction.Before } };
        if (cue.Direction == Direction.Kin) return hit with { Cue = cue with { Direction = KinDirection(hit), IsKin = true } };
        if (cue.Track != Track.History || cue.Direction != Direction.Before) return hit;
        // "En 2012, infarctus" opens the sentence; "opéré en 1999 d'une péritonite" stands inside.
        if (hit.Start == _sentence.FirstWord) return hit with { Cue = cue with { Direction = Direction.After, Reach = Reach.List } };
        return _sentence.Is(hit.End, WordFlags.Link | WordFlags.Determiner) ? hit with { Cue = cue with { Direction = Direction.Both } } : hit;
    }

    private Direction KinDirection(CueHit hit)
    {
        var before = hit.Start - 1;
        var first = Math.Max(_sentence.Start, hit.Start - BackwardReach.MostSkipped);
        while (before > first && (_sentence.Is(before, WordFlags.Determiner | WordFlags.Owned | WordFlags.Relative) || (_sentence.Mark(before) == ',' && _sentence.Is(before - 1, WordFlags.Relative)))) before--;
        if (before < _sentence.FirstWord) return Direction.After;
        var word = _sentence.Folded(before);
        var last = hit.End >= _sentence.End || _sentence.Mark(hit.End) is '.' or ')' or ';';
        if (word is "chez") return before > _sentence.FirstWord && _sentence.Mark(before - 1) is not (',' or ';' or '.') ? Direction.Before : Direction.After;
        if (word is "(") return last || _sentence.Mark(hit.End) == ',' || _sentence.Is(hit.End, WordFlags.Join) ? Direction.Before : Direction.After;
        if (word is not ":" && _sentence.Is(before, WordFlags.Link)) return Direction.Both;
        return last || (word is ":" && _sentence.Is(hit.End, WordFlags.Join)) ? Direction.Before : Direction.After;
    }

    /// <summary>Whether a cue is the end of its line and asks for more: <c>pas de</c>, <c>absence de :</c>; not the answer <c>aucun</c>.</summary>
    private bool IsOpen(CueHit hit) =>
        !_sentence.HasWordAfter(hit.End) && (_sentence.Mark(_sentence.End - 1) == ':' || _sentence.Is(_sentence.End - 1, WordFlags.Link));

    private bool HasSample(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_sentence.Is(i, WordFlags.Sample)) return true;
        }

        return false;
    }
}
