using System.Text.RegularExpressions;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>The identifiers whose form the hospital gives.</summary>
internal sealed class PatternDetector : Detector
{
    private readonly (Regex Form, IdentifierPattern Pattern)[] _patterns;

    internal PatternDetector(IEnumerable<IdentifierPattern> patterns) => _patterns = [.. patterns.Select(pattern => (pattern.Compile(), pattern))];

    internal override string Name => "identifier-patterns";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        foreach (var (form, pattern) in _patterns)
        {
            try
            {
                Detect(form, pattern, text, findings);
            }
            catch (RegexMatchTimeoutException)
            {
                // The exception of the framework carries the text.
                throw new HealthNlpException(ErrorCodes.PatternTimeout, $"A pattern of IdentifierPatterns for {pattern.Label} took more than {form.MatchTimeout.TotalSeconds:0} seconds on one text: make it simpler.");
            }
        }
    }

    private static void Detect(Regex form, IdentifierPattern pattern, TokenText text, List<Finding> findings)
    {
        for (var match = form.Match(text.Text); match.Success; match = match.NextMatch())
        {
            var found = match.Groups.Count > 1 && match.Groups[1].Success ? match.Groups[1] : (Capture)match;
            if (found.Length > 0) findings.Add(new Finding(TextSpan.FromLength(found.Index, found.Length), pattern.Label) { CodeType = pattern.Label == IdentifierLabels.IdentifierCode ? pattern.CodeType : "" });
        }
    }
}
