using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HealthNlp.Architecture;

/// <summary>What the documentation says is true of the code beside it.</summary>
public sealed partial class DocumentationTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static TheoryData<string> Pages => [.. MarkdownFiles().Select(Repository.Relative)];

    public static TheoryData<string, int> CodeBlocks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var path in MarkdownFiles())
            {
                foreach (var (line, _) in Blocks(path, "csharp")) data.Add(Repository.Relative(path), line);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CodeBlocks))]
    public void CodeBlock_everyOne_compiles(string file, int line)
    {
        var (_, code) = Blocks(Repository.PathOf(file), "csharp").Single(block => block.Line == line);
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var tree = CSharpSyntaxTree.ParseText(code, options, cancellationToken: TestContext.Current.CancellationToken);
        var usings = CSharpSyntaxTree.ParseText(ImplicitUsings, options, cancellationToken: TestContext.Current.CancellationToken);
        var isProgram = tree.GetCompilationUnitRoot(TestContext.Current.CancellationToken).Members.Any(member => member is GlobalStatementSyntax);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path));

        var compilation = CSharpCompilation.Create(
            "Block",
            [tree, usings],
            references,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        var faults = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(fault => fault.Severity >= DiagnosticSeverity.Warning)
            .Select(fault => $"{file}:{line + 1 + fault.Location.GetLineSpan().StartLinePosition.Line}: {fault.Id} {fault.GetMessage(null)}");
        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_everyRelativeOne_leadsToAFile(string file)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(file))!;
        var broken = Link().Matches(File.ReadAllText(Repository.PathOf(file))).Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !File.Exists(Path.Combine(folder, target)) && !Directory.Exists(Path.Combine(folder, target)));

        Assert.Empty(broken);
    }

    [Fact]
    public void Readmes_bothLanguages_showTheSameCommandsAndCode()
    {
        foreach (var language in (string[])["sh", "csharp"])
        {
            var english = Blocks(Repository.PathOf("README.md"), language).Select(block => WithoutComments(block.Code)).ToList();
            var french = Blocks(Repository.PathOf("README.fr.md"), language).Select(block => WithoutComments(block.Code)).ToList();

            Assert.NotEmpty(english);
            Assert.Equal(english, french);
        }
    }

    [Fact]
    public void Readme_firstCommands_areTheMainJobAndTheTests()
    {
        var commands = Blocks(Repository.PathOf("README.md"), "sh").SelectMany(block => block.Code.Split('\n'))
            .Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#')).Take(2).ToList();

        Assert.StartsWith("dotnet run samples/quickstart.cs", commands[0], StringComparison.Ordinal);
        Assert.StartsWith("dotnet test", commands[1], StringComparison.Ordinal);
        Assert.Contains(Provenance.Notice, Repository.Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Diagnostics_everyCode_isExplainedOnce()
    {
        var codes = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .Select(field => $"{field.GetRawConstantValue()} {field.Name}").Order(StringComparer.Ordinal).ToList();
        var page = Repository.Read("docs", "diagnostics.md");
        var sections = page.Split("\n## ")[1..];

        Assert.NotEmpty(codes);
        Assert.Equal(codes, sections.Select(section => section.Split('\n')[0].Trim()).Where(title => title.StartsWith("HNLP", StringComparison.Ordinal)));
        foreach (var section in sections.Where(section => section.StartsWith("HNLP", StringComparison.Ordinal)))
        {
            foreach (var part in (string[])["**What.**", "**Where.**", "**What to do.**"]) Assert.Contains(part, section, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Notices_everyPackageOfTheProduct_isListed()
    {
        var notices = Repository.Read("THIRD-PARTY-NOTICES.md");
        var packages = Repository.Packages.Values.SelectMany(folder => LockedPackages(Path.Combine(folder, "packages.lock.json"))).Distinct().ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Contains($"| {package} |", notices, StringComparison.Ordinal));
    }

    [Fact]
    public void Notices_everyPackageOfTestsAndBenchmarks_isListedWhenReferencedDirectly()
    {
        var notices = Repository.Read("THIRD-PARTY-NOTICES.md");
        var packages = PackageVersion().Matches(Repository.Read("Directory.Packages.props")).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Contains($"| {package} |", notices, StringComparison.Ordinal));
    }

    [Fact]
    public void Packages_everyOne_hasAReadmeThatSaysMoreThanItsName()
    {
        foreach (var (package, folder) in Repository.Packages)
        {
            var readme = Path.Combine(folder, "README.md");
            Assert.True(File.Exists(readme) && File.ReadLines(readme).Count(line => line.Length > 0) > 3, $"src/{package}/README.md says nothing.");
        }
    }

    private static IEnumerable<string> MarkdownFiles() =>
        Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Repository.Files("docs", "*.md"))
            .Concat(Repository.Packages.Values.Select(folder => Path.Combine(folder, "README.md")).Where(File.Exists))
            .Concat(Repository.Files("benchmarks", "*.md"))
            .Concat(Repository.Files("samples", "*.md"))
            .Order(StringComparer.Ordinal);

    private static List<(int Line, string Code)> Blocks(string path, string language)
    {
        var blocks = new List<(int, string)>();
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() != "```" + language) continue;
            var end = Array.FindIndex(lines, i + 1, line => line.Trim() == "```");
            blocks.Add((i + 1, string.Join('\n', lines[(i + 1)..end])));
            i = end;
        }

        return blocks;
    }

    private static string WithoutComments(string code) =>
        string.Join('\n', code.Split('\n').Select(line => Comment().Replace(line, "").TrimEnd()).Where(line => line.Length > 0));

    private static IEnumerable<string> LockedPackages(string lockFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(lockFile));
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project").Select(package => package.Name)];
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:^|\s)(?://|#)\s.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"<PackageVersion Include=""([^""]+)""")]
    private static partial Regex PackageVersion();
}
