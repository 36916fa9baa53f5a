namespace HealthNlp.Text;

/// <summary>Cuts a report into sections by the titles of its lines.</summary>
internal static class SectionDetector
{
    /// <summary>Sections that stand among the antecedents without ending them: "Familiaux :" may follow "Allergies :".</summary>
    private static readonly SectionKind[] SideKinds =
    [
        SectionKind.Allergies, SectionKind.RiskFactors, SectionKind.Vaccinations, SectionKind.Lifestyle, SectionKind.AdmissionTreatment,
        SectionKind.MedicalHistory, SectionKind.SurgicalHistory, SectionKind.FamilyHistory, SectionKind.ObstetricHistory,
    ];

    private const int StrongestTitle = 2;
    private const int FewestStrongTitles = 2;

    private static readonly TitleEntry SignatureEntry = new(SectionKind.Signature, TitleInline.Any, []);

    internal static SpanIndex<Section> Detect(NormalizedText text, CancellationToken cancellationToken)
    {
        if (text.Raw.Length == 0) return SpanIndex<Section>.Empty;
        var nodes = Titles(text.Text, cancellationToken);
        Nest(nodes);
        if (nodes.Count == 0 || nodes[0].Start > 0) nodes.Insert(0, new Node(SectionKind.Header, 0, new TextSpan(0, 0), 0, 0));
        NestEarlyConclusions(nodes);
        return Build(text, nodes);
    }

