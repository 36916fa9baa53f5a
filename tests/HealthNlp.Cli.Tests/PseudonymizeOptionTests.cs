namespace HealthNlp.Cli.Tests;

public sealed class PseudonymizeOptionTests : IDisposable
{
    private const string Text = "Mme Odalys Brévanne, née le 14/03/1958, suivie par le Dr Merlauge, habite 35000 Rennes.\n";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task RunAsync_with_a_strategy_for_all_and_one_for_a_label()
    {
        Assert.Equal(0, await _cli.RunAsync(Text, ["pseudonymize", "-s", "redact", "-s", "CITY=keep", "-s", "LAST_NAME=indexed-tag"]));
        Assert.Equal("Mme […] <NOM_1>, née le […], suivie par le Dr <NOM_2>, habite […] Rennes.\n", _cli.Output);
    }

    [Theory]
    [InlineData("hide", "No such strategy: hide")]
    [InlineData("NAME=tag", "'NAME' is not one of IdentifierLabels.")]
    [InlineData("token", "The strategy Token needs a key. Give --key-file.")]
    public async Task RunAsync_with_a_bad_strategy_says_what_is_wrong_and_writes_nothing(string strategy, string message)
    {
        Assert.Equal(2, await _cli.RunAsync(Text, ["pseudonymize", "-s", strategy, "-o", _cli.PathOf("out.txt")]));
        Assert.Contains(message, _cli.Error, StringComparison.Ordinal);
        Assert.Empty(_cli.Files());
    }

    [Fact]
    public async Task RunAsync_with_a_bad_key_file_says_so_and_writes_nothing()
    {
        var key = _cli.Write("key", "no key");
        Assert.Equal(2, await _cli.RunAsync(Text, ["pseudonymize", "-s", "token", "--key-file", key, "-o", _cli.PathOf("out.txt")]));
        Assert.Contains(ErrorCodes.InvalidKey, _cli.Error, StringComparison.Ordinal);
        Assert.Equal(["key"], _cli.Files());
    }

    [Fact]
    public async Task Key_does_not_replace_a_file()
    {
        Assert.Equal(0, await _cli.RunAsync("key", _cli.PathOf("key")));
        Assert.Equal(2, await _cli.RunAsync("key", _cli.PathOf("key")));
    }

    [Fact]
    public async Task Restore_of_encrypted_words_gives_the_text_back()
    {
        await _cli.RunAsync("key", _cli.PathOf("key"));
        Assert.Equal(0, await _cli.RunAsync(Text, ["pseudonymize", "-s", "encrypt", "--key-file", _cli.PathOf("key")]));
        Assert.DoesNotContain("Brévanne", _cli.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _cli.RunAsync(_cli.Output, ["restore", "--key-file", _cli.PathOf("key")]));
        Assert.Equal(Text, _cli.Output);
    }

    [Fact]
    public async Task Restore_from_a_vault_gives_a_folder_back_and_another_key_is_refused()
    {
        await _cli.RunAsync("key", _cli.PathOf("key"));
        await _cli.RunAsync("key", _cli.PathOf("other"));
        _cli.Write("in/a.txt", Text);
        _cli.Write("in/b.txt", "M. Xertigny va bien.\n");
        Assert.Equal(0, await _cli.RunAsync("pseudonymize", _cli.PathOf("in"), "-s", "surrogate", "--key-file", _cli.PathOf("key"), "--vault", _cli.PathOf("vault"), "-o", _cli.PathOf("out/")));
        Assert.Equal(0, await _cli.RunAsync("restore", _cli.PathOf("out"), "--key-file", _cli.PathOf("key"), "--vault", _cli.PathOf("vault"), "-o", _cli.PathOf("back/")));
        Assert.Equal(Text, await File.ReadAllTextAsync(_cli.PathOf("back/a.txt"), TestContext.Current.CancellationToken));
        Assert.Equal(2, await _cli.RunAsync("restore", _cli.PathOf("out"), "--key-file", _cli.PathOf("other"), "--vault", _cli.PathOf("vault")));
        Assert.Contains(ErrorCodes.WrongKey, _cli.Error, StringComparison.Ordinal);
        Assert.Empty(_cli.Output);
    }

