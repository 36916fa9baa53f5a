namespace HealthNlp.Matching;

/// <summary>Terms whose words may stand apart or in another order, found from the word that fewest of them hold.</summary>
internal sealed class LooseTerms(int largestGap)
{
    private readonly List<LooseTerm> _terms = [];
    private readonly Dictionary<int, List<LooseTerm>> _byRarestWord = [];

    internal bool IsEmpty => _terms.Count == 0;

    internal void Add(List<int> words, int value, string[]? exact, bool inOrder) => _terms.Add(new LooseTerm([.. words], value, exact, inOrder));

    internal void Seal()
    {
        var uses = new Dictionary<int, int>();
        foreach (var term in _terms)
        {
            foreach (var word in term.Words) uses[word] = uses.GetValueOrDefault(word) + 1;
        }

        foreach (var term in _terms)
        {
            var rarest = term.Words[0];
            foreach (var word in term.Words)
            {
                if (uses[word] < uses[rarest]) rarest = word;
            }

            if (!_byRarestWord.TryGetValue(rarest, out var terms)) _byRarestWord[rarest] = terms = [];
            terms.Add(term);
        }
    }

    /// <summary>Offers every term whose rarest word stands here.</summary>
    internal void Read(TermReader reader, int at)
    {
        if (IsEmpty || reader.Words[at].Id < 0 || !_byRarestWord.TryGetValue(reader.Words[at].Id, out var terms)) return;
        foreach (var term in terms)
        {
            if (term.InOrder ? FindInOrder(reader.Words, at, term, out var first, out var last) : FindAnywhere(reader.Words, at, term, out first, out last))
                reader.Offer(first, last, term.Value, term.Exact);
        }
    }

    private bool FindInOrder(WordStream words, int at, LooseTerm term, out int first, out int last)
    {
        var place = Array.IndexOf(term.Words, words[at].Id);
        (first, last) = (at, at);
        for (var i = place - 1; i >= 0; i--)
        {
            if ((first = Nearest(words, first, -1, term.Words[i], largestGap)) < 0) return false;
        }

        for (var i = place + 1; i < term.Words.Length; i++)
        {
            if ((last = Nearest(words, last, 1, term.Words[i], largestGap)) < 0) return false;
        }

        return true;
    }

    // The nearest place of each word on either side; no more words between than the gaps allow.
    private bool FindAnywhere(WordStream words, int at, LooseTerm term, out int first, out int last)
    {
        (first, last) = (at, at);
        var reach = (term.Words.Length - 1) * (largestGap + 1);
        var anchor = true;
        foreach (var word in term.Words)
        {
            if (anchor && word == words[at].Id)
            {
                anchor = false;
                continue;
            }

            var (before, after) = (Nearest(words, at, -1, word, reach), Nearest(words, at, 1, word, reach));
            if (before < 0 && after < 0) return false;
            if (after >= 0 && (before < 0 || after - at <= at - before)) last = Math.Max(last, after);
            else first = Math.Min(first, before);
        }

        // Link words do not count.
        var between = 0;
        for (var i = first + 1; i <= last; i++) between += words[i].IsLink ? 0 : 1;
        return between <= reach;
    }

    private static int Nearest(WordStream words, int from, int step, int word, int gap)
    {
        var others = 0;
        var farthest = (gap + 1) * (1 + WordForms.MostLinks);
        for (var i = from + step; i >= 0 && i < words.Count && others <= gap && Math.Abs(i - from) <= farthest; i += step)
        {
            if (step > 0 ? words[i].AfterWall : words[i + 1].AfterWall) return -1;
            if (words[i].Id == word) return i;
            if (!words[i].IsLink) others++;
        }

        return -1;
    }

    private sealed record LooseTerm(int[] Words, int Value, string[]? Exact, bool InOrder);
}
