using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Whose a telephone or a mailbox is: by the nearest word on its line, then by the mailbox itself, then by where it stands.</summary>
internal static class ContactRoles
{
    private const int Reach = 16;
    private const int HeadLines = 12;
    private const int LetterLines = 6;

    // The head of a letter ends before: no more is read for one number, however long the text.
    private const int HeadLength = 4096;

    private static readonly (Lazy<WordSet> Words, string Role)[] Cues =
    [
        (Knowledge.Words("contacts.tsv", "other"), Roles.Other),
        (Knowledge.Words("contacts.tsv", "carer"), Roles.Carer),
        (Knowledge.Words("contacts.tsv", "patient"), Roles.Patient),
        (Knowledge.Words("contacts.tsv", "hospital"), Roles.Hospital),
    ];

    private static readonly Lazy<WordSet> Mailboxes = Knowledge.Words("contacts.tsv", "mailbox");
    private static readonly Lazy<WordSet> Private = Knowledge.Words("contacts.tsv", "private");

    internal static string OfPhone(TokenText text, int at) => Near(text, at) ?? (IsLetter(text) && (IsHead(text, at) || IsAlone(text, at)) ? Roles.Hospital : Roles.Other);

    internal static string OfEmail(TokenText text, int at, TextSpan span)
    {
        var address = text.FoldedText.AsSpan(span.Start, span.Length);
        var domain = address[(address.IndexOf('@') + 1)..].Trim();
        var isPrivate = Private.Value.Contains(domain[..Math.Max(0, domain.IndexOf('.'))].Trim());
        if (isPrivate) return Near(text, at) is { } near && near != Roles.Hospital ? near : Roles.Patient;
        foreach (var part in address[..Math.Max(0, address.IndexOf('@'))].SplitAny('.', '-', '_', ' '))
        {
            if (Mailboxes.Value.Contains(address[part])) return Near(text, at) is Roles.Other ? Roles.Other : Roles.Hospital;
        }

        if (domain.Contains("mssante", StringComparison.Ordinal)) return Roles.Carer;
        var isPerson = address[..Math.Max(0, address.IndexOf('@'))].IndexOfAny('.', '_') > 0;
        return Near(text, at) is { } role && (role != Roles.Hospital || !isPerson) ? role : !isPerson && IsLetter(text) ? Roles.Hospital : isPerson && IsOfCare(domain) ? Roles.Carer : Roles.Other;
    }

    private static string? Near(TokenText text, int at)
    {
        for (var i = at - 1; i >= at - Reach && text.SameLine(i, at); i--)
        {
            // What stands before another number is said of that one; a sentence ends.
            if (text.Kind(i) == TokenKind.Phone && i < at - 3) break;
            if (text.Folded(i) is "." or ";" && i < at - 1 && text.IsCapitalized(i + 1)) break;
            foreach (var (words, role) in Cues)
            {
                if (words.Value.Contains(text.Folded(i))) return role;
            }
        }

        return null;
    }

    /// <summary>The domain of an establishment.</summary>
    private static bool IsOfCare(ReadOnlySpan<char> domain) =>
        domain.StartsWith("ch-") || domain.StartsWith("chu") || domain.StartsWith("gh") || domain.StartsWith("hl-") || domain.Contains("hop", StringComparison.Ordinal) || domain.Contains("clini", StringComparison.Ordinal);

    /// <summary>Whether the text is long enough to have a letterhead.</summary>
    private static bool IsLetter(TokenText text) => text.Text.AsSpan(0, Math.Min(HeadLength, text.Text.Length)).Count('\n') >= LetterLines;

    private static bool IsHead(TokenText text, int at) => text.Span(at).Start <= HeadLength && text.Text.AsSpan(0, text.Span(at).Start).Count('\n') < HeadLines;

    private static bool IsAlone(TokenText text, int at)
    {
        var first = at;
        while (at - first <= 3 && text.SameLine(first - 1, at)) first--;
        return at - first <= 3;
    }
}
