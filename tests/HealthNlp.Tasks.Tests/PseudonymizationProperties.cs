using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HealthNlp.Pseudonymization;
using HealthNlp.Text;

namespace HealthNlp.Tests;

/// <summary>Properties over reports put together from the sentences of the specification, and over any string.</summary>
public class PseudonymizationProperties
{
    private static readonly (string Letter, string Decomposed)[] Accents = [.. "é:e\u0301 è:e\u0300 ê:e\u0302 ë:e\u0308 à:a\u0300 â:a\u0302 ç:c\u0327 î:i\u0302 ï:i\u0308 ô:o\u0302 ù:u\u0300 û:u\u0302 É:E\u0301"
        .Split(' ').Select(pair => pair.Split(':')).Select(pair => (pair[0], pair[1]))];

    private static readonly string[] Secrets = ["Brévanne", "BRÉVANNE", "Quillandre", "Vaudreil", "Merlauge", "185057800608491", "8001234567", "01 99 00 12 34", "ana.brevanne@exemple.fr"];

    private static readonly PseudonymizationKey Key = new([.. Enumerable.Range(0, PseudonymizationKey.Length).Select(i => (byte)(7 * i))]);

    private static readonly Lazy<Pseudonymizer> Encrypting = new(() => Samples.Make(new PseudonymizationOptions { Strategy = ReplacementStrategy.Encrypt, Key = Key }));

    private static readonly Lazy<Pseudonymizer[]> Strategies = new(() =>
        [.. Enum.GetValues<ReplacementStrategy>().Where(strategy => strategy is not (ReplacementStrategy.Keep or ReplacementStrategy.Tag)).Select(strategy => Samples.Make(new PseudonymizationOptions { Strategy = strategy, Key = Key }))]);

    /// <summary>A few sentences of the specification, one a line.</summary>
    public static Arbitrary<string[]> Report { get; } = Gen.Choose(1, 6).SelectMany(count => Gen.ArrayOf(Gen.Elements(Samples.Plain.ToArray()), count)).ToArbitrary();

    [Property(MaxTest = 100)]
    public Property Entities_are_spans_of_the_raw_text_in_order_without_overlap() => Prop.ForAll(Report, sentences =>
    {
        var result = Run(string.Join("\n", sentences));
        var end = 0;
        foreach (var entity in result.Entities)
        {
            Assert.True(entity.Span.Start >= end && entity.Span.End <= result.Document.Text.Length && entity.Span.Length > 0);
            Assert.Contains(entity.Label, IdentifierLabels.All);
            Assert.False(char.IsWhiteSpace(result.Document.Text[entity.Span.Start]) || char.IsWhiteSpace(result.Document.Text[entity.Span.End - 1]));
            end = entity.Span.End;
        }
    });

    [Property(MaxTest = 200)]
    public Property Any_string_is_rewritten_only_where_it_was_replaced(NonNull<string> text) => (Rewritten(Run(text.Get)) == Run(text.Get).Text).ToProperty();

    [Property(MaxTest = 100)]
    public Property Text_is_rewritten_only_where_it_was_replaced() =>
        Prop.ForAll(Report, sentences => Rewritten(Run(string.Join("\n", sentences))) == Run(string.Join("\n", sentences)).Text);

    [Property(MaxTest = 100)]
    public Property Rewritten_text_holds_no_identifier() => Prop.ForAll(Report, Gen.Elements(Secrets).ToArbitrary(), (sentences, _) =>
    {
        var report = "Madame Odalys Brévanne, IPP : 8001234567, tél 01 99 00 12 34, ana.brevanne@exemple.fr\nNIR 185057800608491\n" + string.Join("\n", sentences) + "\nDr Merlauge, M. Quillandre, Mr Ilian Vaudreil";
        return Strategies.Value.Prepend(Samples.Pseudonymizer).All(pseudonymizer =>
        {
            var rewritten = pseudonymizer.Pseudonymize(report).Text;
            return Secrets.All(secret => !rewritten.Contains(secret, StringComparison.OrdinalIgnoreCase));
        });
    });

    [Property(MaxTest = 200)]
    public Property Any_string_that_was_encrypted_comes_back(NonNull<string> text) =>
        Prop.ForAll(Report, sentences => EncryptedPseudonyms.Decrypt(Encrypting.Value.Pseudonymize(text.Get + "\n" + string.Join("\n", sentences)).Text, Key) == text.Get + "\n" + string.Join("\n", sentences));

    [Property(MaxTest = 100)]
    public Property Same_text_in_another_typography_holds_the_same_entities() => Prop.ForAll(Report, sentences =>
    {
        var report = string.Join("\n", sentences);
        var expected = Found(Run(report));
        return Found(Run(Decompose(report))).SequenceEqual(expected)
            && Found(Run(report.Replace(' ', '\u00A0'))).SequenceEqual(expected)
            && Found(Run(report.Replace('\'', '’'))).SequenceEqual(expected)
            && Found(Run(report.Replace("\n", "\r\n", StringComparison.Ordinal))).SequenceEqual(expected);
    });

    [Property(MaxTest = 50)]
    public Property Same_text_gives_the_same_result() => Prop.ForAll(Report, sentences =>
    {
        var report = string.Join("\n", sentences);
        var (first, second) = (Run(report), Run(report));
        return first.Text == second.Text && first.Replacements.SequenceEqual(second.Replacements) && first.Provenance.Knowledge.SequenceEqual(second.Provenance.Knowledge);
    });

    private static PseudonymizationResult Run(string text) => Samples.Pseudonymizer.Pseudonymize(text, TestContext.Current.CancellationToken);

    /// <summary>What was found, as text without typography.</summary>
    private static IEnumerable<string> Found(PseudonymizationResult result) => result.Entities.Select(entity =>
        $"{entity.Label}:{entity.Attributes.GetValueOrDefault("role")}:{Folding.Fold(result.Document[entity.Span])}");

    /// <summary>The new text, put together from the raw text and the replacements.</summary>
    private static string Rewritten(PseudonymizationResult result)
    {
        var text = new StringBuilder();
        var from = 0;
        var replaced = result.Entities.Where(entity => entity.Attributes.ContainsKey("replacement")).ToArray();
        Assert.Equal(replaced.Length, result.Replacements.Count);
        foreach (var (replacement, entity) in result.Replacements.Zip(replaced))
        {
            text.Append(result.Document.Text, from, replacement.Original.Start - from);
            Assert.Equal(entity.Span, replacement.Original);
            Assert.Equal(text.Length, replacement.Rewritten.Start);
            text.Append(entity.Attributes["replacement"]);
            Assert.Equal(entity.Attributes["replacement"], replacement.Rewritten.Of(result.Text));
            from = replacement.Original.End;
        }

        return text.Append(result.Document.Text, from, result.Document.Text.Length - from).ToString();
    }

    private static string Decompose(string text) => Accents.Aggregate(text, (current, accent) => current.Replace(accent.Letter, accent.Decomposed, StringComparison.Ordinal));
}
