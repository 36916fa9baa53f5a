namespace HealthNlp.Qualifiers;

/// <summary>The cues of one sentence, track by track, found by their first and by their last token.</summary>
internal sealed class SentenceCues
{
    private const int Tracks = (int)Track.End + 1;

    private readonly CueTrie.Longest[] _longest = new CueTrie.Longest[Tracks];
    private readonly Dictionary<int, CueHit> _starting = [];
    private readonly Dictionary<int, CueHit> _ending = [];

    internal SentenceCues()
    {
        for (var track = 0; track < Tracks; track++) _longest[track] = new CueTrie.Longest();
    }

    /// <summary>The cues in text order; two that share their words follow each other.</summary>
    internal List<CueHit> All { get; } = [];

    internal void Read(SentenceTokens sentence, CueTrie trie)
    {
        All.Clear();
        _starting.Clear();
        _ending.Clear();
        Span<int> free = stackalloc int[Tracks];
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            trie.Read(sentence, i, _longest);
            for (var track = 0; track < Tracks; track++)
            {
                var longest = _longest[track];
                if (longest.Cues.Count == 0 || i < free[track] || longest.End == i) continue;
                free[track] = longest.End;
                foreach (var cue in longest.Cues) Add(new CueHit(cue, i, longest.End));
            }
        }
    }

    internal void Add(CueHit hit)
    {
        All.Add(hit);
        _starting.TryAdd(Key(hit.Cue.Track, hit.Start), hit);
        _ending.TryAdd(Key(hit.Cue.Track, hit.End - 1), hit);
    }

    internal bool Starting(Track track, int token, out CueHit hit) => _starting.TryGetValue(Key(track, token), out hit);

    internal bool Ending(Track track, int token, out CueHit hit) => _ending.TryGetValue(Key(track, token), out hit);

    private static int Key(Track track, int token) => (token * Tracks) + (int)track;
}
