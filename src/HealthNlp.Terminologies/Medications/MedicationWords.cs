using System.Collections.Frozen;
using HealthNlp.Text;

namespace HealthNlp.Terminologies;

/// <summary>The wordings of <c>medication_words.tsv</c>, found atom by atom.</summary>
internal sealed class MedicationWords
{
    private readonly FrozenDictionary<string, Wording[]> _byFirst;

    private MedicationWords(EmbeddedKnowledge knowledge) =>
        _byFirst = knowledge.Rows
            .SelectMany(row => row[2].Split(';').Select(wording => new Wording(Kind(row[0]), row[1], Atoms.Split(LatinLetters.Fold(wording).ToLowerInvariant()))))
            .GroupBy(wording => wording.Words[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(wording => wording.Words.Length).ToArray(), StringComparer.Ordinal);

    internal static Lazy<EmbeddedKnowledge> Knowledge { get; } = new(() => EmbeddedKnowledge.Load(typeof(MedicationWords).Assembly, "medication_words.tsv"));

    internal static Lazy<MedicationWords> Default { get; } = new(() => new MedicationWords(Knowledge.Value));

    /// <summary>The longest wording of one of some kinds that begins at an atom and ends before another; <see langword="null"/> when there is none.</summary>
    internal Wording? At(Atoms atoms, int i, int end, WordingKinds kinds)
    {
        if (i < 0 || i >= end || !_byFirst.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(atoms[i], out var wordings)) return null;
        foreach (var wording in wordings)
        {
            if ((wording.Kind & kinds) != 0 && i + wording.Words.Length <= end && Stands(atoms, i, wording.Words)) return wording;
        }

        return null;
    }

    private static bool Stands(Atoms atoms, int i, string[] words)
    {
        for (var k = 1; k < words.Length; k++)
        {
            if (!atoms[i + k].SequenceEqual(words[k])) return false;
        }

        return true;
    }

    private static WordingKinds Kind(string name) => Enum.Parse<WordingKinds>(name, ignoreCase: true);
}

/// <summary>A wording and what it stands for.</summary>
internal sealed record Wording(WordingKinds Kind, string Value, string[] Words);

/// <summary>The kinds of <c>medication_words.tsv</c>.</summary>
[Flags]
internal enum WordingKinds
{
    None = 0,
    Route = 1,
    Form = 2,
    Rhythm = 4,
    Duration = 8,
    LongTerm = 16,
    Until = 32,
    Elapsed = 64,
    Act = 128,
    Status = 256,
    Filler = 512,
    Wall = 1024,
    Join = 2048,
    After = 4096,
    Means = 8192,
    Limit = 16384,
    Result = 32768,
    Tested = 65536,
}
