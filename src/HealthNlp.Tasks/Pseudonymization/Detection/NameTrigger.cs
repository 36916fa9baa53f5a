using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>A word that announces a name, as <c>Data/name_triggers.tsv</c> describes it.</summary>
/// <param name="Kind">civility, title, child, job, label, last, first, by, newborn, relative; bare for a name that nothing announces.</param>
/// <param name="Role">Whose name it is when nothing around says otherwise.</param>
/// <param name="Flags">Some of upper, lower, plural, no-particle.</param>
internal sealed record NameTrigger(string Kind, string Role, string Flags)
{
    private static readonly Lazy<PhraseTable<NameTrigger>> Table = new(() => new PhraseTable<NameTrigger>(
        Knowledge.Rows("name_triggers.tsv").Select(row => (row[0], new NameTrigger(row[1], row[2], row[3])))));

    internal bool IsColumn => Kind.StartsWith("column", StringComparison.Ordinal);

    internal bool NeedsColon => Kind is "label" or "last" or "first";

    /// <summary>The trigger at a token, of the kinds that are asked for.</summary>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    internal static int Match(TokenText text, int i, bool colon, out NameTrigger trigger) => colon
        ? Match(text, i, out trigger, static candidate => candidate.NeedsColon)
        : Match(text, i, out trigger, static candidate => !candidate.NeedsColon && !candidate.IsColumn);

    /// <summary>The trigger at a token, of those that a caller accepts.</summary>
    internal static int Match(TokenText text, int i, bool colon, out NameTrigger trigger, Func<NameTrigger, bool> accept) =>
        Match(text, i, out trigger, candidate => candidate.NeedsColon == colon && accept(candidate));

    private static int Match(TokenText text, int i, out NameTrigger trigger, Func<NameTrigger, bool> accept)
    {
        var length = Table.Value.Match(text, i, out trigger, accept);
        if (length > 0 && text.Kind(i) == TokenKind.Unit && !IsLowerCivility(text, i)) return 0;
        if (length > 0 && trigger.Flags.Contains("upper", StringComparison.Ordinal) && !text.IsCapitalized(i) && !IsLowerCivility(text, i)) return 0;
        return length;
    }

    /// <summary>"m. durand" in notes without capitals: the period tells it from metres.</summary>
    private static bool IsLowerCivility(TokenText text, int i) =>
        text[i] is "m." or "mr" or "mr." || (text[i] is "m" && text.Folded(i + 1) is "." && text.Kind(Math.Max(i - 1, 0)) != TokenKind.Number && text.SameLine(i, i + 2));
}
