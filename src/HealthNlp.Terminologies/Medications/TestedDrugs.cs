namespace HealthNlp.Terminologies;

/// <summary>Tells the antibiotics of an antibiogram (<c>sensible à A et B</c>, <c>R : A, B</c>, <c>A : S</c>) from those that are given.</summary>
internal sealed class TestedDrugs(Atoms atoms, MedicationWords words)
{
    private const int LongestLead = 12;
    private static readonly string[] AntiInfectives = ["J01", "J02", "J04"];
    private DrugMention? _last;

    /// <summary>Whether a drug is one that a germ was tested against. Drugs come in text order.</summary>
    internal bool Contains(DrugMention mention)
    {
        if (mention.Act is not null || mention.Drug.Concept?.Properties.GetValueOrDefault("atc") is not { } atc || !Array.Exists(AntiInfectives, group => atc.StartsWith(group, StringComparison.Ordinal))) return false;
        var isListed = _last?.SentenceStart == mention.SentenceStart && IsLink(_last.End, mention.First);
        if (!isListed && !IsLed(mention) && !HasVerdict(mention.End, mention.SentenceEnd)) return false;
        _last = mention;
        return true;
    }

    // The words of a germ end at the drug: nothing but links between.
    private bool IsLed(DrugMention mention)
    {
        for (var i = Math.Max(mention.SentenceStart, mention.First - LongestLead); i < mention.First; i++)
        {
            if (words.At(atoms, i, mention.First, WordingKinds.Tested) is { Value: "before" } cue && IsLink(i + cue.Words.Length, mention.First)) return true;
        }

        return false;
    }

    private bool IsLink(int i, int end)
    {
        while (i < end)
        {
            var join = words.At(atoms, i, end, WordingKinds.Join);
            if (join is null && atoms[i] is not ("a" or "au" or "aux" or "ou")) return false;
            i += join?.Words.Length ?? 1;
        }

        return true;
    }

    // "amoxicilline : S", "ofloxacine (R)", "ceftriaxone résistant".
    private bool HasVerdict(int i, int end)
    {
        while (i < end && atoms[i] is ":" or "(" or "=" or "-") i++;
        if (words.At(atoms, i, end, WordingKinds.Tested) is not null) return true;
        return i < end && atoms.Written(i, i + 1) is "S" or "R" or "I" && (i + 1 >= end || atoms.IsMark(i + 1)) && !(i + 1 < end && atoms[i + 1] is "'");
    }
}
