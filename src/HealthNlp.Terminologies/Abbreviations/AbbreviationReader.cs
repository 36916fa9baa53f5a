using HealthNlp.Matching;
using HealthNlp.Pipelines;
using HealthNlp.Text;

namespace HealthNlp.Terminologies;

/// <summary>Chooses the meaning of each abbreviation of one document: its definition there, else the words near it, the section and the field of the document.</summary>
internal sealed class AbbreviationReader
{
    // Distances in characters, and what a word that far away counts.
    private static readonly (int Distance, int Points)[] Near = [(25, 4), (100, 2), (400, 1)];

    private const int MostPointsOfWords = 8;
    private const int MostWordsNamed = 3;
    private const int PointsOfUsual = 2;
    private const int PointsOfSection = 2;
    private const int PointsOfField = 1;
    private const int LeastPoints = 2;
    private const int LeastFieldWords = 2;
    private const int CapitalsAround = 40;
    private const int LettersOfPassage = 15;
    private const double CertaintyOfDefinition = 0.95;
    private const double CertaintyOfElsewhere = 0.6;

    private readonly NormalizedText _text;
    private readonly Document _document;
    private readonly SpanIndex<Token> _tokens;
    private readonly SpanIndex<Section> _sections;
    private readonly SpanIndex<Sentence> _sentences;
    private readonly SpanIndex<TermMatch<object>> _matches;
    private readonly Dictionary<string, string> _definitions;
    private readonly HashSet<string> _fields;
    private readonly List<(TextSpan Span, AbbreviationLexicon.Cue Cue)> _cues = [];

    internal AbbreviationReader(AbbreviationLexicon lexicon, AnalysisContext context, CancellationToken cancellationToken)
    {
        _text = context.Get(Layers.Normalized);
        _document = context.Document;
        _tokens = context.Get(Layers.Tokens);
        _sections = context.Get(Layers.Sections);
        _sentences = context.Get(Layers.Sentences);
        _matches = lexicon.Matcher.Match(_text, _tokens, cancellationToken);
        _definitions = AbbreviationDefinitions.Find(_text, _tokens, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var match in _matches)
        {
            if (match.Value is AbbreviationLexicon.Cue cue) _cues.Add((match.Span, cue));
        }

        _fields = MainFields();
    }

    internal IReadOnlyList<AbbreviationReading> Read(CancellationToken cancellationToken)
    {
        var readings = new List<AbbreviationReading>();
        var nearest = 0;
        foreach (var match in _matches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (match.Value is not AbbreviationLexicon.Entry entry || (readings.Count > 0 && match.Span.Start < readings[^1].Span.End) || IsOfName(match)) continue;
            while (nearest < _cues.Count && _cues[nearest].Span.End + Near[^1].Distance < match.Span.Start) nearest++;
            if (Read(match, entry.Senses, nearest) is { } reading) readings.Add(reading);
        }

        DecideFromElsewhere(readings);
        AddDefined(readings);
        return readings;
    }

    // What is decided elsewhere in the document, always alike, holds where nothing speaks.
    private static void DecideFromElsewhere(List<AbbreviationReading> readings)
    {
        // The meanings once, however often they stand in the document.
        var decided = readings.Where(reading => reading.Senses.Count > 1 && reading.Expansion is not null)
            .Select(reading => (reading.Senses[0].Abbreviation, Expansion: reading.Expansion!)).Distinct()
            .ToLookup(meaning => meaning.Abbreviation, meaning => meaning.Expansion, StringComparer.Ordinal);
        for (var i = 0; i < readings.Count; i++)
        {
            if (readings[i] is { Expansion: null, IsContested: false } && decided[readings[i].Senses[0].Abbreviation].Take(2).ToArray() is [var only])
            {
                readings[i] = readings[i] with { Expansion = only, Because = "same document", Certainty = CertaintyOfElsewhere };
            }
        }
    }

    // The document's own abbreviations, which no list knows.
    private void AddDefined(List<AbbreviationReading> readings)
    {
        if (_definitions.Count == 0) return;
        var known = readings.Select(reading => reading.Span).ToHashSet();
        foreach (var token in _tokens)
        {
            if (token.Span.Length <= AbbreviationDefinitions.LongestAbbreviation && !known.Contains(token.Span)
                && _definitions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(_document.Text.AsSpan(token.Span.Start, token.Span.Length), out var definition))
            {
                readings.Add(new AbbreviationReading(token.Span, []) { Expansion = definition, Because = "definition", Certainty = CertaintyOfDefinition });
            }
        }
    }

