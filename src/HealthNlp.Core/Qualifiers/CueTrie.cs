namespace HealthNlp.Qualifiers;

/// <summary>All cues in one tree of words: reading it at a token costs the same however many there are.</summary>
internal sealed class CueTrie(WordTable words)
{
    private readonly Node _root = new();
    private readonly Node _sentenceStart = new();

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
        Add(anchored ? _sentenceStart : _root, elements.AsSpan(anchored ? 1 : 0), cue);
    }

    /// <summary>The longest cue of each track that begins at a token.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="start">The token.</param>
    /// <param name="found">Receives for each track its cues.</param>
    internal void Read(SentenceTokens sentence, int start, Longest[] found)
    {
        foreach (var longest in found) longest.Clear();
        Walk(sentence, _root, start, 0, found);
        if (start == sentence.FirstWord) Walk(sentence, _sentenceStart, start, 1, found);
    }

    private void Add(Node node, ReadOnlySpan<string> elements, Cue cue)
    {
        if (elements.IsEmpty || elements[0][0] == '=' && elements[0].Length > 1)
        {
            var follow = elements.IsEmpty ? (int)Follow.Anything : elements[0] == "=$" ? (int)Follow.End : words.Symbol(elements[0][1..]);
            node.Leaves.Add(new Leaf(cue, follow));
            return;
        }

        var element = elements[0];
        if (element.Length > 2 && element[0] == '(')
        {
            Add(node, elements[1..], cue);
            element = element[1..^1];
        }

        Add(node.Under(words.Symbol(element)), elements[1..], cue);
    }

    private static void Walk(SentenceTokens sentence, Node node, int at, int anchored, Longest[] found)
    {
        foreach (var leaf in node.Leaves)
        {
            if (Follows(sentence, at, leaf.Follow)) found[(int)leaf.Cue.Track].Offer(leaf.Cue, at, (4 * at) + (leaf.Follow == (int)Follow.Anything ? 0 : 2) + anchored);
        }

        if (at >= sentence.End) return;
        foreach (var symbol in sentence.Word(at).Symbols)
        {
            if (node.Next.TryGetValue(symbol, out var next)) Walk(sentence, next, at + 1, anchored, found);
        }

        if (node.Any is { } any && sentence.IsWord(at)) Walk(sentence, any, at + 1, anchored, found);
        if (node.Number is { } number && sentence.IsNumber(at)) Walk(sentence, number, at + 1, anchored, found);
    }

    private static bool Follows(SentenceTokens sentence, int at, int follow) => follow switch
    {
        (int)Follow.Anything => true,
        (int)Follow.End => at >= sentence.End || sentence.Mark(at) is '.' or ',' or ';' or ')' or ']' or '\n',
        _ => at < sentence.End && (Array.IndexOf(sentence.Word(at).Symbols, follow) >= 0 || (follow == WordTable.Number && sentence.IsNumber(at))),
    };

    private sealed record Leaf(Cue Cue, int Follow);

    /// <summary>A place in the tree: the cues that may end there and what may come next.</summary>
    private sealed class Node
    {
        internal List<Leaf> Leaves { get; } = [];

        internal Dictionary<int, Node> Next { get; } = [];

        internal Node? Any { get; private set; }

        internal Node? Number { get; private set; }

        internal Node Under(int symbol) => symbol switch
        {
            WordTable.Any => Any ??= new Node(),
            WordTable.Number => Number ??= new Node(),
            _ => Next.TryGetValue(symbol, out var next) ? next : Next[symbol] = new Node(),
        };
    }

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
