namespace HealthNlp.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData]
    [InlineData("unknown")]
    [InlineData("analyze", "-f", "xml")]
    [InlineData("analyze", "--input-format", "pdf")]
    [InlineData("analyze", "--unknown")]
    [InlineData("analyze", "no-such-file.txt")]
    [InlineData("analyze", "-", "-")]
    [InlineData("analyze", "-o", "no-such-folder/result.jsonl")]
    [InlineData("analyze", "-o", "")]
    public async Task RunAsync_bad_usage_returns_2_and_writes_no_result(params string[] arguments)
    {
        Assert.Equal(2, await _cli.RunAsync(arguments));
        Assert.Empty(_cli.Output);
        Assert.NotEmpty(_cli.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("analyze", "--help")]
    [InlineData("pseudonymize", "-h")]
    public async Task RunAsync_help_ends_with_the_notice(params string[] arguments)
    {
        Assert.Equal(0, await _cli.RunAsync(arguments));
        Assert.Contains("healthnlp", _cli.Output, StringComparison.Ordinal);
        Assert.EndsWith(Provenance.Notice, _cli.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_version_is_that_of_the_library()
    {
        Assert.Equal(0, await _cli.RunAsync("--version"));
        Assert.Equal(new Provenance { Component = "" }.Version + "\n", _cli.Output);
    }

    [Fact]
    public async Task RunAsync_a_named_file_of_unknown_extension_needs_an_input_format()
    {
        var path = _cli.Write("a.dat", "Texte");

        Assert.Equal(2, await _cli.RunAsync("analyze", path));
        Assert.Contains(ErrorCodes.UnknownFormat, _cli.Error, StringComparison.Ordinal);
        Assert.Equal(0, await _cli.RunAsync("analyze", path, "--input-format", "txt"));
    }

    [Fact]
    public async Task RunAsync_an_argument_with_an_at_sign_is_no_response_file()
    {
        var path = _cli.Write("arguments", "analyze");

        Assert.Equal(2, await _cli.RunAsync("@" + path));
    }
}
