namespace HealthNlp.Terminologies;

/// <summary>Reads what stands before a drug: <c>introduction de</c>, <c>2 g d'</c>, <c>7 jours de</c>, <c>aérosols de</c>.</summary>
internal sealed class BeforeReader(Atoms atoms, MedicationWords words, TimeReader times, DoseLookup doses)
{
    private const int Farthest = 8;
    private const int MostStrangers = 2;

    internal void Read(DrugMention mention, DrugMention? previous)
    {
        var lower = previous is not null && previous.SentenceStart == mention.SentenceStart ? previous.End : mention.SentenceStart;
        var end = mention.First;
        while (end > lower && mention.First - end < 4 && atoms[end - 1] is "de" or "d" or "'" or "du" or "la" or "l" or "le" or "des" or "par" or "un" or "une") end--;
        if (end < mention.First) ReadPart(mention, end, lower);
        else if (mention.IsBlood && end > lower && doses.Units(end - 1, out var units) > 0) (mention.Dose, mention.Start) = (units, end - 1);
        else if (doses.Before(end, lower, out var inside) is > 0 and var read && end - read > lower && atoms[end - read - 1] is "(") (mention.Dose, mention.Start) = (inside, end - read);
        ReadAct(mention, lower, alone: lower == mention.SentenceStart);
    }

    private void ReadPart(DrugMention mention, int end, int lower)
    {
        if (doses.Before(end, lower, out var dose) is > 0 and var read)
        {
            (mention.Dose, mention.Start) = (dose, end - read);
            if (words.At(atoms, end - 1, end, WordingKinds.Means) is { } means) mention.Route = new MedicationPart(atoms.Raw(end - 1, end), means.Value);
            return;
        }

        for (var length = 1; length <= 3 && end - length >= lower; length++)
        {
            var start = end - length;
            if (words.At(atoms, start, end, WordingKinds.Route | WordingKinds.Means) is { } route && route.Words.Length == length)
            {
                (mention.Route, mention.Start) = (new MedicationPart(atoms.Raw(start, end), route.Value), start);
            }
            else if (times.Length(start, end, out var value, out var upper, out var unit) == length && unit is "d" or "wk" or "mo" && !(start > lower && atoms[start - 1] is "depuis"))
            {
                (mention.Duration, mention.Start) = (new MedicationDuration(atoms.Raw(start, end)) { Value = value, UpperValue = upper, Unit = unit }, start);
            }
        }
    }

    // The nearest act of the clause. A participle belongs to the drug before it, when there is one.
    private void ReadAct(DrugMention mention, int lower, bool alone)
    {
        for (var i = mention.Start - 1; i >= lower && i >= mention.Start - Farthest; i--)
        {
            if (atoms[i] is "," or ";" or "." or "(" or ")" or "et" or "ou" or "mais" or "que" or "sauf" or "hormis") return;
            if (words.At(atoms, i, mention.Start, WordingKinds.Act | (alone ? WordingKinds.Status : 0)) is not { } act) continue;
            if (IsRefused(i, lower)) continue;
            if (IsDenied(atoms, i, lower) || Strangers(i + act.Words.Length, mention.Start) > MostStrangers) return;
            mention.IsReplaced = act.Value == "replaced";
            (mention.Act, mention.Start) = (new MedicationPart(atoms.Raw(i, i + act.Words.Length), mention.IsReplaced ? "changed" : act.Value), i);
            return;
        }
    }

    /// <summary>"pas d'indication à introduire": the words before say that it is not done.</summary>
    private bool IsRefused(int i, int lower)
    {
        for (var k = Math.Max(lower, i - Farthest); k < i; k++)
        {
            if (words.At(atoms, k, i, WordingKinds.Act) is { Value: "not_taken" } refusal && k + refusal.Words.Length == i) return true;
        }

        return false;
    }

    /// <summary>The words that are no part of a prescription.</summary>
    private int Strangers(int i, int end)
    {
        var count = 0;
        while (i < end)
        {
            var known = words.At(atoms, i, end, WordingKinds.Filler | WordingKinds.Join | WordingKinds.Route | WordingKinds.Form | WordingKinds.Rhythm);
            if (known is null && !atoms.IsMark(i)) count++;
            i += known?.Words.Length ?? 1;
        }

        return count;
    }

    /// <summary>Whether one of the three words before says no: <c>n'a pas été arrêté</c>.</summary>
    internal static bool IsDenied(Atoms atoms, int i, int lower)
    {
        for (var k = i - 1; k >= lower && k >= i - 3; k--)
        {
            if (atoms[k] is "pas" or "sans" or "ni" or "aucun" or "aucune") return true;
        }

        return false;
    }
}
