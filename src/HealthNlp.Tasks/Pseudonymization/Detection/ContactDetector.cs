using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Telephones, e-mail and web addresses: those whose form the tokenizer knows, then the odd ones.</summary>
internal sealed class ContactDetector : Detector
{
    internal override string Name => "contacts";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        for (var i = 0; i < text.Count; i++)
        {
            switch (text.Kind(i))
            {
                case TokenKind.Phone:
                    findings.Add(new Finding(text.Span(i), IdentifierLabels.Phone, ContactRoles.OfPhone(text, i)));
                    break;
                case TokenKind.Email:
                    findings.Add(new Finding(text.Span(i), IdentifierLabels.Email, ContactRoles.OfEmail(text, i, text.Span(i))));
                    break;
                case TokenKind.Url:
                    findings.Add(new Finding(text.Span(i), IdentifierLabels.Url));
                    break;
            }
        }

        foreach (var span in NetAddresses.Emails(text.Text)) findings.Add(new Finding(span, IdentifierLabels.Email, ContactRoles.OfEmail(text, text.TokenAt(span.Start), span)));
        foreach (var span in PhoneForms.Find(text)) findings.Add(new Finding(span, IdentifierLabels.Phone, ContactRoles.OfPhone(text, text.TokenAt(span.Start))));
        foreach (var span in NetAddresses.Sites(text.Text)) findings.Add(new Finding(span, IdentifierLabels.Url));
    }
}
