using HealthNlp.Dates;

namespace HealthNlp.Qualifiers;

/// <summary>Years and dates before the year of writing, as cues of history: <c>en 2012</c>, <c>(2012)</c>, <c>12/03/2012</c>, <c>il y a 10 ans</c>.</summary>
internal sealed class PastYears(Document document, SpanIndex<DateMention> dates)
{
    private const int MostWordsBefore = 4;

    // How far a word of birth may stand before: keeps the time linear.
    private const int BirthReach = 12;

    private static readonly Cue Year = new(Track.History, Effect.Qualify, Qualifier.History, Direction.Before, Reach.Clause, 0.85, "History: past year") { IsDate = true };
    private static readonly Cue Ago = new(Track.History, Effect.Qualify, Qualifier.History, Direction.Before, Reach.Clause, 0.85, "History: il y a N ans") { IsDate = true };

    // The caller's, else the latest that a whole date of the text names; 0 when there is none.
    private readonly int _written = document.Written?.Year
        ?? dates.Where(date => date is { Kind: DateKind.Absolute, Value: { Day: not null, Year: not null } }).Select(date => date.Value!.Year!.Value).DefaultIfEmpty(0).Max();

    private int _next;

    /// <summary>Adds the cues of a sentence; sentences come in text order.</summary>
    internal void Read(SentenceTokens sentence, SentenceCues cues)
    {
        var span = sentence.Span(sentence.Start, sentence.End);
        while (_next < dates.Count && dates[_next].Span.Start < span.Start) _next++;
        for (; _next < dates.Count && dates[_next].Span.Start < span.End; _next++)
        {
            if (CueOf(dates[_next]) is { } cue) Add(sentence, cues, cue, sentence.TokenAt(dates[_next].Span.Start), sentence.TokenAt(dates[_next].Span.End - 1) + 1);
        }

        for (var i = sentence.Start + 1; i < sentence.End; i++)
        {
            if (IsShortYear(sentence, i)) Add(sentence, cues, Year, i, i + 1);
        }
    }

    // "en 98", "les années 90": too little for a date, enough for the past.
    private static bool IsShortYear(SentenceTokens sentence, int token) => sentence.Folded(token) is [>= '5' and <= '9', >= '0' and <= '9']
        && (sentence.Folded(token - 1) is "annees" || (sentence.Folded(token - 1) is "en" && (token + 1 >= sentence.End || sentence.Kind(token + 1) != TokenKind.Unit)));

    private Cue? CueOf(DateMention date) => date switch
    {
        { Kind: DateKind.Absolute, Value: { Year: { } year, YearInferred: false } } when year < _written => Year,
        { Kind: DateKind.Relative, Direction: DateDirection.Past, Amounts: [{ Unit: TimeUnit.Years }, ..] } => Ago,
        _ => null,
    };

    // With the words that lead to the date. Past years say nothing of what goes on since (depuis 2012), nor does a birth.
    private static void Add(SentenceTokens sentence, SentenceCues cues, Cue cue, int start, int end)
    {
        var first = start;
        while (first > sentence.FirstWord && start - first < MostWordsBefore && LeadsTo(sentence, first - 1)) first--;
        for (var i = Math.Max(sentence.Start, first - BirthReach); i < end; i++)
        {
            if (DateWords.Birth.Contains(sentence.Folded(i)) || (sentence.Folded(i) is "depuis" && i >= first - 1)) return;
        }

        cues.Add(new CueHit(cue, first, end));
    }

    private static bool LeadsTo(SentenceTokens sentence, int token) =>
        sentence.Is(token, WordFlags.Link | WordFlags.Determiner) || sentence.Mark(token) is '(' or ',' || sentence.Folded(token) is "annees" or "fin" or "debut";
}
