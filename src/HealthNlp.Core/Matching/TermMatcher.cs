using HealthNlp.Text;

namespace HealthNlp.Matching;

/// <summary>Finds the terms of a lexicon in one pass over the tokens of a text.</summary>
/// <typeparam name="T">What a term stands for; a class, so that one compiled code serves every lexicon.</typeparam>
/// <remarks>
/// Immutable and thread-safe. Terms are compared word by word, whatever the case, accents, hyphens and, by option, plural and feminine marks; a term
/// begins and ends with a token and crosses neither a line end nor a punctuation mark. Time grows with the number of words of the text, not with that of terms.
/// </remarks>
public sealed class TermMatcher<T> where T : class
{
    private readonly Vocabulary _vocabulary;
    private readonly TermTrie _trie = new();
    private readonly LooseTerms _loose;
    private readonly List<T> _values = [];
    private readonly bool _misspellings;
    private readonly bool _all;

    /// <summary>Compiles a lexicon.</summary>
    /// <param name="terms">The terms; the same wording may stand for several values.</param>
    /// <param name="options">The settings; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">A term holds no letter and no digit, or a word of more than 64 letters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside its range.</exception>
    public TermMatcher(IEnumerable<Term<T>> terms, TermMatcherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        options ??= new TermMatcherOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ShortestMisspelt, 5, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LargestGap, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.LargestGap, 10, nameof(options));
        _misspellings = options.Misspellings;
        _all = options.Overlap == OverlapPolicy.All;
        _vocabulary = new Vocabulary(options.Inflection);
        _loose = new LooseTerms(options.LargestGap);
        var words = new List<int>();
        var written = new List<string>();
        foreach (var term in terms)
        {
            ReadWords(term.Text, words, term.CaseSensitive ? written : null);
            if (words.Count == 0) throw new ArgumentException("A term holds no letter and no digit.", nameof(terms));
            var exact = term.CaseSensitive ? written.ToArray() : null;
            if (term.Order == WordOrder.Adjacent || words.Count == 1) _trie.Add(words, _values.Count, exact);
            else _loose.Add(words, _values.Count, exact, term.Order == WordOrder.WithGaps);
            _values.Add(term.Value);
        }

        _loose.Seal();
        if (_misspellings) _vocabulary.IndexHalves(options.ShortestMisspelt);
    }

    /// <summary>The number of terms.</summary>
    public int Count => _values.Count;

    /// <summary>Finds the terms of a text.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>The matches, in text order; one for each value of the same words.</returns>
    public SpanIndex<TermMatch<T>> Match(NormalizedText text, SpanIndex<Token> tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        var words = WordStream.Read(text, tokens, _vocabulary, _misspellings, cancellationToken);
        var found = new List<TermMatch<T>>();
        var reader = new TermReader(words, text.Text);
        if (_loose.IsEmpty && !_all) ReadLongest(reader, words, tokens, found, cancellationToken);
        else ReadAll(reader, words, tokens, found, cancellationToken);
        return new SpanIndex<TermMatch<T>>(found);
    }

    private void ReadLongest(TermReader reader, WordStream words, SpanIndex<Token> tokens, List<TermMatch<T>> found, CancellationToken cancellationToken)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((i & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            reader.Clear();
            _trie.Read(reader, i);
            var end = reader.LongestEnd;
            if (end < 0) continue;
            foreach (var hit in reader.Hits)
            {
                if (hit.Last == end) found.Add(Make(hit, words, tokens));
            }

            i = end;
        }
    }

    private void ReadAll(TermReader reader, WordStream words, SpanIndex<Token> tokens, List<TermMatch<T>> found, CancellationToken cancellationToken)
    {
        var hits = new List<TermHit>();
        for (var i = 0; i < words.Count; i++)
        {
            if ((i & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            reader.Clear();
            _trie.Read(reader, i);
            _loose.Read(reader, i);
            hits.AddRange(reader.Hits);
        }

        // In text order, the longer first, as the longest match reads them; a loose term may be found from several of its words.
        hits.Sort(static (a, b) => a.First != b.First ? a.First - b.First : a.Last != b.Last ? b.Last - a.Last : a.Value - b.Value);
        var (end, kept) = (-1, default(TermHit));
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            if (i > 0 && hit == hits[i - 1]) continue;
            if (!_all && hit.First <= end && (hit.First, hit.Last) != (kept.First, kept.Last)) continue;
            (end, kept) = (hit.Last, hit);
            found.Add(Make(hit, words, tokens));
        }
    }

    private TermMatch<T> Make(TermHit hit, WordStream words, SpanIndex<Token> tokens)
    {
        var (first, last, edits) = (words[hit.First].Token, words[hit.Last].Token, 0);
        for (var i = hit.First; i <= hit.Last && edits == 0; i++) edits = words[i].Edits;
        return new TermMatch<T>(tokens[first].Span.Union(tokens[last].Span), _values[hit.Value], first, last + 1, edits);
    }

    private void ReadWords(string term, List<int> words, List<string>? written)
    {
        words.Clear();
        written?.Clear();
        var text = term.Replace("œ", "oe", StringComparison.Ordinal).Replace("Œ", "OE", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal).Replace("Æ", "AE", StringComparison.Ordinal).Replace('’', '\'');
        var folded = LatinLetters.Fold(text);
        var content = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(folded[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(folded[at])) at++;
            if (at - start > WordForms.LongestWord) throw new ArgumentException("A term holds a word of more than 64 letters.", nameof(term));
            var link = words.Count > 0 && WordForms.IsLink(text.AsSpan(start, at - start), at < text.Length ? text[at] : ' ');
            if (!link)
            {
                // Link words are kept at the end only ("transféré en"): between two others they may be missing or added.
                words.RemoveRange(content, words.Count - content);
                written?.RemoveRange(content, written.Count - content);
            }

            words.Add(_vocabulary.Add(folded.AsSpan(start, at - start)));
            written?.Add(text[start..at]);
            if (!link) content = words.Count;
        }
    }
}
