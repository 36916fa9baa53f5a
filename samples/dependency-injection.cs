// HealthNlp in an application with a service container: dotnet run samples/dependency-injection.cs
#:project ../src/HealthNlp/HealthNlp.csproj
#:package Microsoft.Extensions.DependencyInjection
#:property PublishAot=false

using HealthNlp;
using HealthNlp.Interop;
using HealthNlp.Pseudonymization;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddHealthNlp();
services.AddSingleton<Ward>();
await using var provider = services.BuildServiceProvider();

var folder = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? "samples";
var failed = await provider.GetRequiredService<Ward>().PseudonymizeAsync(Path.Combine(folder, "reports"));
Console.WriteLine(Provenance.Notice);
return failed == 0 ? 0 : 1;

/// <summary>A service of the application: it asks for what it needs and streams a folder of reports, several at a time, in order.</summary>
internal sealed class Ward(IPseudonymizer pseudonymizer)
{
    public async Task<int> PseudonymizeAsync(string folder)
    {
        var failed = 0;
        await foreach (var result in pseudonymizer.PseudonymizeAllAsync(ReadAsync(folder)))
        {
            // Ids and counts are safe to print; the text of a patient is not.
            Console.WriteLine(result.Succeeded
                ? $"{result.DocumentId}: {result.Value!.Entities.Count} identifying words replaced"
                : $"{result.DocumentId}: {result.Error!.Code} {result.Error.Message}");
            if (!result.Succeeded) failed++;
        }

        return failed;
    }

    private static async IAsyncEnumerable<Document> ReadAsync(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            await using var file = File.OpenRead(path);
            yield return new Document(Path.GetFileNameWithoutExtension(path), (await TextDecoder.ReadAsync(file)).Text);
        }
    }
}
