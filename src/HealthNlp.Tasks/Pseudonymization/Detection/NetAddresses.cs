using System.Text.RegularExpressions;

namespace HealthNlp.Pseudonymization;

/// <summary>Mailboxes and sites that the tokenizer does not take for one token: with spaces around their points, or a domain alone.</summary>
internal static partial class NetAddresses
{
    private const string Mailbox = @"[A-Za-z0-9][\w%+]{0,40}(?: ?[._\-] ?[\w%+]{1,40}){0,5}";

    private const string Domain = @"[A-Za-z0-9]{1,40}(?: ?[.\-] ?[A-Za-z0-9]{1,40}){0,5} ?\. ?(?:fr|com|org|net|eu|info|bzh|corsica|alsace|re|nc|pf|ch|be|lu|de|it|es|ca|ma|uk|example|local|sante)\b";

    [GeneratedRegex(@"(?<![\w.%+\-])" + Mailbox + @" ?(?:@|\(at\)|\[at\]| arobase ) ?" + Domain, RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w@.\-])www ?\. ?" + Domain + @"(?:/[^\s<>""|)]*)?|(?<![\w@.\-/])[a-z0-9][a-z0-9\-]{2,60}(?:\.[a-z0-9\-]{1,60}){0,3}\.(?:fr|com|org|net|eu|info|bzh|corsica|alsace|nc|pf|ch|be|lu|example|local)(?:/[^\s<>""|)]*)?(?![\w@\-]|\.\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Site();

    internal static List<TextSpan> Emails(string text) => text.Contains('@', StringComparison.Ordinal) || text.Contains("at", StringComparison.Ordinal) ? Find(Email(), text) : [];

    internal static List<TextSpan> Sites(string text) => Find(Site(), text);

    private static List<TextSpan> Find(Regex form, string text)
    {
        var found = new List<TextSpan>();
        foreach (var match in form.EnumerateMatches(text))
        {
            var end = match.Index + match.Length;
            while (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?') end--;
            found.Add(new TextSpan(match.Index, end));
        }

        return found;
    }
}
