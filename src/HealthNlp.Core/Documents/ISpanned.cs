namespace HealthNlp;

/// <summary>Anything that lies at a place of the raw text.</summary>
public interface ISpanned
{
    /// <summary>The place, in UTF-16 code units of the raw text.</summary>
    TextSpan Span { get; }
}
