using System.Buffers;

namespace HealthNlp.Text;

/// <summary>Brings the many ways in which French hospital text is written and scanned to one, and remembers where each character came from.</summary>
/// <remarks>Immutable and thread-safe. Linear in the length of the text.</remarks>
public sealed class TextNormalizer
{
    private static readonly SearchValues<char> Specials = SearchValues.Create([.. SpecialCharacters()]);

    private readonly TextNormalizerOptions _options;

    /// <summary>Makes a normalizer.</summary>
    /// <param name="options">What it changes; <see cref="TextNormalizerOptions.Default"/> when <see langword="null"/>.</param>
    public TextNormalizer(TextNormalizerOptions? options = null) => _options = options ?? TextNormalizerOptions.Default;

    /// <summary>The normalizer of the analysis pipeline.</summary>
    public static TextNormalizer Default { get; } = new();

    /// <summary>Normalises a text.</summary>
    /// <param name="raw">The raw text; may be empty, may hold lone surrogates and control characters.</param>
    /// <returns>The normalised text and its map.</returns>
    public NormalizedText Normalize(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var edits = TextEdits.Find(raw, _options, out var noise);
        if (edits.Count == 0 && !_options.FoldCase && !_options.FoldAccents && !raw.AsSpan().ContainsAny(Specials))
        {
            return new NormalizedText(raw, raw, OffsetMap.Identity(raw.Length), noise);
        }

        var writer = new Writer(raw, _options);
        var from = 0;
        foreach (var edit in edits)
        {
            writer.CopyTo(edit.Start, from);
            writer.Replace(edit.End - edit.Start, edit.Replacement);
            from = edit.End;
        }

        writer.CopyTo(raw.Length, from);
        return new NormalizedText(raw, writer.Text(), writer.Map(), noise);
    }

    private static IEnumerable<char> SpecialCharacters()
    {
        (char First, char Last)[] ranges =
        [
            ('\u0000', '\u0008'), ('\u000B', '\u001F'), ('\u007F', '\u00A0'), // control characters, no-break space
            ('\u0300', '\u036F'), ('\u0483', '\u0489'), ('\u0591', '\u05C7'), ('\u0610', '\u061A'), ('\u064B', '\u065F'), // combining marks
            ('\u1AB0', '\u1AFF'), ('\u1DC0', '\u1DFF'), ('\u20D0', '\u20FF'), ('\uFE00', '\uFE0F'), ('\uFE20', '\uFE2F'),
            ('\u2000', '\u2015'), ('\u2018', '\u201F'), ('\u2028', '\u202F'), ('\u205F', '\u206F'), // spaces, dashes, quotes, invisible
            ('\uD800', '\uDFFF'), ('\uFB00', '\uFB06'), // surrogates, ligatures
        ];
        foreach (var (first, last) in ranges)
        {
            for (var c = (int)first; c <= last; c++) yield return (char)c;
        }

        foreach (var c in "`´«»\u00ADœŒæÆʼμ\u061C\u1680\u180E\u2032\u2033\u2212\u2025\u3000\uFEFF") yield return c;
    }