    [Fact]
    public async Task Resume_writes_what_is_missing_and_nothing_else()
    {
        foreach (var name in new[] { "a", "b", "c" }) _cli.Write($"in/{name}.txt", Text);
        _cli.Write("out/b.txt", "written before");
        Assert.Equal(0, await _cli.RunAsync("pseudonymize", _cli.PathOf("in"), "-o", _cli.PathOf("out/"), "--resume"));
        Assert.Equal(["a.txt", "b.txt", "c.txt"], _cli.Files("out"));
        Assert.Equal("written before", await File.ReadAllTextAsync(_cli.PathOf("out/b.txt"), TestContext.Current.CancellationToken));
        Assert.Contains("1 of 3 documents were written before.", _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_tells_documents_of_one_identifier_apart()
    {
        var lines = _cli.Write("in.jsonl", "{\"id\":\"a\",\"text\":\"M. Xertigny\"}\n{\"id\":\"a\",\"text\":\"M. Xertigny va bien.\"}\n");
        Assert.Equal(0, await _cli.RunAsync("pseudonymize", lines, "-o", _cli.PathOf("out/")));
        File.Delete(_cli.PathOf("out/a-2.txt"));
        Assert.Equal(0, await _cli.RunAsync("pseudonymize", lines, "-o", _cli.PathOf("out/"), "--resume"));
        Assert.Equal("M. <NOM> va bien.\n", await File.ReadAllTextAsync(_cli.PathOf("out/a-2.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_vault_refuses_a_second_document_of_one_identifier_and_keeps_the_first()
    {
        var lines = _cli.Write("in.jsonl", "{\"id\":\"a\",\"text\":\"M. Xertigny\"}\n{\"id\":\"a\",\"text\":\"Mme Brévanne va bien.\"}\n");
        await _cli.RunAsync("key", _cli.PathOf("key"));
        string[] vault = ["--key-file", _cli.PathOf("key"), "--vault", _cli.PathOf("vault")];
        Assert.Equal(1, await _cli.RunAsync(["pseudonymize", lines, "-o", _cli.PathOf("out/"), .. vault]));
        Assert.Contains(ErrorCodes.NotInVault, _cli.Error, StringComparison.Ordinal);
        Assert.Equal(["a.txt"], _cli.Files("out"));
        Assert.Equal(0, await _cli.RunAsync(["restore", _cli.PathOf("out/a.txt"), "-o", _cli.PathOf("back/"), .. vault]));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("html")]
    public async Task Resume_takes_up_again_what_failed(string format)
    {
        var lines = _cli.Write("in.jsonl", "{\"id\":\"a\",\"text\":\"M. Xertigny\"}\n{\"id\":\"b\",\"text\":\"M. Xertigny\",\"stay_id\":\"s\"}\n");
        await _cli.RunAsync("key", _cli.PathOf("key"));
        string[] run = ["pseudonymize", lines, "-f", format, "--scope", "stay", "-s", "token", "--key-file", _cli.PathOf("key"), "-o", _cli.PathOf("out/")];
        Assert.Equal(1, await _cli.RunAsync(run));
        Assert.Single(_cli.Files("out"));
        Assert.Equal(1, await _cli.RunAsync([.. run, "--resume"]));
    }

    [Fact]
    public async Task Indicators_of_a_folder_that_is_not_there_are_refused_before_anything_is_written()
    {
        Assert.Equal(2, await _cli.RunAsync(Text, ["pseudonymize", "--indicators", _cli.PathOf("none/indicators.jsonl")]));
        Assert.Empty(_cli.Output);
    }

    [Fact]
    public async Task Resume_without_a_folder_is_refused() =>
        Assert.Equal(2, await _cli.RunAsync(Text, ["pseudonymize", "--resume"]));

    [Fact]
    public async Task Known_patient_is_found_without_a_civility()
    {
        var patient = _cli.Write("patient.json", "{\"names\":[\"Xertigny\"],\"identifiers\":[\"A77-12\"]}");
        Assert.Equal(0, await _cli.RunAsync("vu xertigny ce jour, dossier A77-12", ["pseudonymize", "--known-patient", patient]));
        Assert.Equal("vu <NOM> ce jour, dossier <CODE>\n", _cli.Output);
        Assert.Equal(2, await _cli.RunAsync("x", ["pseudonymize", "--known-patient", _cli.Write("bad.json", "[1]")]));
        Assert.Contains(ErrorCodes.InvalidJsonLine, _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Indicators_name_each_document_and_the_corpus_without_text()
    {
        _cli.Write("in/a.txt", Text);
        Assert.Equal(0, await _cli.RunAsync("pseudonymize", _cli.PathOf("in"), "-o", _cli.PathOf("out/"), "--indicators", _cli.PathOf("indicators.jsonl")));
        var lines = await File.ReadAllLinesAsync(_cli.PathOf("indicators.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal("{\"document_id\":\"a\",\"level\":\"none seen\",\"known_identity\":0,\"found_value\":0,\"found_again\":0}", lines[0]);
        Assert.StartsWith("{\"documents\":1,\"unique\":1,", lines[1], StringComparison.Ordinal);
    }
}
