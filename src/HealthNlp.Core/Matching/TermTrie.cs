namespace HealthNlp.Matching;

/// <summary>Terms whose words follow one another, as a tree that is walked word by word.</summary>
internal sealed class TermTrie
{
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<(int Value, string[]? Exact, int Next)> _ends = [];
    private readonly List<int> _firstEnd = [-1];

    // The first step is a table: most words of a text begin no term. 0 where no term begins.
    private int[] _roots = new int[16];

    internal void Add(List<int> words, int value, string[]? exact)
    {
        var node = Root(words[0]);
        for (var i = 1; i < words.Count; i++)
        {
            var edge = Edge(node, words[i]);
            if (!_edges.TryGetValue(edge, out var next)) _edges[edge] = next = NewNode();
            node = next;
        }

        _ends.Add((value, exact, _firstEnd[node]));
        _firstEnd[node] = _ends.Count - 1;
    }

    /// <summary>Offers every term that begins at a word.</summary>
    internal void Read(TermReader reader, int first)
    {
        var words = reader.Words;
        var id = words[first].Id;
        if ((uint)id >= (uint)_roots.Length) return;
        Walk(reader, first, first, _roots[id]);
    }

    private void Walk(TermReader reader, int first, int at, int node)
    {
        if (node == 0) return;
        var words = reader.Words;
        for (var end = _firstEnd[node]; end >= 0; end = _ends[end].Next) reader.Offer(first, at, _ends[end].Value, _ends[end].Exact);
        var last = Math.Min(words.Count, at + 2 + WordForms.MostLinks);
        for (at++; at < last && !words[at].AfterWall; at++)
        {
            var id = words[at].Id;
            if (id >= 0 && _edges.TryGetValue(Edge(node, id), out var next)) Walk(reader, first, at, next);

            // A link word may be the end of a term and the middle of another: both are walked.
            if (!words[at].IsLink) return;
        }
    }

    private int Root(int word)
    {
        if (word >= _roots.Length) Array.Resize(ref _roots, 2 * (word + 1));
        if (_roots[word] == 0) _roots[word] = NewNode();
        return _roots[word];
    }

    private int NewNode()
    {
        _firstEnd.Add(-1);
        return _firstEnd.Count - 1;
    }

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;
}
