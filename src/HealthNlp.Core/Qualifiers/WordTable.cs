using HealthNlp.Text;

namespace HealthNlp.Qualifiers;

/// <summary>What the rules of scope know of a word.</summary>
[Flags]
internal enum WordFlags
{
    None = 0,
    Determiner = 1,

    /// <summary><c>son</c>, <c>cette</c>: what follows is known already, so that no <c>pas de</c> denies it.</summary>
    Owned = 1 << 1,
    Link = 1 << 2,
    Join = 1 << 3,
    Preposition = 1 << 4,
    Subject = 1 << 5,
    Who = 1 << 6,
    Adverb = 1 << 7,
    Copula = 1 << 8,
    Sample = 1 << 9,
    Relative = 1 << 10,
    Finite = 1 << 11,

    /// <summary>A finite verb or a participle, alike without accents (<c>retrouve</c>, <c>retrouvé</c>).</summary>
    PerhapsFinite = 1 << 12,
    Participle = 1 << 13,

    /// <summary>Opens a clause: <c>si</c>.</summary>
    Opens = 1 << 14,

    /// <summary>What a result is said of: a test, a sample.</summary>
    Test = 1 << 15,
    Auxiliary = 1 << 16,

    /// <summary>Says that something is as it should be: <c>souple</c>, <c>conservé</c>.</summary>
    Healthy = 1 << 17,

    /// <summary><c>autre</c>: a denial with it leaves out what follows <c>que</c>.</summary>
    Other = 1 << 18,

    /// <summary><c>diagnostiqué</c>: a date after it is that of the disease, not of what is done for it.</summary>
    Found = 1 << 19,
}

/// <summary>The words of the knowledge files: the symbols that cues are written in, classes of words and forms of verbs among them.</summary>
internal sealed class WordTable
{
    /// <summary>The symbol of any word or number: <c>*</c>.</summary>
    internal const int Any = 0;

    /// <summary>The symbol of a number: <c>#</c>.</summary>
    internal const int Number = 1;

    private static readonly (string Class, WordFlags Flag)[] Flags =
    [
        ("det", WordFlags.Determiner), ("owned", WordFlags.Owned), ("link", WordFlags.Link), ("join", WordFlags.Join), ("prep", WordFlags.Preposition),
        ("subject", WordFlags.Subject), ("who", WordFlags.Who), ("adverb", WordFlags.Adverb), ("copula", WordFlags.Copula), ("sample", WordFlags.Sample),
        ("relative", WordFlags.Relative), ("opens", WordFlags.Opens), ("aux", WordFlags.Auxiliary), ("healthy", WordFlags.Healthy), ("other", WordFlags.Other), ("found", WordFlags.Found), ("sample", WordFlags.Test), ("test", WordFlags.Test),
    ];

    private readonly Dictionary<string, HashSet<string>> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal) { ["*"] = Any, ["#"] = Number };
    private readonly Dictionary<string, List<int>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordFlags> _flags = new(StringComparer.Ordinal);
    private readonly WordMap<Word> _known = new();

    internal WordTable(EmbeddedKnowledge words, EmbeddedKnowledge verbs)
    {
        foreach (var row in words.Rows) AddAll(row[0], row[1]);
        foreach (var (name, flag) in Flags)
        {
            foreach (var word in _classes[name]) Flag(word, flag);
        }

        foreach (var row in verbs.Rows) AddVerb(row);
    }

    /// <summary>The symbol of one element of a cue: a word, words between bars, <c>&lt;class&gt;</c>, <c>*</c> or <c>#</c>.</summary>
    internal int Symbol(string element)
    {
        if (_symbols.TryGetValue(element, out var symbol)) return symbol;
        symbol = _symbols[element] = _symbols.Count;
        foreach (var part in element.Length == 1 ? [element] : element.Split('|'))
        {
            IEnumerable<string> words = part.Length > 2 && part[0] == '<' ? _classes[part[1..^1]] : [LatinLetters.Fold(part.Replace("œ", "oe", StringComparison.Ordinal))];
            foreach (var word in words)
            {
                if (!_words.TryGetValue(word, out var symbols)) _words[word] = symbols = [];
                if (!symbols.Contains(symbol)) symbols.Add(symbol);
            }
        }

        return symbol;
    }

    /// <summary>Ends the building, once all cues have their symbols.</summary>
    internal void Seal()
    {
        foreach (var word in _words.Keys.Union(_flags.Keys))
        {
            _known.TryAdd(word, new Word(_words.TryGetValue(word, out var symbols) ? [.. symbols] : [], _flags.GetValueOrDefault(word)));
        }
    }

    /// <summary>What the files know of a word in lower case without accents.</summary>
    internal Word Find(ReadOnlySpan<char> folded) =>
        _known.TryGetValue(folded, out var word) ? word : Word.Unknown;

    private void AddVerb(string[] row)
    {
        var (name, infinitive, finite, participles, conditional, present) = (row[0], row[1], row[2], row[3], row[4], row[5]);
        if (finite == "er")
        {
            var stem = infinitive[..^2];
            var soft = stem[^1] == 'g' ? stem + "e" : stem[^1] == 'c' ? stem[..^1] + "ç" : stem;
            finite = $"{stem}e {stem}ent {soft}ait {soft}aient {soft}a {stem}èrent {stem}era {stem}eront {stem}ons {soft}ons";
            participles = $"{stem}é {stem}ée {stem}és {stem}ées";
            conditional = $"{stem}erait {stem}eraient";
            present = $"{soft}ant";
        }

        AddAll(name, finite);
        AddAll(name + ".pp", participles);
        AddAll(name + ".inf", infinitive);
        AddAll(name + ".cond", conditional);
        AddAll(name + ".ant", present);
        AddAll("cond", conditional);
        foreach (var word in Words(participles)) Flag(word, WordFlags.Participle);
        foreach (var word in Words(finite + ' ' + conditional))
        {
            Flag(word, _flags.GetValueOrDefault(word).HasFlag(WordFlags.Participle) || word == "a" ? WordFlags.PerhapsFinite : WordFlags.Finite);
        }
    }

    private void AddAll(string name, string words)
    {
        if (!_classes.TryGetValue(name, out var set)) _classes[name] = set = new HashSet<string>(StringComparer.Ordinal);
        set.UnionWith(Words(words));
    }

    private void Flag(string word, WordFlags flag) => _flags[word] = _flags.GetValueOrDefault(word) | flag;

    private static IEnumerable<string> Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word != "-")
        .Select(word => LatinLetters.Fold(word.Replace("œ", "oe", StringComparison.Ordinal)));
}

/// <summary>What the knowledge files know of a word.</summary>
/// <param name="Symbols">The elements of cues that it may stand for.</param>
/// <param name="Flags">What the rules of scope know of it.</param>
internal sealed record Word(int[] Symbols, WordFlags Flags)
{
    internal static Word Unknown { get; } = new([], WordFlags.None);
}
