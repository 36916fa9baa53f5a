using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Whose a name is, from the label of its line or block, the words before it and the profession after it.</summary>
internal sealed class NameRoles(TokenText text)
{
    private static readonly Lazy<PhraseTable<string>> Professions = Knowledge.Phrases("professions.tsv");

    // The last label with its colon, and the title that stands alone over a block of a form.
    private int _label = -1;
    private string _labelRole = "";
    private int _title = -1;
    private string _titleRole = "";

    /// <summary>Takes note of the label at a token.</summary>
    internal void Advance(int i)
    {
        if (_title >= 0 && text.IsLineStart(i) && i > 0 && text.Text.AsSpan(text.Span(i - 1).End, text.Span(i).Start - text.Span(i - 1).End).Count('\n') > 1) _title = -1;
        if (NameTrigger.Match(text, i, true, out var trigger) is var length && length == 0) return;
        if (NameLabels.Open(text, i, i + length) >= 0)
        {
            if (trigger.Kind is "label" && trigger.Role.Length > 0 && (text.IsLineStart(i) || text.Folded(i - 1) is not ("du" or "de" or "le" or "la" or "au"))) (_label, _labelRole) = (i, trigger.Role);
        }
        else if (trigger.Role == Roles.Other && text.IsLineStart(i) && text.IsLineStart(i + length + (text.Folded(i + length) is ":" ? 1 : 0)))
        {
            (_title, _titleRole) = (i, trigger.Role);
        }
    }

    /// <summary>The role of the name that a trigger announces.</summary>
    internal string Of(int i, int end, NameTrigger trigger)
    {
        if (trigger.Kind is "label" or "last" or "first") return _title >= 0 && trigger.Role == Roles.Patient ? _titleRole : trigger.Role;
        if (trigger.Kind != "civility") return trigger.Role;
        if (text.IsBefore(i, 3, NameWords.Relatives) && text.Folded(i - 1) is not ("de" or "d'" or "du")) return Roles.Other;
        if (AfterRole(end) is { Length: > 0 } after) return after;
        if (_label >= 0 && text.SameLine(_label, i) && _labelRole != Roles.Patient) return _labelRole;
        if (_title >= 0) return _titleRole;
        if (IsOtherBefore(i) || (text.SameCell(i - 2, i) && text.Folded(i - 1) is "de" or "avec" && text.Folded(i - 2) is "divorce" or "divorcee" or "separe" or "separee" or "concubinage" or "couple")) return Roles.Other;
        if (IsCarerBefore(i)) return Roles.Carer;
        if (text.Is(i - 1, "par") && text.SameLine(i - 1, i) && text.Folded(i - 2) is not ("accompagne" or "accompagnee" or "amene" or "amenee")) return Roles.Carer;
        return trigger.Role;
    }

    /// <summary>The role of a name that nothing announces.</summary>
    internal string OfBare(int i, int end, string role)
    {
        if (text.IsBefore(i, 3, NameWords.Relatives)) return Roles.Other;
        if (AfterRole(end) is { Length: > 0 } after) return after;
        if (_label >= 0 && text.SameLine(_label, i)) return _labelRole;
        if (_title >= 0) return _titleRole;
        return IsCarerBefore(i) ? Roles.Carer : role;
    }

    private bool IsCarerBefore(int i) => text.SameCell(i - 1, i) && (NameWords.IsCarer(text, i - 1) || (text.Folded(i - 1) is "," or ":" or "(" && text.SameCell(i - 2, i) && NameWords.IsCarer(text, i - 2)));

    /// <summary>le directeur, M. Martin; chef d'escorte : M. Durand.</summary>
    private bool IsOtherBefore(int i)
    {
        for (var at = i - 1; at >= i - 3 && text.SameCell(at, i) && text.Folded(at) is not "."; at--)
        {
            if (NameWords.OtherPeople.Contains(text.Folded(at))) return true;
        }

        return false;
    }

    /// <summary>M. Martin, kinésithérapeute; DURAND Paul (fils).</summary>
    private string AfterRole(int end)
    {
        var at = text.SameLine(end - 1, end + 1) && text.Folded(end) is "," or "(" or "-" ? end + 1 : end;
        if (!text.SameLine(end - 1, at)) return "";
        if (text.Folded(at) is "le" or "la" or "l'" or "son" or "sa" or "des" or "un" or "une" && text.SameLine(at, at + 1)) at++;
        if ((NameWords.Relatives.Contains(text.Folded(at)) && at > end && !NameWords.Joiners.Contains(text.Folded(at))) || NameWords.OtherPeople.Contains(text.Folded(at))) return Roles.Other;
        return (Professions.Value.Match(text, at, out var kind) > 0 && kind == "carer") || (at > end && NameWords.IsCarer(text, at)) ? Roles.Carer : "";
    }
}