    // Null where the letters are no abbreviation.
    private AbbreviationReading? Read(TermMatch<object> match, List<AbbreviationSense> senses, int firstCue)
    {
        var span = match.Span;
        var reading = new AbbreviationReading(span, senses);
        if (_definitions.Count > 0 && _definitions.TryGetValue(_document[span], out var definition)) return reading with { Expansion = definition, Because = "definition", Certainty = CertaintyOfDefinition };
        var capitals = IsAmongCapitals(span);
        var scores = senses.ConvertAll(sense => Score(sense, span, firstCue, capitals));
        var best = scores.IndexOf(scores.MaxBy(score => score.Points)!);
        var margin = scores[best].Points - scores.Where((_, i) => i != best).Select(score => score.Points).DefaultIfEmpty(0).Max();
        if (scores[best].Points < LeastPoints || margin < 1)
        {
            // In capitals it may be a word, after a number a unit (500 MG).
            var isOther = capitals || senses is [{ Usual: UsualMeaning.No }] || _tokens[match.FirstToken].Kind == TokenKind.Unit;
            return isOther ? null : reading with { IsContested = scores[best].Points >= LeastPoints };
        }

        return senses[best].Expansion == AbbreviationLexicon.NoAbbreviation
            ? null
            : reading with { Expansion = senses[best].Expansion, Because = Because(senses[best], scores[best]), Certainty = Math.Min(0.95, 0.6 + (0.1 * margin)) };
    }

    // A civility before a name, or a name after one: DR MARTIN, Mme DA COSTA, Dr LE PAC Hélène.
    private bool IsOfName(TermMatch<object> match) => match.EndToken < _tokens.Count && BeginsWithCapital(_tokens[match.EndToken])
        && (IsCivility(_tokens[match.FirstToken])
            || (match.FirstToken > 0 && IsCivility(_tokens[match.FirstToken - 1]))
            || (match.FirstToken > 1 && BeginsWithCapital(_tokens[match.FirstToken - 1]) && IsCivility(_tokens[match.FirstToken - 2])));

    private bool IsCivility(Token token) => LineWrap.IsCivility(_text.Text.AsSpan(token.Normalized.Start, token.Normalized.Length));

    private bool BeginsWithCapital(Token token) => token.Kind == TokenKind.Word && token.Normalized.Length > 1
        && char.IsUpper(_text.Text[token.Normalized.Start]) && char.IsLetter(_text.Text[token.Normalized.End - 1]);

    private SenseScore Score(AbbreviationSense sense, TextSpan span, int firstCue, bool capitals)
    {
        Dictionary<AbbreviationLexicon.Cue, (int Points, TextSpan Span)> words = [];
        TextSpan[]? sentences = null;
        for (var i = firstCue; i < _cues.Count && _cues[i].Span.Start <= span.End + Near[^1].Distance; i++)
        {
            var (at, cue) = _cues[i];
            if (at.Overlaps(span) || !cue.SpeaksFor(sense)) continue;
            var distance = at.Start >= span.End ? at.Start - span.End : span.Start - at.End;
            sentences ??= [.. _sentences.At(span.Start).Select(sentence => sentence.Span)];
            var points = Holds(sentences, at.Start) ? Array.Find(Near, near => distance <= near.Distance).Points : 1;
            if (!words.TryGetValue(cue, out var known) || known.Points < points) words[cue] = (points, at);
        }

        var section = _sections.At(span.Start).Any(section => sense.Sections.Contains(section.Kind));
        var total = Math.Min(MostPointsOfWords, words.Values.Sum(word => word.Points))
            + (section ? PointsOfSection : 0)
            + (sense.Field is not null && _fields.Contains(sense.Field) ? PointsOfField : 0)
            + (sense.Usual == UsualMeaning.Yes || (sense.Usual == UsualMeaning.OutsideCapitals && !capitals) ? PointsOfUsual : 0);
        return new SenseScore(total, words, section);
    }

    // The words that count most, else what there is without words.
    private string Because(AbbreviationSense sense, SenseScore score) => score.Words.Count > 0
        ? string.Join(", ", score.Words.Values.OrderByDescending(word => word.Points).ThenBy(word => word.Span.Start).Take(MostWordsNamed).Select(word => _document[word.Span]))
        : score.InSection ? "section" : sense.Usual != UsualMeaning.No ? "usual meaning" : "field of the document";

    private static bool Holds(TextSpan[] sentences, int position)
    {
        foreach (var sentence in sentences)
        {
            if (sentence.Contains(position)) return true;
        }

        return false;
    }

    // The fields that the most different words of the document speak for.
    private HashSet<string> MainFields()
    {
        var counts = _cues.Select(cue => cue.Cue).Distinct().SelectMany(cue => cue.Fields).CountBy(field => field).ToArray();
        var most = counts.Length == 0 ? 0 : counts.Max(count => count.Value);
        return most < LeastFieldWords ? [] : [.. counts.Where(count => count.Value == most).Select(count => count.Key)];
    }

    // In a passage written in capitals an abbreviation may be a word (PAS, SA).
    private bool IsAmongCapitals(TextSpan span)
    {
        var (start, end) = (Math.Max(0, span.Start - CapitalsAround), Math.Min(_document.Text.Length, span.End + CapitalsAround));
        var letters = 0;
        for (var i = start; i < end; i++)
        {
            if (char.IsLower(_document.Text[i])) return false;
            if (char.IsUpper(_document.Text[i]) && !span.Contains(i)) letters++;
        }

        return letters > LettersOfPassage;
    }

    /// <summary>What a text has for one meaning.</summary>
    private sealed record SenseScore(int Points, Dictionary<AbbreviationLexicon.Cue, (int Points, TextSpan Span)> Words, bool InSection);
}
