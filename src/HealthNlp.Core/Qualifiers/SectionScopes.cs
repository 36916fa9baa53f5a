namespace HealthNlp.Qualifiers;

/// <summary>What the sections say of all that stands in them: history, family.</summary>
internal static class SectionScopes
{
    internal static void Add(SpanIndex<Section> sections, IReadOnlyDictionary<SectionKind, Qualifier> kinds, List<QualifierScope> scopes)
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

            AddPart(section, qualifier, start, section.Body.End, scopes);
        }
    }

    private static void AddPart(Section section, Qualifier qualifier, int start, int end, List<QualifierScope> scopes)
    {
        if (start < end) scopes.Add(new QualifierScope(qualifier, section.Title, new TextSpan(start, end), $"{qualifier}: section {section.Kind}"));
    }
}
