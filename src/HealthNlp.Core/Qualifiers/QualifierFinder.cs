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

    private QualifierFinder(SentenceTokens sentence)
    {
        _sentence = sentence;
        _forward = new ForwardReach(sentence, _cues);
        _backward = new BackwardReach(sentence, _cues);
    }

    internal static SpanIndex<QualifierScope> Find(
        Document document, NormalizedText text, SpanIndex<Token> tokens, SpanIndex<Sentence> sentences, SpanIndex<Section> sections, CancellationToken cancellationToken)
    {
        var lexicon = CueLexicon.Default;
        var sentence = new SentenceTokens(text, tokens, lexicon.Words);
        var finder = new QualifierFinder(sentence);
        var written = PastYears.YearOfWriting(document, sentence, tokens.Count);
        var first = 0;
        foreach (var span in sentences.Select(item => item.Span))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = first;
            while (end < tokens.Count && tokens[end].Span.Start < span.End) end++;
            if (end == first) continue;
            sentence.MoveTo(first, end);
            finder._cues.Read(sentence, lexicon.Trie);
            PastYears.Read(sentence, finder._cues, written);
            finder.AddScopes();
            first = end;
        }

        SectionScopes.Add(sections, lexicon.Sections, finder._scopes);
        return new SpanIndex<QualifierScope>(finder._scopes);
    }

    private void AddScopes()
    {
        var answer = int.MaxValue;
        for (var i = _cues.All.Count - 1; i >= 0; i--)
        {
            var hit = _cues.All[i];
            if (hit.Cue.Effect == Effect.Answer) answer = hit.Start;
            if (hit.Cue.Effect != Effect.Qualify || (hit.Cue.IsPending && answer - hit.Start < FarthestAnswer)) continue;
            var direction = DirectionOf(hit);
            var start = direction is Direction.Before or Direction.Both ? _backward.Start(hit) : hit.End;
            var end = direction is Direction.After or Direction.Both ? _forward.End(hit) : hit.Start;
            if (direction == Direction.Both) (start, end) = (Math.Min(start, hit.Start), Math.Max(end, hit.End));
            while (start < end && !_sentence.IsWord(start)) start++;
            while (end > start && !_sentence.IsWord(end - 1)) end--;
            if (start >= end || (hit.Cue.Reach == Reach.Sample && !HasSample(start, end))) continue;
            _scopes.Add(new QualifierScope(hit.Cue.Qualifier, _sentence.Span(hit.Start, hit.End), _sentence.Span(start, end), hit.Cue.Rule));
        }
    }

    private Direction DirectionOf(CueHit hit) => hit.Cue.Direction switch
    {
        Direction.Adjective => _sentence.IsPlain(hit.End) ? Direction.After : Direction.Before,
        Direction.Kin => KinDirection(hit),
        var direction => direction,
    };

    private Direction KinDirection(CueHit hit)
    {
        var before = hit.Start - 1;
        while (before > _sentence.Start && (_sentence.Is(before, WordFlags.Determiner | WordFlags.Owned | WordFlags.Relative) || (_sentence.Mark(before) == ',' && _sentence.Is(before - 1, WordFlags.Relative)))) before--;
        if (before < _sentence.FirstWord) return Direction.After;
        var word = _sentence.Folded(before);
        if (word is "chez") return before > _sentence.FirstWord && _sentence.Mark(before - 1) is not (',' or ';' or '.') ? Direction.Before : Direction.After;
        if (word is "(" || (word is ":" && (hit.End >= _sentence.End || !_sentence.IsWord(hit.End) || _sentence.Is(hit.End, WordFlags.Join)))) return Direction.Before;
        if (_sentence.Is(before, WordFlags.Link)) return Direction.Both;
        return hit.End >= _sentence.End || _sentence.Mark(hit.End) is '.' or ')' ? Direction.Before : Direction.After;
    }

    private bool HasSample(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_sentence.Is(i, WordFlags.Sample)) return true;
        }

        return false;
    }
}
