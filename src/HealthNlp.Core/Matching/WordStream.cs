using HealthNlp.Text;

namespace HealthNlp.Matching;

/// <summary>The words of a text as a matcher reads them: runs of letters and digits inside tokens, with the number that the vocabulary gives each.</summary>
internal sealed class WordStream
{
    private Word[] _words;

    private WordStream(int capacity) => _words = new Word[Math.Max(16, capacity)];

    internal int Count { get; private set; }

    internal ref readonly Word this[int index] => ref _words[index];

    /// <summary>Reads the words of a text.</summary>
    internal static WordStream Read(NormalizedText text, SpanIndex<Token> tokens, Vocabulary vocabulary, bool misspellings, CancellationToken cancellationToken)
    {
        var words = new WordStream(tokens.Count);
        var misspelt = misspellings ? new Dictionary<string, int>(StringComparer.Ordinal) : null;
        var (folded, written, wall, end) = (text.Folded, text.Text, true, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            if ((i & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            var place = tokens[i].Normalized;
            if (!wall && written.AsSpan(end, place.Start - end).Contains('\n')) wall = true;
            var first = words.Count;
            for (var at = place.Start; at < place.End;)
            {
                if (!char.IsLetterOrDigit(folded[at]))
                {
                    at++;
                    continue;
                }

                var start = at;
                while (at < place.End && char.IsLetterOrDigit(folded[at])) at++;
                var word = folded.AsSpan(start, at - start);
                var id = vocabulary.Find(word);
                var edits = 0;
                if (id == Vocabulary.Unknown && misspelt is not null) edits = (id = Misspelt(word, vocabulary, misspelt)) == Vocabulary.Unknown ? 0 : 1;
                var link = WordForms.IsLink(written.AsSpan(start, at - start), at < written.Length ? written[at] : ' ');
                words.Add(new Word(id, start, at, i, wall, link, words.Count == first, false, edits));
                wall = false;
            }

            if (words.Count > first) words._words[words.Count - 1].EndsToken = true;
            else if (!IsJoint(written.AsSpan(place.Start, place.Length), words, place.Start)) wall = true;
            end = place.End;
        }

        return words;
    }

    // A mark that may stand inside a term: a slash, a hyphen, the period of a short word (E. coli).
    private static bool IsJoint(ReadOnlySpan<char> mark, WordStream words, int start) => mark switch
    {
        "/" or "-" or "'" => true,
        "." => words.Count > 0 && words[words.Count - 1] is var last && last.End == start && last.End - last.Start <= 3,
        _ => false,
    };

    private void Add(Word word)
    {
        if (Count == _words.Length) Array.Resize(ref _words, 2 * Count);
        _words[Count++] = word;
    }

    private static int Misspelt(ReadOnlySpan<char> word, Vocabulary vocabulary, Dictionary<string, int> known)
    {
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(word, out var id)) lookup[word] = id = vocabulary.FindMisspelt(word);
        return id;
    }
}

/// <summary>A word of a text.</summary>
/// <param name="Id">Its number in the vocabulary, or <see cref="Vocabulary.Unknown"/>.</param>
/// <param name="Start">Where it begins in the normalised text.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="Token">The place of its token.</param>
/// <param name="AfterWall">Whether a mark or a line end that no term crosses stands before it.</param>
/// <param name="IsLink">Whether it may be passed over inside a term.</param>
/// <param name="BeginsToken">Whether it is the first word of its token.</param>
/// <param name="EndsToken">Whether it is the last word of its token.</param>
/// <param name="Edits">1 when it is misspelt.</param>
internal record struct Word(int Id, int Start, int End, int Token, bool AfterWall, bool IsLink, bool BeginsToken, bool EndsToken, int Edits);
