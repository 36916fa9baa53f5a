using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>A word that announces a name, as <c>Data/name_triggers.tsv</c> describes it.</summary>
/// <param name="Kind">civility, title, child, job, label, last, first, by, newborn, relative.</param>
/// <param name="Role">Whose name it is when nothing around says otherwise.</param>
/// <param name="Flags">Some of upper, lower, plural, no-particle.</param>
internal sealed record NameTrigger(string Kind, string Role, string Flags)
{
    private static readonly Lazy<PhraseTable<NameTrigger>> Table = new(() => new PhraseTable<NameTrigger>(
        Knowledge.Rows("name_triggers.tsv").Select(row => (row[0], new NameTrigger(row[1], row[2], row[3])))));

    internal bool NeedsColon => Kind is "label" or "last" or "first";

    /// <summary>The trigger at a token, of the kinds that are asked for.</summary>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    internal static int Match(TokenText text, int i, bool colon, out NameTrigger trigger)
    {
        var length = Table.Value.Match(text, i, out trigger, candidate => candidate.NeedsColon == colon);
        if (length > 0 && text.Kind(i) == TokenKind.Unit) return 0;
        if (length > 0 && trigger.Flags.Contains("upper", StringComparison.Ordinal) && !text.IsCapitalized(i)) return 0;
        return length;
    }
}
