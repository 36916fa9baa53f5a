namespace HealthNlp.Tests;

public class PseudonymizationSpecTests
{
    public static TheoryData<string> Sentences { get; } = [.. Samples.Marked];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Pseudonymize_sentence_of_the_specification_finds_what_is_marked(string marked) =>
        Assert.Equal(marked, Samples.MarkUp(Samples.Pseudonymizer.Pseudonymize(Samples.Unmark(marked), TestContext.Current.CancellationToken)));

    [Fact]
    public void Specification_holds_enough_sentences_and_traps()
    {
        Assert.True(Samples.Marked.Count >= 120);
        Assert.True(Samples.Marked.Count(sentence => !sentence.Contains("[[", StringComparison.Ordinal)) >= 25);
    }
}
