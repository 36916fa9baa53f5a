using System.Reflection;
using System.Runtime.CompilerServices;
using PublicApiGenerator;

namespace HealthNlp.Architecture;

/// <summary>The public surface of each package is a file of this folder and changes on purpose.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Packages => DependencyTests.Packages;

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicApi_everyPackage_isTheApprovedOne(string package)
    {
        var folder = Repository.PathOf("tests", "HealthNlp.Architecture.Tests", "Approved");
        var approved = Path.Combine(folder, package + ".txt");
        var received = Path.Combine(folder, package + ".received.txt");
        var options = new ApiGeneratorOptions
        {
            DenyNamespacePrefixes = [],
            ExcludeAttributes =
            [
                "System.Reflection.AssemblyMetadataAttribute", "System.Runtime.Versioning.TargetFrameworkAttribute",
                "System.Runtime.CompilerServices.InternalsVisibleToAttribute",
            ],
        };

        var api = Repository.Load(package).GeneratePublicApi(options).ReplaceLineEndings("\n").TrimEnd() + "\n";

        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == api)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, api);
        Assert.Fail(
            $"The public API of {package} is not the approved one. Compare {Repository.Relative(received)} with {Repository.Relative(approved)}; "
            + "if the change is wanted, rename the first to the second, and say it in CHANGELOG.md.");
    }

    [Fact]
    public void Approved_everyFile_isOfAPackage()
    {
        var files = Directory.EnumerateFiles(Repository.PathOf("tests", "HealthNlp.Architecture.Tests", "Approved"), "*.txt")
            .Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => !name.EndsWith(".received", StringComparison.Ordinal));

        Assert.Empty(files.Except(Repository.Packages.Keys, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicClasses_everyPackage_areSealedOrAbstractOrStatic(string package)
    {
        var open = PublicTypes(package).Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract);

        Assert.Empty(open.Select(type => type.FullName));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicFields_everyPackage_areConstant(string package)
    {
        var fields = PublicTypes(package).Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && !field.IsInitOnly);

        Assert.Empty(fields.Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicTypes_everyPackage_hideNoTypeOfTheFramework(string package)
    {
        string[] taken = ["Task", "Span", "Attribute", "Range", "Index", "Type", "Action", "Path", "File", "Stream"];

        Assert.Empty(PublicTypes(package).Select(type => type.Name.Split('`')[0]).Intersect(taken, StringComparer.Ordinal));
    }

    private static IEnumerable<Type> PublicTypes(string package) =>
        Repository.Load(package).GetExportedTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), false));
}
