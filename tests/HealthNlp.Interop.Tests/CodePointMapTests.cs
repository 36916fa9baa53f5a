using FsCheck.Xunit;

namespace HealthNlp.Interop.Tests;

public class CodePointMapTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("😀é", 2, 1)]
    [InlineData("a😀b😀c", 6, 4)]
    [InlineData("a^b", 2, 2)]
    [InlineData("_^😀x", 4, 3)]
    [InlineData("^😀x", 3, 2)]
    [InlineData("x^", 2, 2)]
    public void ToCodePoint_counts_a_pair_once_and_a_lone_surrogate_once(string pattern, int position, int codePoint)
    {
        // An attribute cannot hold a lone surrogate.
        var map = new CodePointMap(pattern.Replace('^', '\uD800').Replace('_', '\uDC00'));

        Assert.Equal(codePoint, map.ToCodePoint(position));
        Assert.Equal(position, map.ToUtf16(codePoint));
    }

    [Property]
    public void Both_ways_agree_with_the_runes_of_the_text(char[] characters)
    {
        // One of three characters is half of a pair: pairs and lone halves are frequent.
        var text = new string([.. characters.Select((c, i) => (c % 3) switch { 0 => (char)(0xD800 + i), 1 => (char)(0xDC00 + i), _ => c })]);
        var map = new CodePointMap(text);
        var codePoint = 0;
        for (var i = 0; i < text.Length; codePoint++)
        {
            Assert.Equal(codePoint, map.ToCodePoint(i));
            Assert.Equal(i, map.ToUtf16(codePoint));
            i += i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
        }

        Assert.Equal(codePoint, map.Length);
        Assert.Equal(codePoint, map.ToCodePoint(text.Length));
        Assert.Equal(text.Length, map.ToUtf16(codePoint));
    }
}
