using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>
/// Numbers that stand for a person, a stay or an examination: those with a key by their form, any other after the words that announce it or below the title of its column.
/// A number alone, a CIM-10, CCAM or ADICAP code and the batch of an implant are none.
/// </summary>
internal sealed class CodeDetector : Detector
{
    private const int LongestLink = 8;
    private const int NotReach = 3;

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
            if (Announcement(text, i) is not { } found) continue;
            var at = AfterLinks(text, i, found.End);
            if (at < 0 || (text.Kind(at) == TokenKind.Phone && (!found.IsSure || text[at].ContainsAny(" .-")))) continue;
            Add(text, text.Span(at).Start, found.Type, findings);
        }

        foreach (var (title, cell) in TableColumns.Read(text, Columns.Value.ContainsKey))
        {
            if (Columns.Value.TryGetValue(title, out var type) && CodeValue.End(text, cell.Start) == cell.End) findings.Add(Code(cell, type));
        }

        CodeForms.Find(text.Text, findings);
    }

    private static Lazy<PhraseTable<string>> Table(string kind) =>
        new(() => new PhraseTable<string>(Knowledge.Rows("identifiers.tsv").Where(row => row[0] == kind).Select(row => (row[1], row[2]))));

    private static void Add(TokenText text, int start, string type, List<Finding> findings)
    {
        var end = CodeForms.EndAt(text.Text, start);
        if (end == 0) end = CodeValue.End(text, start);
        if (end > 0) findings.Add(Code(new TextSpan(start, end), type));
    }

    private static Finding Code(TextSpan span, string type) => new(span, IdentifierLabels.IdentifierCode) { CodeType = type };

    /// <summary>What announces a number at a token: a label, or a noun and a mark in either order, or a mark that begins its clause.</summary>
    private static (int End, string Type, bool IsSure)? Announcement(TokenText text, int i)
    {
        if (Labels.Value.Match(text, i, out var type) is > 0 and var label) return (i + label, type, true);
        if (Marks.Value.Match(text, i, out type) is > 0 and var mark)
        {
            var noun = i + mark;
            while (text.SameLine(i, noun) && text.Folded(noun) is "de" or "d'" or "du" or "des" or "la" or "l'" or "le") noun++;
            if (text.SameLine(i, noun) && Nouns.Value.Match(text, noun, out var named) is > 0 and var length) return (noun + length, named, true);
            return IsBare(text, i) ? (i + mark, "AUTRE", false) : null;
        }

        var words = Nouns.Value.Match(text, i, out type);
        if (words == 0 || text.IsBefore(i, 1, Not.Value)) return null;
        var end = i + words;
        var said = end;
        while (text.SameLine(i, said) && said - end < 3 && Marks.Value.Match(text, said, out _) == 0 && Links.Value.Contains(text.Folded(said))) said++;
        return text.SameLine(i, said) && (Marks.Value.Match(text, said, out _) > 0 || text.Folded(end) is ":" or "=") ? (end, type, false) : null;
    }

    /// <summary>N° 1234567 at the start of a line, a cell or a clause, and not of a thing.</summary>
    private static bool IsBare(TokenText text, int i)
    {
        if (text.IsBefore(i, NotReach, Not.Value)) return false;
        return text.IsClauseStart(i) || text.Span(i).Start - text.Span(i - 1).End > 1 || text.Folded(i) is not ("no" or "n" or "num" or "id") && text.Folded(i - 1) is "–" or "—" or "[" or "|";
    }

    /// <summary>The token of the value, after marks and the words that may stand between, on the same line or where the label ends its line; -1 when there is none.</summary>
    private static int AfterLinks(TokenText text, int first, int at)
    {
        for (var k = 0; k <= LongestLink && at < text.Count; k++, at++)
        {
            if (!text.SameLine(at - 1, at) && !text.IsValueBelow(at) && !(k <= 1 && text.IsNextLine(at) && text.IsLineStart(first))) return -1;
            var word = text.Folded(at);
            var mark = word is ":" or "=" or "°" or "#" or "(" or ")" or "[" or "|" or "-" or "–" or "—" or "." or "→" or ">" or "\"" or "'" || (word.Length > 1 && word.IndexOfAnyExcept('.', '_', '-') < 0);
            if (!mark && !Links.Value.Contains(word) && Marks.Value.Match(text, at, out _) == 0) return at;
        }

        return -1;
    }
}
