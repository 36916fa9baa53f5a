using FsCheck.Xunit;
using HealthNlp.Pipelines;
using HealthNlp.Tests.Properties;

namespace HealthNlp.Tests.Qualifiers;

/// <summary>What the scopes promise over generated texts.</summary>
[Properties(Arbitrary = [typeof(ClinicalArbitraries)], MaxTest = 500, Replay = "20260402,9")]
public sealed class QualifierProperties
{
    private static readonly string[] Cues = ["pas de ", "sans ", "suspicion de ", "mère ", "ancien ", "rapporte ", " négatifs", " ?", " (-)", "ni ", "en 2012 ", "mais ", ", ", " et ", "☐ ", " : non"];

    [Property]
    public void Process_anyText_givesScopesInsideTheText(ClinicalText text, int seed)
    {
        var analyzed = TextAnalysis.Process(Mix(text.Value, seed));
        Assert.All(analyzed.Get(Layers.Qualifiers), scope =>
        {
            Assert.False(scope.Cue.IsEmpty || scope.Span.IsEmpty || scope.Rule.Length == 0);
            Assert.True(Math.Max(scope.Cue.End, scope.Span.End) <= analyzed.Document.Text.Length);
        });
    }

    [Property]
    public void Process_sameText_givesTheSameScopes(ClinicalText text, int seed)
    {
        var mixed = Mix(text.Value, seed);
        Assert.Equal(TextAnalysis.Process(mixed).Get(Layers.Qualifiers), TextAnalysis.Process(mixed).Get(Layers.Qualifiers));
    }

    [Property]
    public void ContextOf_sentenceAmongOthers_isThatOfTheSentenceAlone(int seed)
    {
        var random = new Random(seed);
        var sentence = "Le patient a " + string.Concat(Enumerable.Range(0, 6).Select(_ => Cues[random.Next(Cues.Length)] + "fièvre "));
        var alone = Shapes(sentence, 0);
        const string Before = "La cicatrice est propre. Retour le lendemain.\n\n";
        Assert.Equal(alone, Shapes(Before + sentence + "\n\nLe pansement est refait.", Before.Length));
    }

    private static List<string> Shapes(string text, int shift) => [.. TextAnalysis.Process(new Document(text) { Written = new DateOnly(2025, 6, 15) }).Get(Layers.Qualifiers)
        .Select(scope => $"{scope.Qualifier} {scope.Cue.Start - shift} {scope.Cue.End - shift} {scope.Span.Start - shift} {scope.Span.End - shift}")];

    private static string Mix(string text, int seed)
    {
        var random = new Random(seed);
        return string.Join(' ', text.Split(' ').Select(word => random.Next(3) == 0 ? Cues[random.Next(Cues.Length)] + word : word));
    }
}
