using System.Collections.Frozen;
using HealthNlp.Dates;
using HealthNlp.Pipelines;

namespace HealthNlp.Terminologies;

/// <summary>
/// Reads how each drug is taken (<see cref="MedicationLayers.Medications"/>): dose, route, rhythm, length, start and stop;
/// each also as an entity <see cref="LexiconLabels.Medication"/> for the writers. Comes after
/// <see cref="LexiconComponent"/>, whose drugs it reads around, and after the dates and quantities. After <see cref="AllergyComponent"/>, the substance of an
/// allergy gives no statement; nor does an antibiotic that a germ was tested against.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class MedicationComponent : PipelineComponent
{
    private const int LongestLink = 15;
    private static readonly FrozenSet<string> Links = FrozenSet.ToFrozenSet(["", "du", "de", "entre", "entre le", "le", "(", "(du", "à partir du"], StringComparer.Ordinal);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Digests = new(() => EmbeddedKnowledge.Digests([MedicationWords.Knowledge.Value]));

    /// <inheritdoc/>
    public override string Name => "medications";

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Normalized, Layers.Sentences, Layers.Dates, Layers.Quantities, Layers.Entities];

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Gives { get; } = [MedicationLayers.Medications, Layers.Entities];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Knowledge => Digests.Value;

    internal override void Prepare()
    {
        _ = MedicationWords.Default.Value;
    }

    /// <inheritdoc/>
    public override void Process(AnalysisContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var text = context.Get(Layers.Normalized);
        var atoms = new Atoms(text);
        var mentions = Mentions(context, atoms, cancellationToken);
        var words = MedicationWords.Default.Value;
        var times = new TimeReader(atoms);
        var doses = new DoseLookup(atoms, words, text, context.Get(Layers.Quantities));
        var before = new BeforeReader(atoms, words, times, doses);
        for (var i = 0; i < mentions.Count; i++) before.Read(mentions[i], i > 0 ? mentions[i - 1] : null);

        var after = new AfterReader(atoms, words, times, doses);
        var tested = new TestedDrugs(atoms, words);
        var statements = new List<MedicationStatement>();
        var (end, shared) = (0, new List<int>());
        for (var i = 0; i < mentions.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mention = mentions[i];
            if (i > 0 && mention.Act is null && mentions[i - 1].SentenceStart == mention.SentenceStart && IsJoined(atoms, words, end, mention.Start)) Inherit(mention, mentions[i - 1]);
            var limit = i + 1 < mentions.Count ? Math.Min(mention.SentenceEnd, mentions[i + 1].Start) : mention.SentenceEnd;
            if (tested.Contains(mention) || after.IsResult(mention, mention.SentenceEnd)) continue;
            if (statements.Count > 0 && mention.Start - end == 1 && atoms[end] is "et" or "+" or "/" && mentions[i - 1].SentenceStart == mention.SentenceStart) shared.Add(statements.Count);
            (var statement, end) = after.Read(mention, limit);
            statements.Add(WithDate(statement, context.Get(Layers.Dates), context.Document.Text));
        }

        for (var k = shared.Count - 1; k >= 0; k--) Share(statements, shared[k]);
        context.Set(MedicationLayers.Medications, new SpanIndex<MedicationStatement>(statements));
        context.Add(statements.Select(MedicationRecord.Of));
    }

    // The end of "jusqu'au 12/07"; the two ends of "du 3 au 10 mars" that follows what is said of the drug.
    private static MedicationStatement WithDate(MedicationStatement statement, SpanIndex<DateMention> dates, string text)
    {
        if (statement.Duration is { Until: { } until } duration)
            return dates.Within(until).FirstOrDefault(date => date.Value is not null) is { } end ? statement with { Duration = duration with { UntilDate = Nearest(end) } } : statement;
        var next = dates.FirstStartingAtOrAfter(statement.Span.End);
        if (statement.Duration is not null || next == dates.Count || dates[next] is not { Kind: DateKind.Period, Start: { } first, End: { } last } period) return statement;
        if (period.Span.Start - statement.Span.End > LongestLink || !Links.Contains(text[statement.Span.End..period.Span.Start].Trim())) return statement;
        var span = statement.Span.Union(period.Span);
        return statement with { Span = span, Duration = new MedicationDuration(period.Span) { Until = last.Span, FromDate = first.Value, UntilDate = last.Value } };
    }

    // A year that is not written is taken before the date of writing; the end of a treatment may lie after it.
    private static PartialDate Nearest(DateMention date) =>
        date is { Value: { YearInferred: true, Year: { } year, Earliest: { } past } value, ReferenceDate: { } reference } && value is not { Month: 2, Day: 29 }
        && past < reference && past.AddYears(1).DayNumber - reference.DayNumber < reference.DayNumber - past.DayNumber
            ? value with { Year = year + 1 } : date.Value!;

    // "A et B matin et soir pendant 7 jours": a rhythm without a dose is that of both.
    private static void Share(List<MedicationStatement> statements, int next)
    {
        var (first, second) = (statements[next - 1], statements[next]);
        if (first.Doses.Count > 0 || second.Doses.Count > 0 || first.Frequency is not null || first.Duration is not null) return;
        statements[next - 1] = first with { Frequency = second.Frequency, Duration = second.Duration };
    }

    // "arrêt de A et de B": what is done to the first is done to those that it is listed with. "relais de A par B" starts B.
    private static void Inherit(DrugMention mention, DrugMention previous) =>
        mention.Act = previous is { IsReplaced: true, Act: { } act } ? act with { Value = "started" } : previous.Act;

    /// <summary>The drugs with their sentences; another name of the same treatment right after (<c>paracétamol (Doliprane)</c>) is part of the first.</summary>
    private static List<DrugMention> Mentions(AnalysisContext context, Atoms atoms, CancellationToken cancellationToken)
    {
        var map = context.Get(Layers.Normalized).Map;
        var sentences = context.Get(Layers.Sentences);
        var mentions = new List<DrugMention>();
        var at = 0;
        var entities = context.Get(Layers.Entities);

        // The substance of an allergy is no treatment.
        var refused = new SpanIndex<Entity>(entities.Where(entity => entity.Label == LexiconLabels.Allergy));
        foreach (var drug in entities.Where(entity => entity.Label == LexiconLabels.Drug && !refused.At(entity.Span.Start).Any(allergy => allergy.Span.Contains(entity.Span))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (at < sentences.Count && sentences[at].Span.End <= drug.Span.Start) at++;
            var sentence = map.ToNormalized(at < sentences.Count && sentences[at].Span.Start <= drug.Span.Start ? sentences[at].Span : drug.Span);
            var place = map.ToNormalized(drug.Span);
            var mention = new DrugMention(drug, atoms.From(place.Start), atoms.From(place.End), atoms.From(sentence.Start), atoms.From(Math.Max(sentence.End, place.End)));
            if (mention.End <= mention.First) continue;
            if (mentions.Count > 0 && IsOtherName(mentions[^1], mention, atoms)) mentions[^1] = mentions[^1] with { End = mention.End };
            else mentions.Add(mention);
        }

        return mentions;
    }

    private static bool IsOtherName(DrugMention first, DrugMention second, Atoms atoms) =>
        first.SentenceStart == second.SentenceStart && second.First - first.End is 0 or 1 && (second.First == first.End || atoms[first.End] is "(" or "=" or ":")
        && first.IsSame(second.Drug);

    private static bool IsJoined(Atoms atoms, MedicationWords words, int start, int end)
    {
        if (start >= end) return false;
        for (var i = start; i < end;)
        {
            if (words.At(atoms, i, end, WordingKinds.Join) is not { } join) return false;
            i += join.Words.Length;
        }

        return true;
    }
}
