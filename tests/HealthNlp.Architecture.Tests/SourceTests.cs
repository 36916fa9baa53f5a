using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HealthNlp.Architecture;

/// <summary>What every source and data file keeps to.</summary>
public sealed partial class SourceTests
{
    private const int MaxLines = 400;

    // The name that the programme gave to its annotation layer: a file format, not a claim.
    private static readonly string[] AllowedLiterals = ["webanno.custom.EntiteAnonymisation"];

    // Names of XML and JSON vocabularies, and of invented sites. Never contacted.
    private static readonly string[] AllowedHosts =
        ["www.w3.org", "dkpro.org", "uima.apache.org", "hl7.org", "hl7.fr", "interopsante.org", "snomed.info", "loinc.org", "exemple.fr", "www.exemple.fr"];

    private static readonly string[] TextExtensions =
        [".cs", ".csproj", ".props", ".targets", ".config", ".json", ".md", ".tsv", ".txt", ".sln", ".yml", ".html", ".css", ".js", ".editorconfig", ""];

    public static TheoryData<string> DataFiles =>
        [.. Repository.Files("src", "*.*").Where(IsData).Select(Repository.Relative)];

    [Fact]
    public void Files_underSrc_stayUnderFourHundredLines()
    {
        var long_ = Repository.Files("src", "*.cs").Select(path => (Path: Repository.Relative(path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines >= MaxLines);

        Assert.Empty(long_);
    }

    [Fact]
    public void Literals_underSrc_promiseNoAnonymityAndNoCertification()
    {
        var offences = Literals().Where(literal => !AllowedLiterals.Contains(literal.Text) && ForbiddenClaim().IsMatch(literal.Text))
            .Select(literal => $"{literal.Place}: {literal.Text}");

        Assert.Empty(offences);
    }

    [Fact]
    public void Templates_underSrc_promiseNoAnonymityAndNoCertification()
    {
        var offences = Repository.Files("src", "*.*").Where(path => Path.GetExtension(path) is ".html" or ".css" or ".js")
            .Where(path => ForbiddenClaim().IsMatch(File.ReadAllText(path)));

        Assert.Empty(offences.Select(Repository.Relative));
    }

    [Fact]
    public void Literals_underSrc_nameNoRemoteHost()
    {
        var offences = Literals().SelectMany(literal => Address().Matches(literal.Text).Select(match => (literal.Place, Host: match.Groups[1].Value)))
            .Where(address => !AllowedHosts.Contains(address.Host));

        Assert.Empty(offences);
    }

    [Fact]
    public void Literals_underSrc_areRead()
    {
        // The tests above pass on nothing at all if the reader finds nothing.
        Assert.Contains(Literals(), literal => literal.Text == Provenance.Notice);
    }

    [Theory]
    [InlineData("nuget.config")]
    [InlineData("global.json")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    [InlineData("Directory.Build.targets")]
    public void Configuration_everyFile_namesNoRemoteHost(string file)
    {
        if (File.Exists(Repository.PathOf(file))) Assert.DoesNotContain("://", Repository.Read(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_everywhere_nameNoMachineAndNoUnfinishedWork()
    {
        // Written in pieces, or this file would be the first offence.
        string[] forbidden = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", @"C:\Us" + "ers", "TO" + "DO", "FIX" + "ME", "api.nu" + "get.org"];

        var offences = from path in TextFiles()
                       let text = File.ReadAllText(path)
                       from word in forbidden
                       where text.Contains(word, StringComparison.Ordinal)
                       select $"{Repository.Relative(path)}: {word}";

        Assert.Empty(offences);
    }

    [Theory]
    [MemberData(nameof(DataFiles))]
    public void DataFile_header_saysSourceLicenceAndVersion(string file)
    {
        var header = File.ReadLines(Repository.PathOf(file)).TakeWhile(line => line.StartsWith('#')).ToList();

        foreach (var field in (string[])["source", "licen[cs]e", "version"])
        {
            Assert.True(
                header.Exists(line => Regex.IsMatch(line, $@"(?i)^#.*\b{field}\b\s*:\s*\S", RegexOptions.None, TimeSpan.FromSeconds(1))),
                $"{file} has no line '# {field}: ...' before its first row.");
        }
    }

    [Theory]
    [MemberData(nameof(DataFiles))]
    public void DataFile_everyOne_isEmbedded(string file)
    {
        var (package, name) = (file.Split('/')[1], Path.GetFileName(file));

        Assert.Contains(Repository.Load(package).GetManifestResourceNames(), resource => resource.EndsWith(name, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(DataFiles))]
    public void DataFile_thatHasAnotherSource_isInTheNotices(string file)
    {
        var header = File.ReadLines(Repository.PathOf(file)).TakeWhile(line => line.StartsWith('#')).ToList();
        var own = header.Exists(line => OwnSource().IsMatch(line)) && header.Contains("# licence: MIT");

        if (!own) Assert.Contains($"`{Path.GetFileName(file)}`", Repository.Read("THIRD-PARTY-NOTICES.md"), StringComparison.Ordinal);
    }

    private static bool IsData(string path) =>
        Path.GetExtension(path) is ".tsv" or ".txt" && Path.GetFileName(Path.GetDirectoryName(path)) == "Data";

    private static IEnumerable<string> TextFiles()
    {
        string[] folders = ["src", "tests", "samples", "benchmarks", "docs", ".ci"];
        return folders.Where(folder => Directory.Exists(Repository.PathOf(folder))).SelectMany(folder => Repository.Files(folder, "*"))
            .Concat(Directory.EnumerateFiles(Repository.Root))
            .Where(path => TextExtensions.Contains(Path.GetExtension(path)));
    }

    private static IEnumerable<(string Place, string Text)> Literals() =>
        from path in Repository.Files("src", "*.cs")
        let tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path), cancellationToken: TestContext.Current.CancellationToken)
        from token in tree.GetRoot(TestContext.Current.CancellationToken).DescendantTokens()
        where token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)
            || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken)
            || token.IsKind(SyntaxKind.Utf8StringLiteralToken) || token.IsKind(SyntaxKind.Utf8MultiLineRawStringLiteralToken)
            || token.IsKind(SyntaxKind.Utf8SingleLineRawStringLiteralToken)
        select ($"{Repository.Relative(path)}:{tree.GetLineSpan(token.Span).StartLinePosition.Line + 1}", token.ValueText);

    // One source and no second one after a semicolon.
    [GeneratedRegex(@"^# source: HealthNlp, from general knowledge[^;]*$")]
    private static partial Regex OwnSource();

    [GeneratedRegex(@"anonym|certifi(ed|cation|é)", RegexOptions.IgnoreCase)]
    private static partial Regex ForbiddenClaim();

    [GeneratedRegex(@"\b(?:https?|wss?|ftp)://([^/\s""'<>:]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
