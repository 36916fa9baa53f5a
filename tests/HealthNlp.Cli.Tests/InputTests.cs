using System.Text.Json;

namespace HealthNlp.Cli.Tests;

public sealed class InputTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    private string[] Ids => [.. _cli.Lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("document_id").GetString()!)];

    [Theory]
    [InlineData("analyze", "-f", "jsonl")]
    [InlineData("analyze", "-", "-f", "jsonl")]
    public async Task RunAsync_standard_input_is_a_text(params string[] arguments)
    {
        Assert.Equal(0, await _cli.RunAsync("{\"text\":\"a\"}\n{\"text\":\"b\"}", arguments));
        Assert.Equal(["stdin"], Ids);
    }

    [Fact]
    public async Task RunAsync_standard_input_as_jsonl_gives_a_line_a_document()
    {
        Assert.Equal(0, await _cli.RunAsync("{\"text\":\"a\"}\n{\"id\":\"x\",\"text\":\"b\"}", ["analyze", "--input-format", "jsonl", "-f", "jsonl"]));
        Assert.Equal(["1", "x"], Ids);
    }

    [Fact]
    public async Task RunAsync_a_folder_is_read_in_ordinal_order_and_says_what_it_skips()
    {
        foreach (var name in (string[])["in/b.txt", "in/B.txt", "in/a/z.TXT", "in/a.b.txt"]) _cli.Write(name, "Texte");
        _cli.Write("in/lines.jsonl", "{\"id\":\"l1\",\"text\":\"a\"}\n");
        _cli.Write("in/scan.pdf", "x");

        Assert.Equal(0, await _cli.RunAsync("analyze", _cli.PathOf("in"), "-f", "jsonl"));
        Assert.Equal(["B", "a.b", "a/z", "b", "l1"], Ids);
        Assert.Contains("scan.pdf", _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_failed_documents_keep_their_place_and_return_1()
    {
        var lines = _cli.Write("in.jsonl", "{\"id\":\"a\",\"text\":\"un\"}\nDUPONT\n{\"id\":\"c\"}\n{\"id\":\"d\",\"text\":\"deux\"}\n");
        var scan = _cli.Write("scan.txt", "%PDF-1.7 DUPONT");

        Assert.Equal(1, await _cli.RunAsync("pseudonymize", lines, scan, "-f", "jsonl"));
        Assert.Equal(["a", "in:2", "c", "d", "scan"], Ids);
        Assert.Equal([false, true, true, false, true], _cli.Lines.Select(line => line.Contains("\"error\"", StringComparison.Ordinal)));
        Assert.Contains($"\nin: c: {ErrorCodes.InvalidJsonLine} ", "\n" + _cli.Error, StringComparison.Ordinal);
        Assert.Contains($"\nin:2: {ErrorCodes.InvalidJsonLine} ", "\n" + _cli.Error, StringComparison.Ordinal);
        Assert.Contains($"scan: {ErrorCodes.NotText} ", _cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("DUPONT", _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_pseudonymize_as_text_writes_the_text_alone_and_the_notice_apart()
    {
        Assert.Equal(0, await _cli.RunAsync("Vue le 12/03/2024.\n", ["pseudonymize"]));
        Assert.StartsWith("Vue le ", _cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("12/03/2024", _cli.Output, StringComparison.Ordinal);
        Assert.Single(_cli.Lines);
        Assert.Contains(Provenance.Notice, _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_lines_without_ids_of_several_files_have_ids_that_differ()
    {
        foreach (var name in (string[])["in/a.jsonl", "in/b.jsonl", "in/sub/a.jsonl"]) _cli.Write(name, "{\"text\":\"a\"}\n");

        Assert.Equal(0, await _cli.RunAsync("analyze", _cli.PathOf("in"), "-f", "jsonl"));
        Assert.Equal(["a:1", "b:1", "sub/a:1"], Ids);
    }

    [Fact]
    public async Task RunAsync_a_file_named_by_its_extension_keeps_its_name()
    {
        foreach (var name in (string[])["in/.txt", "in/sub/.txt"]) _cli.Write(name, "Texte");

        Assert.Equal(0, await _cli.RunAsync("analyze", _cli.PathOf("in"), "-f", "jsonl"));
        Assert.Equal([".txt", "sub/.txt"], Ids);
    }

    [Fact]
    public async Task ReadAsync_a_folder_that_cannot_be_listed_is_a_failure_and_the_rest_is_read()
    {
        foreach (var name in (string[])["a.txt", "closed/b.txt", "open/c.txt"]) _cli.Write(name, "Texte");
        var files = FolderTree.Files(_cli.Folder.FullName, folder => folder.EndsWith("closed", StringComparison.Ordinal)
            ? throw new UnauthorizedAccessException()
            : new DirectoryInfo(folder).EnumerateFileSystemInfos()).ToList();
        Assert.Equal([("a.txt", true), ("closed", false), ("open/c.txt", true)], files);

        var failure = new InputFile(_cli.PathOf("closed"), "closed/", Formats.UnlistedFolder);
        var result = await new InputReader(Stream.Null).ReadAsync([failure], TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("closed/", ErrorCodes.UnreadableInput), (result.DocumentId, result.Error!.Code));
    }

    [Fact]
    public async Task RunAsync_over_the_development_reports_gives_every_document_in_order()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("HEALTHNLP_SHARED") ?? Path.Combine(RepositoryRoot(), "..", "shared"), "corpora/parhaf/dev.jsonl");
        if (!File.Exists(path)) Assert.Skip("The shared corpora are absent: set HEALTHNLP_SHARED.");

        Assert.Equal(0, await _cli.RunAsync("analyze", path, "-f", "jsonl"));
        var expected = (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("id").GetString()!);
        Assert.Equal(expected, Ids);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HealthNlp.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
