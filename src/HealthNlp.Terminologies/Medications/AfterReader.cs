using HealthNlp.Quantities;

namespace HealthNlp.Terminologies;

/// <summary>Reads what stands after a drug, up to the next drug, the end of the sentence or words that say something else.</summary>
internal sealed class AfterReader(Atoms atoms, MedicationWords words, TimeReader times, DoseLookup doses)
{
    /// <summary>The most words that say nothing of the prescription between two parts of it.</summary>
    private const int LargestGap = 3;

    private const string NotTaken = "not_taken";

    private const WordingKinds Parts = WordingKinds.Route | WordingKinds.Form | WordingKinds.LongTerm | WordingKinds.Act | WordingKinds.Filler
        | WordingKinds.Wall;

    /// <summary>Reads the atoms after a drug.</summary>
    /// <param name="mention">The drug.</param>
    /// <param name="end">Where to stop.</param>
    /// <returns>The statement, and the atom after its last part.</returns>
    internal (MedicationStatement Statement, int End) Read(DrugMention mention, int end)
    {
        var draft = new StatementDraft(mention, atoms);
        var (i, gap, last, comma) = (mention.End, 0, mention.End, false);
        if (mention.HasStrength && Concentration(i, end) is > 0 and var concentration)
        {
            draft.Cover(i, i + concentration);
            last = i += concentration;
        }

        while (i + 1 < end && atoms[i] is "lp" or "li" or "forte" or "fort" && atoms.IsNumber(i + 1)) i++;
        if (mention.HasStrength && Strength(i, end, out var strength) is > 0 and var bare)
        {
            if (strength is not null) draft.Doses.Add(strength);
            draft.Cover(i, i + bare);
            last = i += bare;
        }

        while (i < end && gap <= LargestGap)
        {
            if (Part(i, end, gap, mention.End, draft) is > 0 and var part)
            {
                draft.Cover(i, i + part);
                last = i += part;
                (gap, comma) = (0, false);
                continue;
            }

            if (Elapsed(i, end) is > 0 and var elapsed)
            {
                i += elapsed;
                gap++;
                continue;
            }

            if (Limit(i, end) is > 0 and var limit)
            {
                i += limit;
                continue;
            }

            if (atoms[i] is ";" or "." or "!" or "?") break;
            var word = words.At(atoms, i, end, Parts);
            if (word?.Kind is WordingKinds.Wall or WordingKinds.Act) break;
            if (word is null && !atoms.IsMark(i))
            {
                // "amlodipine, œdèmes le soir": another thing, unless it is how it is done ("initialement").
                if (comma && !atoms[i].EndsWith("ment")) break;
                gap++;
            }

            comma |= atoms[i] is ",";
            i += word?.Words.Length ?? 1;
        }

        return (draft.Make(), last);
    }

    private int Part(int i, int end, int gap, int mentionEnd, StatementDraft draft)
    {
        if (doses.ScheduleAt(i, end, out var schedule) is > 0 and var whole)
        {
            draft.Frequency.Schedule = schedule;
            return draft.Said(i, whole);
        }

        if (times.Days(i, end, draft.Frequency) is > 0 and var days) return draft.Said(i, days);
        if (words.At(atoms, i, end, WordingKinds.Rhythm) is { } rhythm)
        {
            draft.Frequency.Add(rhythm.Value);
            return draft.Said(i, rhythm.Words.Length);
        }

        if (doses.At(i, end, out var dose) is > 0 and var amount)
        {
            draft.Add(dose!);
            return amount;
        }

        if (times.Times(i, end, draft.Frequency) is > 0 and var often) return draft.Said(i, often);
        if (Duration(i, end, gap, draft) is > 0 and var length) return length;
        if (Status(i, end, mentionEnd, draft) is > 0 and var status) return status;
        if (words.At(atoms, i, end, Parts) is not { } word) return CountedMoment(i, end, draft);
        switch (word.Kind)
        {
            case WordingKinds.Route when IsNounOfNext(i, word.Words.Length, end):
                return 0;
            case WordingKinds.Route:
                draft.Route ??= new MedicationPart(atoms.Raw(i, i + word.Words.Length), word.Value);
                break;
            case WordingKinds.Form when IsOfNext(i + word.Words.Length, end):
                return 0;
            case WordingKinds.Form:
                draft.Form ??= new MedicationPart(atoms.Raw(i, i + word.Words.Length), word.Value);
                break;
            case WordingKinds.LongTerm:
                draft.Duration ??= new MedicationDuration(atoms.Raw(i, i + word.Words.Length)) { LongTerm = true };
                break;
            default:
                return 0;
        }

        return word.Words.Length;
    }

    // "NaCl et lavement Normacol": the route of the drug that begins at the end.
    private bool IsNounOfNext(int i, int length, int end) => i + length == end && i > 0 && atoms[i - 1] is "et" or "," or "+" && words.At(atoms, i, end, WordingKinds.Means) is not null;

    // "antibiotique et injection de fer": the form of the drug that begins at the end.
    private bool IsOfNext(int i, int end) => i < atoms.Count && i + 2 >= end && atoms[i] is "de" or "d" or "du";

