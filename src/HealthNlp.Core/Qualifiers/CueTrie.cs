namespace HealthNlp.Qualifiers;

/// <summary>All cues in one tree of words: reading it at a token costs the same however many there are.</summary>
internal sealed class CueTrie(WordTable words)
{
    private const int Root = 0;
    private const int SentenceStart = 1;

    private readonly Dictionary<(int Node, int Symbol), int> _edges = [];
    private readonly Dictionary<int, List<Leaf>> _leaves = [];
    private int _nodes = 2;

    /// <summary>What must follow a cue without being part of it.</summary>
    private enum Follow
    {
        Anything = -1,
        End = -2,
    }

    /// <summary>Adds a cue.</summary>
    /// <param name="pattern">Elements between spaces: see <c>qualifier_cues.tsv</c>.</param>
    /// <param name="cue">The cue.</param>
    internal void Add(string pattern, Cue cue)
    {
        var elements = pattern.Split(' ');
        var anchored = elements[0] == "^";
        Add(anchored ? SentenceStart : Root, elements.AsSpan(anchored ? 1 : 0), cue);
    }

    /// <summary>The longest cue of each track that begins at a token.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="start">The token.</param>
    /// <param name="found">Receives for each track its cues.</param>
    internal void Read(SentenceTokens sentence, int start, Longest[] found)
    {
        foreach (var longest in found) longest.Clear();
        Walk(sentence, Root, start, 0, found);
        if (start == sentence.FirstWord) Walk(sentence, SentenceStart, start, 1, found);
    }

    private void Add(int node, ReadOnlySpan<string> elements, Cue cue)
    {
        if (elements.IsEmpty || elements[0][0] == '=' && elements[0].Length > 1)
        {
            var follow = elements.IsEmpty ? (int)Follow.Anything : elements[0] == "=$" ? (int)Follow.End : words.Symbol(elements[0][1..]);
            if (!_leaves.TryGetValue(node, out var leaves)) _leaves[node] = leaves = [];
            leaves.Add(new Leaf(cue, follow));
            return;
        }

        var element = elements[0];
        if (element.Length > 2 && element[0] == '(')
        {
            Add(node, elements[1..], cue);
            element = element[1..^1];
        }

        var key = (node, words.Symbol(element));
        if (!_edges.TryGetValue(key, out var next)) _edges[key] = next = _nodes++;
        Add(next, elements[1..], cue);
    }

    private void Walk(SentenceTokens sentence, int node, int at, int anchored, Longest[] found)
    {
        if (_leaves.TryGetValue(node, out var leaves))
        {
            foreach (var leaf in leaves)
            {
                if (Follows(sentence, at, leaf.Follow)) found[(int)leaf.Cue.Track].Offer(leaf.Cue, at, (4 * at) + (leaf.Follow == (int)Follow.Anything ? 0 : 2) + anchored);
            }
        }

        if (at >= sentence.End) return;
        foreach (var symbol in sentence.Word(at).Symbols)
        {
            if (_edges.TryGetValue((node, symbol), out var next)) Walk(sentence, next, at + 1, anchored, found);
        }

        if (sentence.IsWord(at) && _edges.TryGetValue((node, WordTable.Any), out var any)) Walk(sentence, any, at + 1, anchored, found);
        if (sentence.IsNumber(at) && _edges.TryGetValue((node, WordTable.Number), out var number)) Walk(sentence, number, at + 1, anchored, found);
    }

    private static bool Follows(SentenceTokens sentence, int at, int follow) => follow switch
    {
        (int)Follow.Anything => true,
        (int)Follow.End => at >= sentence.End || sentence.Mark(at) is '.' or ',' or ';' or ')' or ']' or '\n',
        _ => at < sentence.End && (Array.IndexOf(sentence.Word(at).Symbols, follow) >= 0 || (follow == WordTable.Number && sentence.IsNumber(at))),
    };

    private readonly record struct Leaf(Cue Cue, int Follow);

    /// <summary>The longest cues met so far; several when rows share the same words.</summary>
    internal sealed class Longest
    {
        private int _rank = -1;

        internal List<Cue> Cues { get; } = [];

        internal int End { get; private set; }

        internal void Clear()
        {
            Cues.Clear();
            _rank = -1;
        }

        internal void Offer(Cue cue, int end, int rank)
        {
            if (rank < _rank) return;
            if (rank > _rank) Cues.Clear();
            (_rank, End) = (rank, end);
            if (!Cues.Exists(other => other.Effect == cue.Effect && other.Qualifier == cue.Qualifier && other.Direction == cue.Direction)) Cues.Add(cue);
        }
    }
}
