// Pseudonymizes and analyses a French hospital report: dotnet run samples/quickstart.cs [FILE]
// The bundled report is fictional. No network, no model file.
#:project ../src/HealthNlp/HealthNlp.csproj
#:property PublishAot=false

using HealthNlp;
using HealthNlp.Interop;

var folder = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? "samples";
var path = args.Length > 0 ? args[0] : Path.Combine(folder, "reports", "compte-rendu-hospitalisation.txt");
DecodedText decoded;
try
{
    using var file = File.OpenRead(path);
    decoded = await TextDecoder.ReadAsync(file); // UTF-8, UTF-16, Windows-1252...: accents read wrongly would hide names
}
catch (Exception error) when (error is HealthNlpException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(error is HealthNlpException known ? $"{known.Code}: {known.Message}" : $"The file cannot be read ({error.GetType().Name}).");
    return 2;
}

var report = new Document(Path.GetFileNameWithoutExtension(path), decoded.Text);

var nlp = HealthNlpEngine.CreateDefault();
var analyzed = nlp.Analyze(report);
var result = nlp.Pseudonymizer.Pseudonymize(analyzed); // the text layers are computed once

Console.WriteLine("=== Pseudonymized (still personal data) ===");
Console.WriteLine(result.Text.TrimEnd());

Console.WriteLine();
Console.WriteLine("=== What was replaced ===");
foreach (var group in result.Entities.GroupBy(entity => entity.Label).OrderBy(group => group.Key, StringComparer.Ordinal))
{
    Console.WriteLine($"{group.Key,-24}{group.Count(),3}");
}

Console.WriteLine();
Console.WriteLine($"=== Analysed: {analyzed.Kind} ===");
Console.WriteLine($"{analyzed.Tokens.Count} tokens, {analyzed.Sentences.Count} sentences, {analyzed.Sections.Count} sections");
foreach (var section in analyzed.Sections)
{
    var sentences = analyzed.Sentences.Within(section.Span).Count();
    Console.WriteLine($"{section.Span,-14}{new string(' ', 2 * section.Depth)}{section.Kind} ({sentences} sentences)");
}

Console.WriteLine();
Console.WriteLine(Provenance.Notice);
return 0;
