using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>
/// Numbers that stand for a person, a stay or an examination: those with a key by their form, any other after the words that announce it or below the title of its column.
/// A number alone, a CIM-10, CCAM or ADICAP code and the batch of an implant are none.
/// </summary>
internal sealed class CodeDetector : Detector
{
    private const int LongestLink = 8;
    private const int NotReach = 6;
    private const int DeviceReach = 8;

    private static readonly Lazy<PhraseTable<string>> Labels = Table("label");
    private static readonly Lazy<PhraseTable<string>> Nouns = Table("noun");
    private static readonly Lazy<PhraseTable<string>> Marks = Table("mark");
    private static readonly Lazy<WordSet> Links = Knowledge.Words("identifiers.tsv", "link");
    private static readonly Lazy<WordSet> Not = Knowledge.Words("identifiers.tsv", "not");

    private static readonly Lazy<Dictionary<string, string>> Columns = new(() =>
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Knowledge.Rows("identifiers.tsv").Where(row => row[0] is "label" or "column"))
        {
            titles.TryAdd(Folding.Fold(row[1]), row[2]);
            if (row[0] == "label") titles.TryAdd("n° " + Folding.Fold(row[1]), row[2]);
        }

        return titles;
    });

    internal override string Name => "codes";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (IsGlued(text, i)) findings.Add(Code(text.Span(i), "NIPouIPP"));
            if (Announcement(text, i) is not { } found) continue;
            var at = AfterLinks(text, i, found.End);
            if (at < 0 || (text.Kind(at) == TokenKind.Phone && (found.Sureness < Sureness.Label || text[at].ContainsAny(" .-")))) continue;
            Add(text, text.Span(at).Start, found.Type, found.Sureness, findings);
        }

        foreach (var (title, cell) in TableColumns.Read(text, Columns.Value.ContainsKey))
        {
            if (Columns.Value.TryGetValue(title, out var type) && CodeValue.End(text, cell.Start) == cell.End) findings.Add(Code(cell, type));
        }

        CodeForms.Find(text.Text, findings);
        Repeat(text, findings);
    }

    /// <summary>A number that was announced once, wherever it stands again: in the title of the next page, in the name of a file.</summary>
    private static void Repeat(TokenText text, List<Finding> findings)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            var code = text.Text.AsSpan(finding.Span.Start, finding.Span.Length);
            if (CodeValue.IsStrong(code) && !code.Contains(' ')) known.TryAdd(code.ToString(), finding.CodeType);
        }

        if (known.Count == 0) return;
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var at = 0;
        while (at < text.Text.Length)
        {
            var end = at;
            while (end < text.Text.Length && char.IsAsciiLetterOrDigit(text.Text[end])) end++;
            if (end > at && lookup.TryGetValue(text.Text.AsSpan(at, end - at), out var type) && text.Kind(Math.Max(0, text.TokenAt(at + 1) - 1)) is not (TokenKind.Url or TokenKind.Email)) findings.Add(Code(new TextSpan(at, end), type));
            at = end + 1;
        }
    }

    /// <summary>IPP7744182: the label and the number are one word.</summary>
    private static bool IsGlued(TokenText text, int i)
    {
        var word = text.Folded(i);
        if (text.Kind(i) != TokenKind.Word || word.Length is < 7 or > 16 || word[..3] is not ("ipp" or "nip" or "nda" or "iep" or "nir")) return false;
        return word[3..].IndexOfAnyExcept(CodeValue.LikeDigits) < 0 && char.IsAsciiDigit(word[3]);
    }

    private static Lazy<PhraseTable<string>> Table(string kind) =>
        new(() => new PhraseTable<string>(Knowledge.Rows("identifiers.tsv").Where(row => row[0] == kind).Select(row => (row[1], row[2]))));

    private static void Add(TokenText text, int start, string type, Sureness sureness, List<Finding> findings)
    {
        var end = CodeForms.EndAt(text.Text, start);
        if (end == 0) end = CodeValue.End(text, start);
        if (end == 0 || (sureness == Sureness.Guess && !CodeValue.IsStrong(text.Text.AsSpan(start, end - start)))) return;

        // Réf. and a lot are of an implant.
        if (sureness <= Sureness.Mark && text.SameLine(text.TokenAt(start), text.TokenAt(end)) && IsLotAfter(text, text.TokenAt(end))) return;
        findings.Add(Code(new TextSpan(start, end), type));
    }

    private static bool IsLotAfter(TokenText text, int at)
    {
        for (var k = at; k < at + 3 && text.SameLine(at, k); k++)
        {
            if (text.Is(k, "lot")) return true;
        }

        return false;
    }

    private static Finding Code(TextSpan span, string type) => new(span, IdentifierLabels.IdentifierCode) { CodeType = type };

    /// <summary>How much the words before a number say: the less, the more the number itself must look like one.</summary>
    private enum Sureness
    {
        /// <summary>A noun alone (dossier 93-2023-118420) or a mark in the midst of a clause.</summary>
        Guess,

        /// <summary>A mark that begins its line: N° 12345.</summary>
        Mark,

        /// <summary>A noun with a mark: dossier n° 12345.</summary>
        Noun,

        /// <summary>A word that only stands before identifiers: IPP, NDA.</summary>
        Label,
    }

    /// <summary>What announces a number at a token: a label, or a noun and a mark in either order, or one of them before what looks like an identifier.</summary>
    private static (int End, string Type, Sureness Sureness)? Announcement(TokenText text, int i)
    {
        if (Labels.Value.Match(text, i, out var type) is > 0 and var label) return (i + label, type, Sureness.Label);
        if (Marks.Value.Match(text, i, out type) is > 0 and var mark)
        {
            var noun = i + mark;
            while (text.SameLine(i, noun) && text.Folded(noun) is "de" or "d'" or "du" or "des" or "la" or "l'" or "le") noun++;
            if (text.SameLine(i, noun) && Nouns.Value.Match(text, noun, out var named) is > 0 and var length) return (noun + length, named, Sureness.Noun);
            return IsOfThing(text, i) ? null : (i + mark, "AUTRE", text.IsLineStart(i) || text.Span(i).Start - text.Span(i - 1).End > 1 ? Sureness.Mark : Sureness.Guess);
        }

        var words = Nouns.Value.Match(text, i, out type);
        if (words == 0 || text.IsBefore(i, 1, Not.Value)) return null;
        var end = i + words;
        var said = end;
        while (text.SameLine(i, said) && said - end < 3 && Marks.Value.Match(text, said, out _) == 0 && Links.Value.Contains(text.Folded(said))) said++;
        return (end, type, text.SameLine(i, said) && Marks.Value.Match(text, said, out _) > 0 ? Sureness.Noun : Sureness.Guess);
    }

    /// <summary>Lot n° 12, coloscope (n° 2910417), réf. of an implant.</summary>
    private static bool IsOfThing(TokenText text, int i) => text.IsBefore(i, NotReach, Not.Value) || text.IsBefore(i, DeviceReach, DateLabelWords.Devices);

    /// <summary>The token of the value, after marks and the words that may stand between, on the same line or where the label ends its line; -1 when there is none.</summary>
    private static int AfterLinks(TokenText text, int first, int at)
    {
        for (var k = 0; k <= LongestLink && at < text.Count; k++, at++)
        {
            if (!text.SameLine(at - 1, at) && !text.IsValueBelow(at) && !(k <= 1 && text.IsNextLine(at) && text.IsLineStart(first))) return -1;
            var word = text.Folded(at);
            var mark = word is ":" or "=" or "°" or "#" or "(" or ")" or "[" or "|" or "-" or "–" or "—" or "." or "→" or ">" or "\"" or "'" || (word.Length > 1 && word.IndexOfAnyExcept('.', '_', '-') < 0);
            if (!mark && (!Links.Value.Contains(word) || CodeStarts(text, at)) && Marks.Value.Match(text, at, out _) == 0) return at;
        }

        return -1;
    }

    private static bool CodeStarts(TokenText text, int at) => text[at].IndexOfAnyInRange('0', '9') >= 0;
}
