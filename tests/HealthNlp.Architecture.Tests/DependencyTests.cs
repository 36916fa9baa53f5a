using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace HealthNlp.Architecture;

/// <summary>Packages depend on each other one way, as docs/architecture.md draws them.</summary>
public sealed class DependencyTests
{
    // What each package may reference. A package that is not here has no place in the drawing yet.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["HealthNlp.Core"] = [],
        ["HealthNlp.Terminologies"] = ["HealthNlp.Core"],
        ["HealthNlp.Inference"] = ["HealthNlp.Core"],
        ["HealthNlp.Interop"] = ["HealthNlp.Core"],
        ["HealthNlp.Tasks"] = ["HealthNlp.Core", "HealthNlp.Terminologies"],
        ["HealthNlp.Fhir"] = ["HealthNlp.Core", "HealthNlp.Tasks"],
        ["HealthNlp.Evaluation"] = ["HealthNlp.Core", "HealthNlp.Interop"],
        ["HealthNlp"] = ["HealthNlp.Core", "HealthNlp.Terminologies", "HealthNlp.Tasks", "HealthNlp.Interop"],
        ["HealthNlp.Cli"] =
        [
            "HealthNlp", "HealthNlp.Core", "HealthNlp.Terminologies", "HealthNlp.Inference", "HealthNlp.Tasks", "HealthNlp.Interop", "HealthNlp.Fhir",
            "HealthNlp.Evaluation",
        ],
    };

    // Doors to a network. System.Net.Primitives is no door: it holds addresses and status codes only.
    private static readonly string[] NetworkAssemblies =
    [
        "System.Net.Sockets", "System.Net.Http", "System.Net.Http.Json", "System.Net.Requests", "System.Net.WebClient", "System.Net.WebSockets",
        "System.Net.WebSockets.Client", "System.Net.Quic", "System.Net.HttpListener", "System.Net.Mail", "System.Net.NameResolution",
        "System.Net.NetworkInformation", "System.Net.Ping", "System.Net.Security", "System.Net.ServicePoint",
    ];

    // A use case of HealthNlp.Tasks may read the public results of these others.
    private static readonly Dictionary<string, string[]> ReadsResultsOf = new(StringComparer.Ordinal)
    {
        ["Summarization"] = ["*"],
        ["CaseGeneration"] = ["*"],
    };

    private static readonly string[] UseCases =
        ["Pseudonymization", "MedicalCoding", "Summarization", "CaseGeneration", "TumorBiomarkers", "TreatmentResponse", "Infections"];

    public static TheoryData<string> Packages => [.. Repository.Packages.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void ProjectReferences_everyPackage_followTheDrawing(string package)
    {
        Assert.True(Allowed.TryGetValue(package, out var allowed), $"{package} is not in the drawing: add it to docs/architecture.md and to this test.");
        var project = XDocument.Load(Path.Combine(Repository.Packages[package], package + ".csproj"));

        var references = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Empty(references.Except(allowed!, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void AssemblyReferences_everyPackage_followTheDrawing(string package)
    {
        var references = References(package).Where(name => name == "HealthNlp" || name.StartsWith("HealthNlp.", StringComparison.Ordinal));

        Assert.Empty(references.Except(Allowed[package], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void AssemblyReferences_everyPackage_openNoSocket(string package) =>
        Assert.Empty(References(package).Intersect(NetworkAssemblies, StringComparer.Ordinal));

    [Fact]
    public void References_thisAssembly_areRead()
    {
        // The tests above pass on nothing at all if the reader finds nothing.
        Assert.Contains("System.Runtime", References("HealthNlp.Core"));
        Assert.Contains("HealthNlp.Core", References("HealthNlp"));
    }

    [Fact]
    public void Tasks_everyType_usesNoOtherUseCase()
    {
        var offences = new List<string>();
        foreach (var path in Repository.Files(Path.Combine("src", "HealthNlp.Tasks"), "*.cs"))
        {
            var useCase = Path.GetRelativePath(Repository.Packages["HealthNlp.Tasks"], path).Split(Path.DirectorySeparatorChar)[0];
            if (!UseCases.Contains(useCase)) continue;
            var text = File.ReadAllText(path);
            var mayRead = ReadsResultsOf.GetValueOrDefault(useCase, []);
            offences.AddRange(UseCases.Where(other => other != useCase && !mayRead.Contains("*") && Uses(text, other))
                .Select(other => $"{Repository.Relative(path)} uses HealthNlp.{other}"));
        }

        Assert.Empty(offences);
    }

    [Fact]
    public void Tasks_everyFolder_isTheNamespaceOfItsTypes()
    {
        // The rule above reads folders: a type of a use case in another's folder would escape it.
        var types = Repository.Load("HealthNlp.Tasks").GetTypes().Where(type => type.Namespace is not null);
        foreach (var useCase in types.Select(type => type.Namespace!).Where(name => name.StartsWith("HealthNlp.", StringComparison.Ordinal))
                     .Select(name => name.Split('.')[1]).Distinct().Intersect(UseCases))
        {
            Assert.True(Directory.Exists(Path.Combine(Repository.Packages["HealthNlp.Tasks"], useCase)), $"HealthNlp.{useCase} has no folder of its name.");
        }

        foreach (var path in Repository.Files(Path.Combine("src", "HealthNlp.Tasks"), "*.cs"))
        {
            var useCase = Path.GetRelativePath(Repository.Packages["HealthNlp.Tasks"], path).Split(Path.DirectorySeparatorChar)[0];
            if (UseCases.Contains(useCase)) Assert.Contains($"namespace HealthNlp.{useCase}", File.ReadAllText(path), StringComparison.Ordinal);
        }
    }

    private static bool Uses(string text, string useCase) =>
        text.Contains($"using HealthNlp.{useCase}", StringComparison.Ordinal)
        || text.Contains($"HealthNlp.{useCase}.", StringComparison.Ordinal)
        || text.Contains($" {useCase}.", StringComparison.Ordinal);

    private static List<string> References(string package)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, package + ".dll"));
        using var portable = new PEReader(file);
        var metadata = portable.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
