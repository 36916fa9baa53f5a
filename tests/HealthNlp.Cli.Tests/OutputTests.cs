using System.Text.Json;

namespace HealthNlp.Cli.Tests;

public sealed class OutputTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task RunAsync_to_a_file_replaces_it_and_leaves_nothing_beside()
    {
        var input = _cli.Write("in.txt", "Texte");
        _cli.Write("out.html", "old");

        Assert.Equal(0, await _cli.RunAsync("analyze", input, "-f", "html", "-o", _cli.PathOf("out.html")));
        Assert.Equal(["in.txt", "out.html"], _cli.Files());
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(_cli.PathOf("out.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(_cli.Output);
    }

    [Fact]
    public async Task RunAsync_to_a_file_that_is_an_input_is_refused()
    {
        var input = _cli.Write("in.txt", "Texte");

        Assert.Equal(2, await _cli.RunAsync("pseudonymize", input, "-o", input));
        Assert.Equal("Texte", await File.ReadAllTextAsync(input, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("out")]
    [InlineData("out/")]
    public async Task RunAsync_when_cancelled_returns_130_and_leaves_nothing(string output)
    {
        if (output == "out/") Directory.CreateDirectory(_cli.PathOf(output));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var code = await _cli.RunAsync(
            new EndlessStream(), new MemoryStream(), ["analyze", "-o", _cli.PathOf(output), "--input-format", "txt"], stop.Token).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(130, code);
        Assert.Empty(_cli.Files());
    }

    [Fact]
    public async Task RunAsync_to_a_reader_that_left_ends_quietly()
    {
        Assert.Equal(141, await _cli.RunAsync(new MemoryStream("Texte"u8.ToArray()), new ClosedStream(), ["analyze"], TestContext.Current.CancellationToken));
        Assert.Empty(_cli.Error);
    }

    [Fact]
    public async Task RunAsync_to_a_folder_no_identifier_escapes_or_takes_the_place_of_another()
    {
        string[] ids = ["../../x", "a/b", "a_b", "A_B", "/etc/passwd", "..", "", "NUL", "con.txt", "c:\\x", "é\u0000", new string('é', 300), "a_b"];
        var input = _cli.Write("in/in.jsonl", string.Join('\n', ids.Select(id => JsonSerializer.Serialize(new { document_id = id, text = "t" }))));

        Assert.Equal(0, await _cli.RunAsync("analyze", input, "-f", "jsonl", "-o", _cli.PathOf("out/deep/")));
        var files = _cli.Files("out/deep");
        Assert.Equal(ids.Length, files.Length);
        Assert.Equal(ids.Length + 1, _cli.Files().Length);
        Assert.Equal(ids.Length, files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(files, file => Assert.DoesNotMatch(@"(?i)^(nul|con)\.|[\\/:]|^\.", file));
        Assert.Equal(ids.Order(StringComparer.Ordinal), files.Select(file => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(_cli.PathOf("out/deep"), file)))
            .GetProperty("document_id").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RunAsync_to_the_folder_of_the_inputs_replaces_none_of_them()
    {
        _cli.Write("a.txt", "Vue le 12/03/2024.");

        Assert.Equal(0, await _cli.RunAsync("pseudonymize", _cli.Folder.FullName, "-o", _cli.Folder.FullName));
        Assert.Equal(["a-2.txt", "a.txt"], _cli.Files());
        Assert.Contains("12/03/2024", await File.ReadAllTextAsync(_cli.PathOf("a.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("a: written as a-2.txt", _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_json_is_one_array()
    {
        var input = _cli.Write("in.jsonl", "{\"text\":\"a\"}\nbad\n{\"text\":\"b\"}\n");

        Assert.Equal(1, await _cli.RunAsync("pseudonymize", input, "-f", "json"));
        Assert.Equal(3, JsonSerializer.Deserialize<JsonElement>(_cli.Output).GetArrayLength());
    }

    [Fact]
    public async Task RunAsync_json_of_no_document_is_an_empty_array()
    {
        Directory.CreateDirectory(_cli.PathOf("in"));

        Assert.Equal(0, await _cli.RunAsync("analyze", _cli.PathOf("in"), "-f", "json"));
        Assert.Equal("[]\n", _cli.Output);
    }

    [Theory]
    [InlineData("pseudonymize", "html", 1)]
    [InlineData("pseudonymize", "json", 1)]
    [InlineData("pseudonymize", "jsonl", 1)]
    [InlineData("pseudonymize", "text", 0)]
    [InlineData("analyze", "html", 0)]
    public async Task RunAsync_a_format_that_holds_the_identified_text_says_so_once(string verb, string format, int times)
    {
        var input = _cli.Write("in.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");

        Assert.Equal(0, await _cli.RunAsync(verb, input, "-f", format));
        Assert.Equal(times, _cli.Error.Split('\n').Count(line => line.Contains("contains the identified text", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task RunAsync_to_a_file_keeps_its_permissions()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Permissions of Unix.");
            return;
        }

        var input = _cli.Write("in.txt", "Texte");
        var output = _cli.Write("out.txt", "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(output, Mode);

        Assert.Equal(0, await _cli.RunAsync("analyze", input, "-o", output));
        Assert.Equal(Mode, File.GetUnixFileMode(output));
        Assert.NotEqual("old", await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_to_a_named_pipe_writes_into_it()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Named pipes of Unix.");
        var input = _cli.Write("in.txt", "Texte");
        var pipe = _cli.PathOf("pipe");
        using (var make = System.Diagnostics.Process.Start("mkfifo", [pipe])) await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        var read = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken);

        var code = await Task.Run(() => _cli.RunAsync("analyze", input, "-f", "jsonl", "-o", pipe), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
        Assert.StartsWith("{\"document_id\"", await read.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["in.txt", "pipe"], _cli.Files());
    }

    /// <summary>Standard input on which nothing more is typed.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            // As the console does, it does not look at the token.
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return 0;
        }
    }

    /// <summary>Standard output whose reader left.</summary>
    private sealed class ClosedStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            buffer.IsEmpty ? ValueTask.CompletedTask : throw new IOException("Broken pipe");
    }
}
