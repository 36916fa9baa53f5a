using HealthNlp.Text;

namespace HealthNlp.Qualifiers;

/// <summary>What the sections say of all that stands in them: history, family.</summary>
internal static class SectionScopes
{
    private const int LongestAnswer = 40;

    internal static void Add(string text, SpanIndex<Section> sections, IReadOnlyDictionary<SectionKind, Qualifier> kinds, List<QualifierScope> scopes)
    {
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            if (!kinds.TryGetValue(section.Kind, out var qualifier) || section.Body.IsEmpty) continue;
            // Around the inner sections that have a row of their own.
            var start = section.Body.Start;
            for (var inner = i + 1; inner < sections.Count && sections[inner].Span.Start < section.Span.End; inner++)
            {
                if (sections[inner].Parent != section || !kinds.ContainsKey(sections[inner].Kind)) continue;
                AddPart(section, qualifier, start, sections[inner].Span.Start, scopes);
                start = sections[inner].Span.End;
            }

            AddPart(section, qualifier, start, qualifier == Qualifier.Family ? AnswerEnd(text, section.Body) : section.Body.End, scopes);
        }
    }

    // "Familiaux : aucun": what the next lines say, often of allergies, is said of the patient.
    private static int AnswerEnd(string text, TextSpan body)
    {
        var words = text.AsSpan(body.Start, body.Length);
        var line = words.IndexOf('\n');
        if (line < 0 || line > LongestAnswer) return body.End;
        var first = words[..line].IndexOfAny(' ', ',', '.') is > 0 and var end ? words[..end] : words[..line];
        return LatinLetters.Fold(first.Trim().ToString()) is "aucun" or "aucune" or "neant" or "ras" or "nc" or "0" or "rien" ? body.Start + line : body.End;
    }

    private static void AddPart(Section section, Qualifier qualifier, int start, int end, List<QualifierScope> scopes)
    {
        if (start < end) scopes.Add(new QualifierScope(qualifier, section.Title, new TextSpan(start, end), $"{qualifier}: section {section.Kind}"));
    }
}
