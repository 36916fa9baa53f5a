using System.Text;
using HealthNlp.Pipelines;

namespace HealthNlp.Interop.Tests;

public class JsonLinesReaderTests
{
    [Fact]
    public async Task ReadDocumentsAsync_reads_every_property_and_ignores_others()
    {
        var document = (await ReadAsync(
            """
            {"document_id":"d1","id":"no","text":"Été","stay_id":"s","patient_id":12,"written":"2024-03-12","admission":"2024-03-10T08:00:00","discharge":null,
            """.Trim() + """
            "ward":"UHCD","ccam":["HHFA001"],"patient":{"names":["DUPONT"],"birth_date":"1950-01-02","identifiers":["8001"]},"other":{"x":[1]}}
            """)).Single().Value!;

        Assert.Equal("d1", document.Id);
        Assert.Equal("Été", document.Text);
        Assert.Equal(("s", "12", "UHCD"), (document.StayId, document.PatientId, document.Ward));
        Assert.Equal((new DateOnly(2024, 3, 12), new DateOnly(2024, 3, 10), null), (document.Written, document.Admission, document.Discharge));
        Assert.Equal(["HHFA001"], document.CcamActs);
        Assert.Equal(["DUPONT"], document.Patient!.Names);
        Assert.Equal(new DateOnly(1950, 1, 2), document.Patient.BirthDate);
        Assert.Equal(["8001"], document.Patient.Identifiers);
    }

    [Theory]
    [InlineData("pas du json")]
    [InlineData("[1]")]
    [InlineData("{\"id\":\"x\"}")]
    [InlineData("{\"text\":12}")]
    [InlineData("{\"text\":null}")]
    [InlineData("{\"text\":\"a")]
    [InlineData("{\"text\":\"a\",\"written\":\"2024-02-30\"}")]
    [InlineData("{\"text\":\"a\",\"written\":\"12/03/2024\"}")]
    [InlineData("{\"text\":\"a\",\"ccam\":\"HHFA001\"}")]
    [InlineData("{\"text\":\"a\",\"patient\":[]}")]
    [InlineData("{\"text\":\"\\ud800\"}")]
    public async Task ReadDocumentsAsync_a_bad_line_fails_with_its_number_and_the_rest_is_read(string bad)
    {
        var results = await ReadAsync("{\"id\":\"a\",\"text\":\"un\"}\n" + bad + "\n{\"id\":\"a\",\"text\":\"deux\"}\n");

        Assert.Equal([true, false, true], results.Select(result => result.Succeeded));
        Assert.Equal(ErrorCodes.InvalidJsonLine, results[1].Error!.Code);
        Assert.StartsWith("Line 2 ", results[1].Error!.Message, StringComparison.Ordinal);
        Assert.Equal("deux", results[2].Value!.Text);
    }

    [Fact]
    public async Task ReadDocumentsAsync_error_messages_quote_nothing_of_the_line()
    {
        var results = await ReadAsync("DUPONT Marie\n{\"text\":\"a\",\"written\":\"DUPONT\"}\n{\"text\":\"DUPONT\n");

        Assert.All(results, result => Assert.DoesNotContain("DUPONT", result.Error!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadDocumentsAsync_without_an_identifier_gives_the_line_number()
    {
        var results = await ReadAsync("{\"text\":\"a\"}\r\n\r\n \t\r\n{\"text\":\"b\"}");

        Assert.Equal(["1", "4"], results.Select(result => result.Value!.Id));
    }

    [Fact]
    public async Task ReadDocumentsAsync_of_a_named_file_gives_its_name_and_the_line_number()
    {
        using var stream = new MemoryStream("{\"text\":\"a\"}\nbad\n{\"id\":\"x\",\"text\":\"b\"}"u8.ToArray());
        var results = await JsonLinesReader.ReadDocumentsAsync(stream, "in", TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["in:1", "in:2", "x"], results.Select(result => result.DocumentId));
        Assert.StartsWith("Line 2 ", results[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadDocumentsAsync_a_stray_byte_does_not_spoil_the_accents_of_its_line()
    {
        var results = await ReadAsync([.. "{\"text\":\"âgé, vu"u8, 0xE9, .. "\"}\n{\"text\":\"v"u8, 0xE9, .. "\"}\n"u8]);

        Assert.Equal(["âgé, vué", "vé"], results.Select(result => result.Value!.Text));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    public async Task ReadDocumentsAsync_reads_the_encodings_of_french_files(string encodingName, bool marked)
    {
        var encoding = Encoding.GetEncoding(encodingName);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes("{\"text\":\"Été\"}\n{\"text\":\"à\"}\n")];

        var results = await ReadAsync(bytes);

        Assert.Equal(["Été", "à"], results.Select(result => result.Value!.Text));
    }

    [Fact]
    public async Task ReadDocumentsAsync_a_line_of_5_MB_in_small_reads_is_read_whole()
    {
        var text = new string('é', 2_500_000);

        var results = await ReadAsync(Encoding.UTF8.GetBytes("{\"text\":\"" + text + "\"}\n{\"text\":\"b\"}\n"));

        Assert.Equal([text.Length, 1], results.Select(result => result.Value!.Text.Length));
    }

    [Fact]
    public async Task LineReader_drops_a_line_that_is_too_long_and_goes_on()
    {
        using var stream = new TrickleStream(Encoding.UTF8.GetBytes("ab\n" + new string('x', 300_000) + "\ncd\n" + new string('y', 11) + "\nef"), 7_000);
        var lines = new List<(long, string?)>();
        await foreach (var (number, line) in new LineReader(10).ReadAsync(stream, TestContext.Current.CancellationToken))
        {
            lines.Add((number, line is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null));
        }

        Assert.Equal([(1, "ab"), (2, null), (3, "cd"), (4, null), (5, "ef")], lines);
    }

    private static Task<List<DocumentResult<Document>>> ReadAsync(string lines) => ReadAsync(Encoding.UTF8.GetBytes(lines));

    private static async Task<List<DocumentResult<Document>>> ReadAsync(byte[] bytes)
    {
        using var stream = new TrickleStream(bytes, 4_001);
        return await JsonLinesReader.ReadDocumentsAsync(stream, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
