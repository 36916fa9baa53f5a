using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck.Xunit;

namespace HealthNlp.Interop.Tests;

public partial class HtmlWriterTests
{
    [Theory]
    [InlineData("Vu le [DATE].", true)]
    [InlineData(null, false)]
    public void WriteDocument_beside_a_rewritten_text_says_that_the_page_identifies(string? rewritten, bool said)
    {
        using var stream = new MemoryStream();
        new HtmlWriter().WriteDocument(stream, new WritableResult(FakeSource.Of("Vu hier."), rewritten));

        Assert.Equal(said, Encoding.UTF8.GetString(stream.ToArray()).Contains("<p class=\"notice\" lang=\"en\">Contains the identified text.</p>", StringComparison.Ordinal));
    }

    [Fact]
    public void WriteDocument_links_what_was_replaced_to_what_stands_for_it_and_back()
    {
        var replaced = new Entity(new TextSpan(4, 9), "NAME") { Attributes = new Dictionary<string, string> { ["replacement"] = "<N&M>" } };
        var source = new FakeSource(new Document("doc", "Mme Brune, 35000 Rennes"), [replaced, new Entity(new TextSpan(11, 16), "CODE")]);

        var sides = Body(source.Write(new HtmlWriter(), "Mme <N&M>, 35000 Rennes")).Descendants("pre").ToList();

        Assert.Equal(["Mme Brune, 35000 Rennes", "Mme <N&M>, 35000 Rennes"], sides.Select(side => side.Value.Trim()));
        var (before, after) = (sides[0].Element("a")!, sides[1].Element("a")!);
        Assert.Equal(("Brune", "<N&M>"), (before.Value, after.Value));
        Assert.Equal("#" + (string)after.Attribute("id")!, (string)before.Attribute("href")!);
        Assert.Equal("#" + (string)before.Attribute("id")!, (string)after.Attribute("href")!);
        Assert.Single(sides[1].Elements("mark"));
    }

    [Fact]
    public void WriteDocument_with_a_text_that_the_attributes_do_not_explain_shows_it_without_links()
    {
        var html = FakeSource.Of("abc", (0, 1, "A")).Write(new HtmlWriter(), "xyz");

        Assert.DoesNotContain("<a ", html, StringComparison.Ordinal);
        Assert.Equal("xyz", Body(html).Descendants("pre").Last().Value.Trim());
    }

    [Fact]
    public void WriteDocument_encodes_everything_that_comes_from_the_document()
    {
        var source = FakeSource.Of("<script>alert('x')</script> & \"y\"", (0, 8, "<b>")) with { Facts = [new DocumentFact("<i>", "</dl>")] };

        var html = source.Write(new HtmlWriter(), "<u>réécrit</u>");

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;u&gt;réécrit&lt;/u&gt;", html, StringComparison.Ordinal);
        Assert.Equal("<script>alert('x')</script> & \"y\"", RawText(html));
    }

    [Fact]
    public void WriteDocument_cuts_marks_that_overlap_and_colors_by_the_innermost()
    {
        var html = FakeSource.Of("abcdefgh", (0, 5, "A"), (2, 7, "B"), (3, 4, "C")).Write(new HtmlWriter());

        Assert.Equal(
            [("c0", "ab"), ("c1 nested", "c"), ("c2 nested", "d"), ("c1 nested", "e"), ("c1", "fg")],
            Body(html).Descendants("pre").First().Elements("mark").Select(mark => ((string)mark.Attribute("class")!, mark.Value)));
        Assert.Equal("abcdefgh", RawText(html));
    }

    [Fact]
    public void WriteDocument_shows_controls_as_pictures_and_lone_surrogates_as_replacements()
    {
        var html = FakeSource.Of("a\0b\u001Bc\u0085d\u007Fe\uD800f\uFFFFg").Write(new HtmlWriter());

        Assert.Equal("a\u2400b\u241Bc\uFFFDd\u2421e\uFFFDf\uFFFDg", RawText(html));
    }

    [Fact]
    public void WriteAll_makes_one_page_that_loads_nothing_and_carries_the_notice()
    {
        using var stream = new MemoryStream();
        new HtmlWriter().WriteAll(stream, [new WritableResult(FakeSource.Of("un")), new WritableResult(FakeSource.Of("deux"))]);
        var html = System.Text.Encoding.UTF8.GetString(stream.ToArray());

        Assert.Equal(2, Body(html).Descendants("article").Count());
        Assert.Contains(Provenance.Notice, html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)\b(src|href)\s*=|url\(|@import|<script|https?:", html);
    }

    [Fact]
    public void WriteDocument_legend_counts_by_label()
    {
        var html = FakeSource.Of("aabb", (0, 1, "A"), (1, 2, "A"), (2, 4, "B")).Write(new HtmlWriter());

        Assert.Equal(["A 2", "B 1"], Body(html).Descendants("ul").Single().Elements("li").Select(item => item.Value));
    }

    [Property]
    public void WriteDocument_any_annotations_leave_the_text_whole(int[] numbers)
    {
        const string Text = "Mme <D'ARC> & « O » née\nle 01/02/1950\tà Nîmes";
        var entities = numbers.Chunk(2).Where(pair => pair.Length == 2).Select(pair =>
        {
            var (x, y) = ((int)((uint)pair[0] % (Text.Length + 1)), (int)((uint)pair[1] % (Text.Length + 1)));
            return new Entity(new TextSpan(Math.Min(x, y), Math.Max(x, y)), "L" + (x % 5));
        });

        Assert.Equal(Text, RawText(new FakeSource(new Document("d", Text), new SpanIndex<Entity>(entities)).Write(new HtmlWriter())));
    }

    /// <summary>What a reader of the page sees as the raw text, without the small labels.</summary>
    private static string RawText(string html)
    {
        var pre = Body(html).Descendants("pre").First();
        pre.Elements("small").Remove();
        return pre.Value[1..];
    }

    /// <summary>The body is well-formed XML: a mark left open, or markup from a text, would not parse or would change what is read.</summary>
    private static XElement Body(string html) =>
        XElement.Parse(BodyPattern().Match(html.Replace("<details open>", "<details>", StringComparison.Ordinal)).Value, LoadOptions.PreserveWhitespace);

    [GeneratedRegex("<body>.*</body>", RegexOptions.Singleline)]
    private static partial Regex BodyPattern();
}