    /// <summary>Whether a result of the laboratory stands after a substance: <c>vitamine B12 : 80 pmol/L</c>, <c>EPO = 20</c>, <c>vitamine D basse</c>.</summary>
    internal bool IsResult(DrugMention mention, int end)
    {
        if (!mention.IsMeasured) return false;
        var i = mention.End;
        while (i < end && atoms[i] is ":" or "=" or "a") i++;
        if (words.At(atoms, i, end, WordingKinds.Result) is not null) return true;
        if (i >= end || !atoms.IsNumber(i) || doses.At(i, end, out _) > 0 || doses.ScheduleAt(i, end, out _) > 0 || times.Times(i, end, new FrequencyDraft()) > 0) return false;
        return i + 1 < end && atoms[i + 1] is "pmol" or "nmol" or "pg" or "ng" or "ug" or "mcg" or "mui" || (i > mention.End && (i + 1 >= end || atoms[i + 1] is "," or "." or ";" or ")"));
    }

    // "arrêt de", "majorer l'hydratation": what follows is another thing's.
    private int Status(int i, int end, int mentionEnd, StatementDraft draft)
    {
        if (words.At(atoms, i, end, WordingKinds.Status) is not { } status || BeforeReader.IsDenied(atoms, i, mentionEnd)) return 0;
        var next = i + status.Words.Length;
        if (next < end && atoms[next] is "de" or "d" or "du" or "l" or "la" or "les") return 0;

        // "relais HBPM non nécessaire": no beginning, whatever stands before.
        if (draft.Status is null || status.Value == NotTaken) draft.Status = new MedicationPart(atoms.Raw(i, next), status.Value);
        return next - i;
    }

    // "1 le matin et 1 le soir": the number alone is the count of what was named before.
    private int CountedMoment(int i, int end, StatementDraft draft)
    {
        if (times.Number(i, end, out _) is not (> 0 and var read) || words.At(atoms, i + read, end, WordingKinds.Rhythm) is not { } moment) return 0;
        draft.Frequency.Add(moment.Value);
        return draft.Said(i, read + moment.Words.Length);
    }

    private int Duration(int i, int end, int gap, StatementDraft draft)
    {
        if (words.At(atoms, i, end, WordingKinds.Until) is { } until)
        {
            var first = i + until.Words.Length;
            if (first < end && (doses.At(first, end, out _) > 0 || times.Times(first, end, new FrequencyDraft()) > 0)) return 0;
            var read = times.End(first, end);
            if (read == 0) return 0;
            draft.Duration ??= new MedicationDuration(atoms.Raw(i, first + read)) { Until = atoms.Raw(first, first + read) };
            return until.Words.Length + read;
        }

        var cue = words.At(atoms, i, end, WordingKinds.Duration);
        if (cue is null && gap > 0) return 0;
        var start = i + (cue?.Words.Length ?? 0);
        if (start >= end) return 0;
        var length = times.Length(start, end, out var value, out var upper, out var unit);
        if (length == 0 || (cue is null && unit is "h" or "min" or "a") || words.At(atoms, start + length, end, WordingKinds.After) is not null) return 0;
        draft.Duration ??= new MedicationDuration(atoms.Raw(i, start + length)) { Value = value, UpperValue = upper, Unit = unit };
        return start + length - i;
    }

    // "depuis 3 jours", "dans 2 mois": not how long it will be taken.
    private int Elapsed(int i, int end) =>
        words.At(atoms, i, end, WordingKinds.Elapsed) is { } cue && times.Length(i + cue.Words.Length, end, out _, out _, out _) is > 0 and var length
            ? cue.Words.Length + length : 0;

    // "maximum 4 g par jour", "max 3/j": neither the dose nor the rhythm.
    private int Limit(int i, int end)
    {
        if (words.At(atoms, i, end, WordingKinds.Limit) is not { } cue) return 0;
        var at = i + cue.Words.Length;
        at += doses.At(at, end, out _);
        at += times.Times(at, end, new FrequencyDraft());
        return at - i;
    }

    // "5 mg/mL", "0,5 mg / 2 mL": what is in the ampoule, not what is given.
    private int Concentration(int i, int end)
    {
        const string Volume = "ml";
        if (i + 3 >= end || !atoms.IsNumber(i) || doses.At(i, end, out _) > 0 || atoms[i + 1] is not ("mg" or "g" or "ug" or "µg" or "mcg" or "ui") || atoms[i + 2] is not "/") return 0;
        var last = atoms.IsNumber(i + 3) ? i + 4 : i + 3;
        return last < end && atoms[last].SequenceEqual(Volume) ? last + 1 - i : 0;
    }

    // A bare number says the strength when the prescription goes on or ends after it; two ("400/12") are those of an association.
    private int Strength(int i, int end, out Quantity? strength)
    {
        strength = null;
        if (i >= end || !atoms.IsNumber(i) || doses.At(i, end, out _) > 0 || doses.ScheduleAt(i, end, out _) > 0) return 0;
        if (doses.Fraction(i, end, out strength) is > 0 and var half) return half;
        if (i + 2 < end && atoms[i + 1] is "/" && atoms.IsNumber(i + 2) && doses.At(i + 2, end, out _) == 0) return 3;
        if (times.Times(i, end, new FrequencyDraft()) > 0 || times.Length(i, end, out _, out _, out _) > 0) return 0;
        var goesOn = i + 1 == end || atoms[i + 1] is "," or ";" or "." or "(" or ")" or ":" or "x" or "en" || doses.At(i + 1, end, out _) > 0
            || times.Times(i + 1, end, new FrequencyDraft()) > 0 || doses.ScheduleAt(i + 1, end, out _) > 0
            || words.At(atoms, i + 1, end, WordingKinds.Route | WordingKinds.Rhythm | WordingKinds.Form | WordingKinds.LongTerm | WordingKinds.Duration) is not null;
        return goesOn ? doses.Strength(i, end, out strength) : 0;
    }
}
