namespace HealthNlp.Text;

/// <summary>Says what a document is, from the words of its first lines or, failing that, from its sections.</summary>
internal static class ProfileDetector
{
    private const int LinesRead = 12;
    private const int LongestLine = 160;

    private static readonly Lazy<EmbeddedKnowledge> Source = EmbeddedKnowledge.Core("document_kinds.tsv");
    private static readonly Lazy<PhraseLexicon<string>> Kinds = new(() => new PhraseLexicon<string>(Source.Value.Rows, 1, row => row[0]));

    internal static EmbeddedKnowledge Knowledge => Source.Value;

    internal static DocumentProfile Detect(NormalizedText text, SpanIndex<Token> tokens, SpanIndex<Section> sections)
    {
        var (kind, evidence) = FromFirstLines(text) ?? (FromSections(sections), []);
        return new DocumentProfile(kind, evidence, AuthorFinder.Find(text, tokens, sections));
    }

    private static (DocumentKind Kind, TextSpan[] Evidence)? FromFirstLines(NormalizedText text)
    {
        var read = 0;
        var at = 0;
        while (at < text.Text.Length && read < LinesRead)
        {
            var length = text.Text.AsSpan(at).IndexOf('\n');
            var end = length < 0 ? text.Text.Length : at + length;
            var line = text.Text.AsSpan(at, Math.Min(end - at, LongestLine));
            if (!line.IsWhiteSpace())
            {
                read++;
                if (Find(line) is var (kind, start, stop)) return (kind, [text.Map.ToRaw(new TextSpan(at + start, at + stop))]);
            }

            at = end + 1;
        }

        return null;
    }

    private static (DocumentKind Kind, int Start, int End)? Find(ReadOnlySpan<char> line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (!char.IsLetter(line[at]) || (at > 0 && char.IsLetterOrDigit(line[at - 1]))) continue;
            var end = Kinds.Value.Match(line, at, out var kinds);
            // Inside a sentence the words are no title: "vu en consultation de cardiologie".
            if (end > 0 && (char.IsUpper(line[at]) || at == 0)) return (Enum.Parse<DocumentKind>(kinds[0]), at, end);
        }

        return null;
    }

    private static DocumentKind FromSections(SpanIndex<Section> sections)
    {
        bool Has(params ReadOnlySpan<SectionKind> kinds)
        {
            foreach (var section in sections)
            {
                if (kinds.Contains(section.Kind)) return true;
            }

            return false;
        }

        if (Has(SectionKind.Macroscopy, SectionKind.Specimen)) return DocumentKind.PathologyReport;
        if (Has(SectionKind.Course) && Has(SectionKind.DischargeTreatment, SectionKind.Discharge, SectionKind.Reason, SectionKind.PresentIllness)) return DocumentKind.HospitalizationReport;
        if (Has(SectionKind.DischargeTreatment)) return DocumentKind.HospitalizationReport;
        return DocumentKind.Unknown;
    }
}
