using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using HealthNlp.Pipelines;

namespace HealthNlp.Interop.Tests;

public class JsonLinesWriterTests
{
    [Fact]
    public void WriteDocument_writes_the_agreed_line()
    {
        var source = FakeSource.Of("😀 Élise d’Arc", (3, 8, "FIRST_NAME"));
        source = source with
        {
            Entities = [source.Entities[0] with { Attributes = new Dictionary<string, string> { ["role"] = "Patient", ["Z"] = "é\"<", ["a"] = "" } }],
        };

        Assert.Equal(
            """{"document_id":"doc","task":"test","schema_version":"1.0","records":[{"label":"FIRST_NAME","text":"Élise","start":2,"end":7,"attributes":{"Z":"é\"<","a":"","role":"Patient"}}]}""" + "\n",
            source.Write(new JsonLinesWriter()));
    }

    [Fact]
    public void WriteDocument_writes_relations_by_record_number_and_facts_with_their_words()
    {
        var source = FakeSource.Of("E. coli du sang", (0, 7, "Bacterie"), (11, 15, "Site"));
        source = source with
        {
            Relations = [new Relation("Localise", source.Entities[0], source.Entities[1])],
            Facts = [new DocumentFact("kind", "x") { Evidence = [new TextSpan(0, 2)] }],
        };

        var line = source.Write(new JsonLinesWriter());

        Assert.EndsWith(
            """],"relations":[{"label":"Localise","from":0,"to":1}],"facts":[{"name":"kind","value":"x","evidence":[{"text":"E.","start":0,"end":2}]}]}""" + "\n",
            line,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WriteDocument_a_lone_surrogate_becomes_the_replacement_character()
    {
        using var json = JsonDocument.Parse(FakeSource.Of("a\uD800b", (0, 3, "X")).Write(new JsonLinesWriter()));

        Assert.Equal("a\uFFFDb", json.RootElement.GetProperty("records")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void WriteFailure_writes_no_records_and_the_error()
    {
        using var stream = new MemoryStream();
        new JsonLinesWriter().WriteFailure(stream, "pseudo", "d", new DocumentError("HNLP1102", "No text."));

        Assert.Equal(
            """{"document_id":"d","task":"pseudo","schema_version":"1.0","records":[],"error":{"code":"HNLP1102","message":"No text."}}""" + "\n",
            System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void JsonResultWriter_of_no_document_writes_an_empty_array()
    {
        using var stream = new MemoryStream();
        new JsonResultWriter().WriteAll(stream, []);

        Assert.Equal("[]\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void JsonResultWriter_writes_one_array_with_provenance()
    {
        using var stream = new MemoryStream();
        new JsonResultWriter().WriteAll(stream, [new WritableResult(FakeSource.Of("a")), new WritableResult(FakeSource.Of("b"))]);
        using var json = JsonDocument.Parse(stream.ToArray());

        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.Equal(Provenance.Notice, json.RootElement[1].GetProperty("provenance").GetProperty("notice").GetString());
    }

    [Property]
    public void ReadRecords_gives_back_what_WriteDocument_wrote(string[] pieces, int[] cuts, char[] odd)
    {
        var text = string.Concat(pieces.Select(piece => piece + "é😀\uD800\n")) + new string(odd);
        // Offsets in files count code points: a span that cuts a pair has none.
        var places = Enumerable.Range(0, text.Length + 1)
            .Where(i => i == 0 || i == text.Length || !char.IsSurrogatePair(text[i - 1], text[i])).ToArray();
        var ordered = cuts.Select(cut => places[(int)((uint)cut % (uint)places.Length)]).Order().ToArray();
        var entities = ordered.Zip(ordered.Skip(1), (start, end) => new Entity(new TextSpan(start, end), "L" + (start % 3))
        {
            Attributes = new Dictionary<string, string> { ["b"] = "\"<é\n", ["a"] = "x" },
        }).ToList();

        var line = new FakeSource(new Document("d", text), entities).Write(new JsonLinesWriter());
        var read = JsonLinesReader.ReadRecords(line, text);

        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
        Assert.Equal(entities.Select(entity => (entity.Span, entity.Label)), read.Select(entity => (entity.Span, entity.Label)));
        Assert.All(read, entity => Assert.Equal(entities[0].Attributes.Order(Comparer), entity.Attributes.Order(Comparer)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("x")]
    [InlineData("""{"records":[{"label":"X","start":0,"end":9,"attributes":{}}]}""")]
    [InlineData("""{"records":[{"label":"X","start":2,"end":1,"attributes":{}}]}""")]
    [InlineData("""{"records":[{"label":"X","start":-1,"end":1,"attributes":{}}]}""")]
    [InlineData("""{"records":[{"label":null,"start":0,"end":1,"attributes":{}}]}""")]
    public void ReadRecords_of_another_text_is_an_error(string line) =>
        Assert.Equal(ErrorCodes.InvalidJsonLine, Assert.Throws<HealthNlpException>(() => JsonLinesReader.ReadRecords(line, "abc")).Code);

    private static Comparer<KeyValuePair<string, string>> Comparer { get; } =
        Comparer<KeyValuePair<string, string>>.Create((x, y) => string.CompareOrdinal(x.Key, y.Key));
}
