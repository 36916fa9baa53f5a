namespace HealthNlp;

/// <summary>A part of a report under one title. Sections cover the whole text; a nested one lies inside its <see cref="Parent"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Section : ISpanned
{
    internal Section(SectionKind kind, TextSpan title, TextSpan span, TextSpan body, Section? parent)
    {
        Kind = kind;
        Title = title;
        Span = span;
        Body = body;
        Parent = parent;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    /// <summary>What the section holds.</summary>
    public SectionKind Kind { get; }

    /// <summary>The words of the title, without bullet, number and colon; empty when the part has no title.</summary>
    public TextSpan Title { get; }

    /// <summary>Title and body, nested sections included.</summary>
    public TextSpan Span { get; }

    /// <summary>The text under the title, without surrounding white space; empty when the next title follows at once.</summary>
    public TextSpan Body { get; }

    /// <summary>The section that this one is nested in.</summary>
    public Section? Parent { get; }

    /// <summary>0 for a section of the report, 1 for one nested in it, and so on.</summary>
    public int Depth { get; }

    /// <summary>Whether this section or one that it is nested in is of the given kind.</summary>
    /// <param name="kind">A kind.</param>
    /// <returns><see langword="true"/> when the section lies under such a title.</returns>
    public bool IsUnder(SectionKind kind) => Kind == kind || (Parent?.IsUnder(kind) ?? false);

    /// <summary>Kind and offsets, never text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"{Kind} {Span}";
}