    /// <summary>Copies raw text to normalised text, character by character where it must, and notes the pieces.</summary>
    private ref struct Writer(string raw, TextNormalizerOptions options)
    {
        private readonly OffsetMap.Builder _map = new();
        private char[] _text = ArrayPool<char>.Shared.Rent(raw.Length + 64);
        private int _length;

        internal void CopyTo(int end, int from)
        {
            while (from < end)
            {
                var run = raw.AsSpan(from, end - from).IndexOfAny(Specials);
                if (run < 0) run = end - from;
                var at = from + run;

                // A mark belongs to the letter before it.
                var marked = run > 0 && at < end && options.ComposeAccents && LatinLetters.IsCombining(raw[at]);
                if (marked) run--;
                Append(raw.AsSpan(from, run));
                _map.AddLinear(run);
                from += run;
                if (from < end) from = marked ? Compose(from, end) : Special(from, end);
            }
        }

        internal void Replace(int rawLength, scoped ReadOnlySpan<char> replacement)
        {
            Append(replacement);
            _map.AddBlock(rawLength, replacement.Length);
        }

        internal readonly OffsetMap Map() => _map.Build();

        internal string Text()
        {
            var text = _text.AsSpan(0, _length);
            if (options.FoldAccents)
            {
                foreach (ref var c in text) c = LatinLetters.WithoutAccent(c);
            }

            if (options.FoldCase)
            {
                foreach (ref var c in text) c = char.ToLowerInvariant(c);
            }

            var result = new string(text);
            ArrayPool<char>.Shared.Return(_text);
            _text = [];
            return result;
        }

        private int Compose(int at, int end)
        {
            var letter = raw[at];
            var next = at + 1;
            for (; next < end && LatinLetters.IsCombining(raw[next]); next++)
            {
                if (LatinLetters.TryCompose(letter, raw[next], out var composed)) letter = composed;
            }

            Replace(next - at, [letter]);
            return next;
        }

        private int Special(int at, int end)
        {
            var c = raw[at];
            if (char.IsHighSurrogate(c) && at + 1 < end && char.IsLowSurrogate(raw[at + 1]))
            {
                Append(raw.AsSpan(at, 2));
                _map.AddLinear(2);
                return at + 2;
            }

            if (c == '\r' && options.Spaces && at + 1 < end && raw[at + 1] == '\n')
            {
                Replace(2, "\n");
                return at + 2;
            }

            var expansion = Expansion(at);
            Replace(1, expansion is null ? raw.AsSpan(at, 1) : expansion);
            return at + 1;
        }

        /// <summary>What stands for a special character; <see langword="null"/> when the options leave it as it is.</summary>
        private readonly string? Expansion(int at)
        {
            var c = raw[at];
            if (char.IsSurrogate(c)) return options.InvisibleCharacters ? "\uFFFD" : null;
            if (LatinLetters.IsCombining(c)) return options.ComposeAccents ? "" : null;
            switch (c)
            {
                case '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or 'ʼ' or '`' or '´': return options.Quotes ? "'" : null;
                case '«' or '»' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033': return options.Quotes ? "\"" : null;
                case 'μ': return options.Ligatures ? "µ" : null;
                case 'œ': return options.Ligatures ? "oe" : null;
                case 'Œ': return options.Ligatures ? IsNextUpper(at) ? "OE" : "Oe" : null;
                case 'æ': return options.Ligatures ? "ae" : null;
                case 'Æ': return options.Ligatures ? IsNextUpper(at) ? "AE" : "Ae" : null;
                case >= '\uFB00' and <= '\uFB06': return options.Ligatures ? Ligature(c) : null;
                case '\r' or '\u000B' or '\u000C' or '\u0085' or '\u2028' or '\u2029': return options.Spaces ? "\n" : null;
                case '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000': return options.Spaces ? " " : null;
                case (>= '\u2010' and <= '\u2015') or '\u2212': return options.Spaces ? "-" : null;
                case '\u200D': return !options.InvisibleCharacters || JoinsSymbols(at) ? null : "";
                case '\u00AD' or '\u061C' or '\u180E' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF':
                    return options.InvisibleCharacters ? "" : null;
                default: return char.IsControl(c) && options.InvisibleCharacters ? " " : null;
            }
        }

        /// <summary>Whether a zero-width joiner stands after an emoji.</summary>
        private readonly bool JoinsSymbols(int at) => at > 0
            && (raw[at - 1] is (>= '\u2190' and <= '\u2BFF') or '\uFE0F' || (at > 1 && char.IsSurrogatePair(raw[at - 2], raw[at - 1])));

        private readonly bool IsNextUpper(int at) => at + 1 < raw.Length && char.IsUpper(raw[at + 1]);

        private static string Ligature(char c) => c switch
        {
            '\uFB00' => "ff",
            '\uFB01' => "fi",
            '\uFB02' => "fl",
            '\uFB03' => "ffi",
            '\uFB04' => "ffl",
            _ => "st",
        };

        private void Append(scoped ReadOnlySpan<char> text)
        {
            if (_length + text.Length > _text.Length)
            {
                var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _text.Length, _length + text.Length));
                _text.AsSpan(0, _length).CopyTo(larger);
                ArrayPool<char>.Shared.Return(_text);
                _text = larger;
            }

            text.CopyTo(_text.AsSpan(_length));
            _length += text.Length;
        }
    }
}
