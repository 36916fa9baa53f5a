namespace HealthNlp.Text;

/// <summary>What may follow a title on its line without a colon.</summary>
internal enum TitleInline
{
    /// <summary>The title counts only with its colon.</summary>
    Mark,
    Colon,
    Capital,
    Any,
}

/// <summary>A title of the lexicon.</summary>
internal sealed record TitleEntry(SectionKind Kind, TitleInline Inline, SectionKind[] Within);

/// <summary>The titles that French reports use, how they nest, and how a signature begins.</summary>
internal static class SectionLexicon
{
    private static readonly Lazy<EmbeddedKnowledge> TitleFile = EmbeddedKnowledge.Core("sections.tsv");
    private static readonly Lazy<EmbeddedKnowledge> NestingFile = EmbeddedKnowledge.Core("section_nesting.tsv");
    private static readonly Lazy<EmbeddedKnowledge> WordFile = EmbeddedKnowledge.Core("section_title_words.tsv");
    private static readonly Lazy<EmbeddedKnowledge> SignatureFile = EmbeddedKnowledge.Core("signature_marks.tsv");

    private static readonly Lazy<PhraseLexicon<TitleEntry>> TitleTable = new(() => new PhraseLexicon<TitleEntry>(TitleFile.Value.Rows, 1, Entry));

    private static readonly Lazy<Dictionary<(SectionKind Inner, SectionKind Outer), bool>> NestingTable = new(() =>
        NestingFile.Value.Rows.ToDictionary(row => (Enum.Parse<SectionKind>(row[0]), Enum.Parse<SectionKind>(row[1])), row => row[2] == "always"));

    private static readonly Lazy<PhraseLexicon<string>> WordTable = new(() => new PhraseLexicon<string>(WordFile.Value.Rows, 0, row => row[0]));

    private static readonly Lazy<PhraseLexicon<string>> SignatureTable = new(() => new PhraseLexicon<string>(SignatureFile.Value.Rows, 0, row => row[1]));

    internal static IEnumerable<EmbeddedKnowledge> Knowledge => [TitleFile.Value, NestingFile.Value, WordFile.Value, SignatureFile.Value];

    internal static PhraseLexicon<TitleEntry> Titles => TitleTable.Value;

    /// <summary>Phrases that open a signature, with where they do: <c>any</c>, <c>end</c>, <c>name</c>.</summary>
    internal static PhraseLexicon<string> Signatures => SignatureTable.Value;

    /// <summary>Whether a word may go on a title after its known part.</summary>
    internal static bool IsTitleWord(ReadOnlySpan<char> line, int start, int end) =>
        line[start..end].IndexOfAnyExceptInRange('0', '9') < 0 ? IsDatePart(line, start, end) : WordTable.Value.Match(line[..end], start, out _) == end;

    private static bool IsDatePart(ReadOnlySpan<char> line, int start, int end) =>
        end - start >= 2 || line[start - 1] is '/' or '.' || (end < line.Length && line[end] is '/' or '.');

    /// <summary>Whether a section lies inside another that is open.</summary>
    /// <param name="inner">The kind of the section.</param>
    /// <param name="outer">The kind of the open section.</param>
    /// <param name="weaker">Whether its title is written less strongly.</param>
    /// <param name="outermost">Whether the open section is not itself nested.</param>
    internal static bool Nests(SectionKind inner, SectionKind outer, bool weaker, bool outermost) =>
        NestingTable.Value.TryGetValue((inner, outer), out var always) && (weaker || (always && outermost));

    private static TitleEntry Entry(string[] row) => new(
        Enum.Parse<SectionKind>(row[0]),
        Enum.Parse<TitleInline>(row[2], ignoreCase: true),
        row[3] == "-" ? [] : [.. row[3].Split(',').Select(Enum.Parse<SectionKind>)]);
}
