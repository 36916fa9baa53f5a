using HealthNlp.Matching;

namespace HealthNlp.Tests.Matching;

public sealed class TerminologyTests
{
    [Theory]
    [InlineData("a", "a", Subsumption.Equivalent)]
    [InlineData("a", "c", Subsumption.Subsumes)]
    [InlineData("c", "a", Subsumption.SubsumedBy)]
    [InlineData("b", "d", Subsumption.NotSubsumed)]
    [InlineData("x", "y", Subsumption.Subsumes)]
    public void Subsumes_codesOfATree_saysHowTheyStand(string code, string other, Subsumption expected) => Assert.Equal(expected, new Tree().Subsumes(code, other));

    [Fact]
    public void Validate_code_isThatOfLookup()
    {
        var tree = new Tree();
        Assert.True(tree.Validate("c"));
        Assert.False(tree.Validate("z"));
        Assert.Empty(tree.Translate("c", "other"));
    }

    // a > b > c, a > d, and x, y above one another by mistake: the walk up ends all the same.
    private sealed class Tree : Terminology
    {
        private static readonly Dictionary<string, string[]> Above = new() { ["a"] = [], ["b"] = ["a"], ["c"] = ["b"], ["d"] = ["a"], ["x"] = ["y"], ["y"] = ["x"] };

        public override string System => "tree";
        public override string Version => "1";
        public override IEnumerable<Concept> Concepts => Above.Keys.Select(code => new Concept(System, code, code));
        public override Concept? Lookup(string code) => Above.ContainsKey(code) ? new Concept(System, code, code) : null;
        protected override IEnumerable<string> Parents(string code) => Above.GetValueOrDefault(code, []);
    }
}