    private static List<Node> Titles(string text, CancellationToken cancellationToken)
    {
        var lines = TextLine.Split(text);
        var matches = new Dictionary<int, TitleMatch>();
        for (var i = 0; i < lines.Count; i++)
        {
            if ((i & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            var content = lines[i].Content(text);
            if (!content.IsEmpty && TitleMatcher.Match(text.AsSpan(content.Start, content.Length)) is { } match) matches.Add(i, match);
        }

        AddUnknownTitles(text, lines, matches);
        var signatures = SignatureDetector.Find(text, lines, line => matches.TryGetValue(line, out var title) ? title.Entries[0].Kind : null).ToHashSet();
        var nodes = new List<Node>();
        for (var i = 0; i < lines.Count; i++)
        {
            var signature = signatures.Contains(i);
            if (!signature && !matches.ContainsKey(i)) continue;
            var content = lines[i].Content(text);

            // White space before the first title belongs to it.
            var start = nodes.Count == 0 && text.AsSpan(0, content.Start).IsWhiteSpace() ? 0 : content.Start;
            if (signature)
            {
                nodes.Add(new Node(SectionKind.Signature, start, new TextSpan(start, start), content.Start, StrongestTitle) { Entries = [SignatureEntry] });
                continue;
            }

            var match = matches[i];
            var title = new TextSpan(content.Start + match.TitleStart, content.Start + match.TitleEnd);
            nodes.Add(new Node(match.Entries[0].Kind, start, title, content.Start + match.BodyStart, match.Strength) { Entries = match.Entries });
        }

        return nodes;
    }

    /// <summary>A line in capitals is a title even when the lexicon does not know it: with a colon, or in a report that writes its titles so.</summary>
    private static void AddUnknownTitles(string text, List<TextLine> lines, Dictionary<int, TitleMatch> matches)
    {
        // What stands before the first known title is the letterhead and the title of the document.
        if (matches.Count == 0) return;
        var inCapitals = matches.Values.Count(match => match.Strength >= StrongestTitle) >= FewestStrongTitles;
        for (var i = matches.Keys.Min() + 1; i < lines.Count; i++)
        {
            var content = lines[i].Content(text);
            if (!content.IsEmpty && !matches.ContainsKey(i) && TitleMatcher.MatchUnknown(text.AsSpan(content.Start, content.Length), inCapitals) is { } match) matches.Add(i, match);
        }
    }

    /// <summary>Gives each title its outer section, and drops short titles that do not stand where they count.</summary>
    private static void Nest(List<Node> nodes)
    {
        var open = new Stack<Node>();
        SectionKind? lingering = null;
        nodes.RemoveAll(node =>
        {
            if (Choose(node, open, lingering) is not { } choice) return true;
            (node.Kind, node.Parent) = choice;
            if (node.Parent is null && !SideKinds.Contains(node.Kind)) lingering = node.Kind;
            while (open.Count > 0 && open.Peek() != node.Parent) open.Pop();
            open.Push(node);
            return false;
        });
    }

    private static (SectionKind Kind, Node? Parent)? Choose(Node node, Stack<Node> open, SectionKind? lingering)
    {
        // A bulleted title that the lexicon does not know divides the section it stands in: the pieces of a specimen.
        if (node.Entries[0] == TitleMatcher.UnknownTitle && node.Strength < StrongestTitle && open.Count > 0) return (node.Kind, open.Last());
        foreach (var entry in node.Entries)
        {
            foreach (var outer in open)
            {
                if (entry.Within.Contains(outer.Kind) || (entry.Within.Length == 0 && SectionLexicon.Nests(entry.Kind, outer.Kind, node.Strength < outer.Strength, outer.Parent is null))) return (entry.Kind, outer);
            }
        }

        var top = Array.Find(node.Entries, entry => entry.Within.Length == 0 || (lingering is { } kind && entry.Within.Contains(kind)));
        return top is null ? null : (top.Kind, null);
    }

    /// <summary>A conclusion that follows investigations, when the report has another one later, is theirs.</summary>
    private static void NestEarlyConclusions(List<Node> nodes)
    {
        var last = nodes.FindLastIndex(node => node is { Kind: SectionKind.Conclusion, Parent: null });
        Node? before = null;
        for (var i = 0; i < last; i++)
        {
            var node = nodes[i];
            if (node.Parent is not null) continue;
            if (node.Kind == SectionKind.Conclusion
                && before?.Kind is SectionKind.Investigations or SectionKind.Imaging or SectionKind.Laboratory or SectionKind.Procedures or SectionKind.Microscopy)
            {
                node.Parent = before;
            }
            else before = node;
        }
    }

    private static SpanIndex<Section> Build(NormalizedText text, List<Node> nodes)
    {
        // A section ends where the next begins that is not inside it.
        var ends = new int[nodes.Count];
        var open = new Stack<int>();
        for (var i = 0; i < nodes.Count; i++)
        {
            while (open.Count > 0 && nodes[open.Peek()] != nodes[i].Parent) ends[open.Pop()] = nodes[i].Start;
            open.Push(i);
        }

        while (open.Count > 0) ends[open.Pop()] = text.Text.Length;

        var sections = new Dictionary<Node, Section>();
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            var span = new TextSpan(RawStart(text, node.Start), ends[i] == text.Text.Length ? text.Raw.Length : RawStart(text, ends[i]));
            var title = node.Title.IsEmpty ? new TextSpan(span.Start, span.Start) : text.Map.ToRaw(node.Title);
            var body = Trim(text, Math.Min(node.Body, ends[i]), ends[i]);
            sections.Add(node, new Section(node.Kind, title, span, body, node.Parent is null ? null : sections[node.Parent]));
        }

        return new SpanIndex<Section>(sections.Values);
    }

    /// <summary>The raw position at which a section starts; what normalisation deleted at the start of the text belongs to the first.</summary>
    private static int RawStart(NormalizedText text, int position) => position == 0 ? 0 : text.Map.ToRaw(new TextSpan(position, position)).Start;

    private static TextSpan Trim(NormalizedText text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text.Text[start])) start++;
        while (end > start && char.IsWhiteSpace(text.Text[end - 1])) end--;
        return text.Map.ToRaw(new TextSpan(start, end));
    }

    private sealed class Node(SectionKind kind, int start, TextSpan title, int body, int strength)
    {
        internal SectionKind Kind { get; set; } = kind;
        internal int Start { get; } = start;
        internal TextSpan Title { get; } = title;
        internal int Body { get; } = body;
        internal int Strength { get; } = strength;
        internal TitleEntry[] Entries { get; init; } = [];
        internal Node? Parent { get; set; }
    }
}
