using System.Globalization;
using HealthNlp.Matching;
using HealthNlp.Pipelines;
using HealthNlp.Text;

namespace HealthNlp.Stays;

/// <summary>A wording of <c>Data/stay_cues.tsv</c>: what it says, how strongly, and in which part of a report it counts.</summary>
internal sealed record StayCue(string Fact, string Value, int Weight, string Where);

/// <summary>The wordings about a stay that a report holds, where they count.</summary>
internal sealed class StayCues
{
    internal static readonly Lazy<EmbeddedKnowledge> Knowledge = EmbeddedKnowledge.Core("stay_cues.tsv");

    // The title and first lines: where a report says what it is. Later, "hôpital de jour" is an appointment.
    private const int HeadLength = 700;

    private static readonly Lazy<TermMatcher<StayCue>> Matcher = new(() => new TermMatcher<StayCue>(
        Knowledge.Value.Rows.SelectMany(row => row[0].Split(';').Select(wording => new Term<StayCue>(wording, new StayCue(row[1], row[2], int.Parse(row[3], CultureInfo.InvariantCulture), row[4]))
        {
            CaseSensitive = WordForms.IsShortForm(wording),
        })),
        new TermMatcherOptions { Inflection = false, Overlap = OverlapPolicy.All }));

    // How many matches before and after one may hold it.
    private const int Neighbours = 3;

    // How far a word that makes advice of a wording may stand from it, in words of the same sentence.
    private const int ReachBefore = 12;
    private const int ReachAfter = 6;

    // Each wording that counts: what it says, where it stands, its folded words.
    private readonly List<(StayCue Cue, TextSpan Span, string Words)> _found = [];

    internal static void Prepare() => _ = Matcher.Value;

    internal static StayCues Find(TokenText text, AnalysisContext context, CancellationToken cancellationToken)
    {
        var (tokens, sentences) = (context.Get(Layers.Tokens), context.Get(Layers.Sentences));
        var cues = new StayCues();
        var matches = Matcher.Value.Match(context.Get(Layers.Normalized), tokens, cancellationToken);
        for (var i = 0; i < matches.Count; i++)
        {
            var match = matches[i];
            if (IsPartOfLonger(matches, i) || !Counts(match.Value.Where, match, text) || IsAdvice(text, sentences, tokens, match)) continue;
            var words = text.Span(match.FirstToken, match.EndToken);
            cues._found.Add((match.Value, match.Span, text.FoldedText.Substring(words.Start, words.Length)));
        }

        return cues;
    }

    /// <summary>The value that the wordings of a fact speak for most, each different wording counted once.</summary>
    internal StayFact<T>? Best<T>(string fact, int least = 1, T? except = null) where T : struct, Enum
    {
        var left = except?.ToString();
        var votes = _found.Where(found => found.Cue.Fact == fact && found.Cue.Value != left)
            .GroupBy(found => found.Cue.Value)
            .Select(group => (Value: group.Key, Cues: group.DistinctBy(found => found.Words).ToList()))
            .Select(vote => (vote.Value, Weight: vote.Cues.Sum(found => found.Cue.Weight), vote.Cues))
            .OrderByDescending(vote => vote.Weight).ThenBy(vote => vote.Cues[0].Span.Start)
            .ToList();
        if (votes.Count == 0 || votes[0].Weight < least) return null;
        var strongest = votes[0].Cues.Max(found => found.Cue.Weight);
        return new StayFact<T>(Enum.Parse<T>(votes[0].Value), [.. votes[0].Cues.Where(found => found.Cue.Weight == strongest).Select(found => found.Span)], $"stay_cues {fact}");
    }

    /// <summary>The value of the wording that stands last, of those of some weight.</summary>
    internal StayFact<T>? Last<T>(string fact, int least) where T : struct, Enum =>
        _found.Where(found => found.Cue.Fact == fact && found.Cue.Weight >= least).MaxBy(found => found.Span.Start) is { Cue: { } cue } last
            ? new StayFact<T>(Enum.Parse<T>(cue.Value), [last.Span], $"stay_cues {fact}")
            : null;

    /// <summary>The wordings of a fact, the most decisive first, then in text order.</summary>
    internal IEnumerable<TextSpan> Of(string fact) =>
        _found.Where(found => found.Cue.Fact == fact).OrderByDescending(found => found.Cue.Weight).ThenBy(found => found.Span.Start).Select(found => found.Span);

    // "transférée en" of "transférée en salle de naissance", which is no transfer.
    private static bool IsPartOfLonger(SpanIndex<TermMatch<StayCue>> matches, int i)
    {
        if (matches[i].Value.Fact != "discharge") return false;
        for (var j = Math.Max(0, i - Neighbours); j < Math.Min(matches.Count, i + Neighbours + 1); j++)
        {
            if (matches[j].Value.Fact == "discharge" && matches[j].Span.Length > matches[i].Span.Length && matches[j].Span.Contains(matches[i].Span)) return true;
        }

        return false;
    }

    private static bool Counts(string where, TermMatch<StayCue> match, TokenText text) => where switch
    {
        "head" => match.Span.Start < HeadLength,
        "admission" => text.SectionAt(match.FirstToken)?.Kind is null or SectionKind.Header or SectionKind.Reason or SectionKind.PresentIllness or SectionKind.ClinicalInformation or SectionKind.Pregnancy,
        "discharge" => text.SectionAt(match.FirstToken)?.Kind is null or SectionKind.Header or SectionKind.Course or SectionKind.Conclusion or SectionKind.Discharge or SectionKind.DischargeTreatment
            or SectionKind.FollowUp or SectionKind.PatientInformation or SectionKind.Prescriptions or SectionKind.Diagnosis or SectionKind.Other,
        _ => true,
    };

    // "Consulter aux urgences si fièvre", "pas de retour à domicile": the wording states nothing of this stay.
    private static bool IsAdvice(TokenText text, SpanIndex<Sentence> sentences, SpanIndex<Token> tokens, TermMatch<StayCue> match)
    {
        if (match.Value.Fact is "sex" or "care") return false;
        var around = sentences.At(match.Span.Start).Select(found => found.Span).FirstOrDefault();
        for (var i = match.FirstToken - 1; i >= Math.Max(0, match.FirstToken - ReachBefore) && tokens[i].Span.Start >= around.Start; i--)
        {
            if (text.Folded(i) is "si" or "pas" or "refus" or "refuse" or "consulter" or "reconsulter" or "revenir") return true;
        }

        for (var i = match.EndToken; i < Math.Min(tokens.Count, match.EndToken + ReachAfter) && tokens[i].Span.End <= around.End; i++)
        {
            if (text.Folded(i) is "si" or "refuse" or "refusee") return true;
        }

        return false;
    }
}
