using HealthNlp.Dates;
using HealthNlp.Pipelines;
using HealthNlp.Text;

namespace HealthNlp.Stays;

/// <summary>When a stay began and ended: what the caller says, else the period or the dates that follow the wordings of a stay.</summary>
internal sealed class StayDates
{
    // Between a wording and its date: "hospitalisé dans le service de ... du".
    private const int Farthest = 120;

    // A year without 29 February, for a stay of which no year is written.
    private const int SomeYear = 2001;

    private readonly AnalysisContext _context;
    private readonly TokenText _text;
    private readonly SpanIndex<DateMention> _dates;
    private readonly StayCues _cues;

    private StayDates(AnalysisContext context, TokenText text, StayCues cues) => (_context, _text, _dates, _cues) = (context, text, context.Get(Layers.Dates), cues);

    internal StayFact<PartialDate>? Admission { get; private set; }

    internal StayFact<PartialDate>? Discharge { get; private set; }

    internal StayFact<int>? Length { get; private set; }

    internal static StayDates Read(AnalysisContext context, TokenText text, StayCues cues, CareType? care)
    {
        var dates = new StayDates(context, text, cues);
        dates.ReadText(care);
        if (context.Document.Admission is { } admission) dates.Admission = Given(admission);
        if (context.Document.Discharge is { } discharge) dates.Discharge = Given(discharge);
        if (dates.Discharge?.Value.Latest < dates.Admission?.Value.Earliest) dates.DropReadDate();
        dates.Length = dates.Days() ?? dates.WrittenLength();
        return dates;
    }

    private static StayFact<PartialDate> Given(DateOnly date) => new(PartialDate.Of(date), [], "document");

    private void ReadText(CareType? care)
    {
        var stay = After("stay_period", date => IsDay(date) || IsPeriod(date));
        if (stay is { Kind: DateKind.Period })
        {
            Admission = Fact(stay.Start!);
            Discharge = Fact(stay.End!);
            return;
        }

        if ((After("admission_date", IsDay) ?? stay) is { } admission) Admission = Fact(admission);
        if (After("discharge_date", IsDay) is { } discharge) Discharge = Fact(discharge);
        if (care is CareType.DayHospital or CareType.Ambulatory or CareType.Consultation && Discharge is null && Admission is not null) Discharge = Admission with { Rule = "stay of one day" };
    }

    // The text is wrong, or not about this stay: what it says gives way to what the caller says.
    private void DropReadDate()
    {
        if (Discharge!.Rule != "document") Discharge = null;
        else Admission = null;
    }

    private static bool IsDay(DateMention date) => date is { Kind: DateKind.Absolute, Value.Day: not null };

    private static bool IsPeriod(DateMention date) => date is { Kind: DateKind.Period, Start.Value.Day: not null, End.Value.Day: not null };

    /// <summary>The first date of a kind after a wording, in its sentence.</summary>
    private DateMention? After(string fact, Func<DateMention, bool> accept)
    {
        var sentences = _context.Get(Layers.Sentences);
        foreach (var cue in _cues.Of(fact))
        {
            var end = Math.Min(cue.End + Farthest, sentences.At(cue.Start).Select(sentence => sentence.Span.End).FirstOrDefault(cue.End));
            for (var i = _dates.FirstStartingAtOrAfter(cue.Start); i < _dates.Count && _dates[i].Span.Start < end; i++)
            {
                if (_dates[i].Span.Start >= cue.End && accept(_dates[i]) && !YearRules.IsBirth(_text, _context.Get(Layers.Tokens).FirstStartingAtOrAfter(_dates[i].Span.Start))) return _dates[i];
            }
        }

        return null;
    }

    private StayFact<int>? Days() => Day(Admission) is { } first && Day(Discharge) is { } last && last >= first && (Admission!.Value.Year is null) == (Discharge!.Value.Year is null)
        ? new(last.DayNumber - first.DayNumber, [.. Admission.Evidence.Concat(Discharge.Evidence).Distinct()], "dates")
        : null;

    private static DateOnly? Day(StayFact<PartialDate>? date) => date?.Value is not { Month: { } month, Day: { } day } value ? null
        : value.Earliest ?? (DateTime.DaysInMonth(SomeYear, month) >= day ? new DateOnly(SomeYear, month, day) : null);

    private StayFact<int>? WrittenLength() =>
        After("stay_length", date => date is { Kind: DateKind.Duration, Amounts: [{ Unit: TimeUnit.Days }] }) is { } length
            ? new((int)length.Amounts[0].Value, [length.Span], "stay_cues stay_length")
            : null;

    private static StayFact<PartialDate> Fact(DateMention date) => new(date.Value!, [date.Span], "dates");
}
