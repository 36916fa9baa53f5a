using FsCheck;
using FsCheck.Fluent;
using HealthNlp.Text;

namespace HealthNlp.Tests.Properties;

/// <summary>A generated text: French words mixed with every odd character that hospital systems, scanners and attackers produce.</summary>
public sealed record ClinicalText(string Value)
{
    /// <summary>Escaped, so that a counterexample can be pasted into a test.</summary>
    public override string ToString() => "\"" + string.Concat(Value.Select(c => c is >= ' ' and <= '~' and not '"' and not '\\' ? c.ToString() : $"\\u{(int)c:X4}")) + "\"";
}

/// <summary>Generators of texts and of options.</summary>
public static class ClinicalArbitraries
{
    private static readonly string[] Words =
    [
        "Le", "patient", "l'", "d’", "qu'", "œdème", "cæcum", "ﬁbrose", "fièvre", "fie\u0300vre", "E\u0301volution", "hypo\u00ADtension", "mé\u200Blène", "pneu-",
        "mopathie", "post-opératoire", "c-KIT", "a-t-il", "aujourd'hui", "Dr.", "M.", "cf.", "n°", "J5", "C3J1", "pT1aN0", "t(8;21)", "CA", "15-3", "RO+", "SpO2",
        "Antécédents", "ANTÉCÉDENTS", "Conclusion", "Au total", "Examen clinique", "Médicaux", "Familiaux", "Traitement de sortie", "Page 1/3", "- 2 -", "-----",
        "_____", "Imprimé le 12/03/2024", "Hôpital", "D U P O N T", "0 6 1 2", "Compte rendu d'hospitalisation", "droit/gauche",
    ];

    private static readonly string[] Values =
    [
        "3", "12", "1 000,5", "1.000", "14/9", "10^6", "2x500", "3mg", "9g/dL", "50 %", "38,5°C", "µg", "mg/kg/j", "12/03/2024", "10.10.2010", "2024-03-12", "21h30",
        "08:15", "01 99 00 12 34", "+33 6 39 98 01 02", "a.b@exemple.fr", "https://exemple.fr/a?b=1", "1er", "3ème", "5ᵉ", "1\u00A0000", "1\u202F000",
    ];

    private static readonly string[] Odd =
    [
        "\uD83D", "\uDE42", "🙂", "👩\u200D⚕\uFE0F", "🇫🇷", "👍🏽", "\u0301", "\u0327\u0301\u0300", "שלום", "\u202Eabc\u202C", "\u200F", "مرحبا", "\0", "\u0007",
        "\u007F", "\uFEFF", "\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFFFF", "\uFFFD", "\u2009", "\u3000", "中文", "ǅ", "İ", "ß", "ſ", "K", "ﬄ", "½", "\u1161",
    ];

    private static readonly string[] Marks = [".", ",", ":", " :", ";", "!", "?", "...", "…", "-", "–", "‑", "•", "*", "(", ")", "«", "»", "“", "'", "’", "/", "+", "=", "<", "|", "_", "^"];
    private static readonly string[] Breaks = ["\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\f", "\v", "-\n", " \n ", "\n- ", "\n1. ", " :\n", "\n\f"];
    private static readonly string[] Spaces = [" ", " ", " ", " ", " ", "\u00A0", "\u202F", "\t", "  ", ""];

    /// <summary>Texts of up to some hundred pieces, shrunk by taking pieces away.</summary>
    public static Arbitrary<ClinicalText> Texts() => Arb.From(
        Gen.Sized(size => Gen.Choose(0, 4 + 2 * size).SelectMany(count => Gen.ArrayOf(Piece(), count))).Select(pieces => new ClinicalText(string.Concat(pieces))),
        text => Shorter(text.Value).Select(value => new ClinicalText(value)));

    /// <summary>Any set of normalisation options.</summary>
    public static Arbitrary<TextNormalizerOptions> Options() => Arb.From(Gen.Choose(0, 1023).Select(bits => new TextNormalizerOptions
    {
        Quotes = (bits & 1) != 0,
        Spaces = (bits & 2) != 0,
        InvisibleCharacters = (bits & 4) != 0,
        Ligatures = (bits & 8) != 0,
        ComposeAccents = (bits & 16) != 0,
        WrappedLines = (bits & 32) != 0,
        RemoveNoise = (bits & 64) != 0,
        SpacedCharacters = (bits & 128) != 0,
        FoldCase = (bits & 256) != 0,
        FoldAccents = (bits & 512) != 0,
    }));

    private static Gen<string> Piece() => Gen.Frequency(
        (30, Gen.Elements(Words)), (14, Gen.Elements(Values)), (9, Gen.Elements(Odd)), (14, Gen.Elements(Marks)), (9, Gen.Elements(Breaks)), (30, Gen.Elements(Spaces)));

    private static IEnumerable<string> Shorter(string value)
    {
        for (var length = value.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= value.Length; start += length) yield return value.Remove(start, length);
        }
    }
}
