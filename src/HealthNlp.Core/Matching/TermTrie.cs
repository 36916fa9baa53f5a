namespace HealthNlp.Matching;

/// <summary>Terms whose words follow one another, as a tree that is walked word by word.</summary>
internal sealed class TermTrie
{
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<(int Value, string[]? Exact, int Next)> _ends = [];
    private readonly List<int> _firstEnd = [-1];
    private int[] _roots = [];

    internal void Add(List<int> words, int value, string[]? exact)
    {
        var node = 0;
        foreach (var word in words)
        {
            var edge = Edge(node, word);
            if (!_edges.TryGetValue(edge, out var next))
            {
                _edges[edge] = next = _firstEnd.Count;
                _firstEnd.Add(-1);
            }

            node = next;
        }

        _ends.Add((value, exact, _firstEnd[node]));
        _firstEnd[node] = _ends.Count - 1;
    }

    /// <summary>Puts the first step in a table: most words of a text begin no term.</summary>
    internal void Seal()
    {
        var roots = _edges.Where(edge => edge.Key >> 32 == 0).ToList();
        _roots = new int[roots.Count == 0 ? 0 : roots.Max(edge => (int)edge.Key) + 1];
        foreach (var (edge, node) in roots) _roots[(int)edge] = node;
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

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;
}
