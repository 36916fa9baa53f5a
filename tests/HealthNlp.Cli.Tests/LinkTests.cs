namespace HealthNlp.Cli.Tests;

/// <summary>One file under several names.</summary>
public sealed class LinkTests : IDisposable
{
    private const string Text = "Vue le 12/03/2024.";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task RunAsync_a_linked_folder_to_the_folder_itself_replaces_no_input()
    {
        _cli.Write("real/a.txt", Text);
        Link("link", "real");

        Assert.Equal(0, await _cli.RunAsync("pseudonymize", _cli.PathOf("link"), "-o", _cli.PathOf("real")));
        Assert.Equal(Text, Read("real/a.txt"));
        Assert.Equal(["a-2.txt", "a.txt"], _cli.Files("real"));
    }

    [Fact]
    public async Task RunAsync_a_folder_to_a_link_to_it_replaces_no_input()
    {
        _cli.Write("real/a.txt", Text);
        Link("link", "./other/../real");
        Directory.CreateDirectory(_cli.PathOf("other"));

        Assert.Equal(0, await _cli.RunAsync("pseudonymize", _cli.PathOf("real"), "-o", _cli.PathOf("link")));
        Assert.Equal(Text, Read("real/a.txt"));
    }

    [Theory]
    [InlineData("link.txt", "real.txt")]
    [InlineData("real.txt", "link.txt")]
    [InlineData("link.txt", "link.txt")]
    [InlineData("second.txt", "link.txt")]
    [InlineData("folder/real.txt", "real.txt")]
    public async Task RunAsync_to_another_name_of_an_input_is_refused(string input, string output)
    {
        _cli.Write("real.txt", Text);
        Link("link.txt", "real.txt");
        Link("second.txt", _cli.PathOf("link.txt"));
        Link("folder", ".");

        Assert.Equal(2, await _cli.RunAsync("pseudonymize", _cli.PathOf(input), "-o", _cli.PathOf(output)));
        Assert.Equal(Text, Read("real.txt"));
    }

    [Fact]
    public async Task RunAsync_linked_inputs_to_their_folder_stay_links()
    {
        _cli.Write("real.txt", Text);
        Directory.CreateDirectory(_cli.PathOf("in"));
        Link("in/a.txt", "../real.txt");

        Assert.Equal(0, await _cli.RunAsync("pseudonymize", _cli.PathOf("in"), "-o", _cli.PathOf("in")));
        Assert.Equal("../real.txt", new FileInfo(_cli.PathOf("in/a.txt")).LinkTarget);
        Assert.Equal(Text, Read("real.txt"));
    }

    [Fact]
    public async Task RunAsync_to_a_link_writes_where_it_leads()
    {
        var input = _cli.Write("in.txt", Text);
        _cli.Write("old.txt", "old");
        Link("out.txt", "old.txt");

        Assert.Equal(0, await _cli.RunAsync("pseudonymize", input, "-o", _cli.PathOf("out.txt")));
        Assert.StartsWith("Vue le ", Read("old.txt"), StringComparison.Ordinal);
        Assert.Equal("old.txt", new FileInfo(_cli.PathOf("out.txt")).LinkTarget);
    }

    [Fact]
    public void Of_a_circle_of_links_ends()
    {
        Link("a", "b");
        Link("b", "a");

        Assert.StartsWith(RealPath.Of(_cli.Folder.FullName), RealPath.Of(_cli.PathOf("a")), StringComparison.Ordinal);
    }

    private string Read(string name) => File.ReadAllText(_cli.PathOf(name));

    private void Link(string name, string target)
    {
        try
        {
            File.CreateSymbolicLink(_cli.PathOf(name), target);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Assert.Skip("Symbolic links cannot be made here.");
        }
    }
}
