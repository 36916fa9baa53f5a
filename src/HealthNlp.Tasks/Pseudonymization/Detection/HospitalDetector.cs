using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Proper names of establishments: a word such as CHU or clinique and the name after it. "CHU" and "hôpital de jour" alone name none.</summary>
internal sealed class HospitalDetector : Detector
{
    private const int MostWords = 6;

    private static readonly Lazy<PhraseTable<string>> Announcements = Knowledge.Phrases("hospitals.tsv");

    internal override string Name => "hospitals";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var length = Announcements.Value.Match(text, i, out var kind);
            if (length == 0 || (kind == "adjective" && !IsNoun(text, i))) continue;
            var end = kind == "name" ? i + length : NameEnd(text, i + length);
            if (end == i + length && kind != "name") continue;
            findings.Add(new Finding(text.Span(i, end), IdentifierLabels.Hospital));
            i = end - 1;
        }
    }

    private static bool IsNoun(TokenText text, int i) =>
        text.IsCapitalized(i) ? !text.IsCapitalized(i - 1) || text.IsLineStart(i) : text.Folded(i - 1) is "la" or "une" or "cette" or "le" or "un" or "l'" or "du" or "au" or "l" && text.SameLine(i - 1, i);

    /// <summary>The end of the name: words with a capital, and link words between them.</summary>
    private static int NameEnd(TokenText text, int start)
    {
        var end = start;
        for (var i = start; i < start + MostWords && text.SameLine(start - 1, i); i++)
        {
            var link = text.Folded(i) is "de" or "d'" or "du" or "des" or "la" or "le" or "les" or "l'" or "et" or "sur" or "en" or "saint" or "sainte" or "st" or "ste" or "privee" or "prive" or "regional" or "universitaire" or "\"";
            if (text.Folded(i) is "et" && end == start) break;
            var proper = text.Kind(i) == TokenKind.Word && text.IsCapitalized(i) && !link;
            if (proper && text.Folded(i - 1) is "de" && NamesService(text, i)) break;
            if (proper) end = i + 1;
            else if (!link) break;
        }

        return end;
    }

    /// <summary>"clinique de Cardiologie": a speciality is no proper name.</summary>
    private static bool NamesService(TokenText text, int i) => NameWords.Stops.Contains(text.Folded(i));
}
