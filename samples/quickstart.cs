// Pseudonymizes and analyses a French hospital report: dotnet run samples/quickstart.cs [FILE]
// The bundled report is fictional. No network, no model file.
#:project ../src/HealthNlp/HealthNlp.csproj
#:property PublishAot=false

using HealthNlp;

var folder = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? "samples";
var path = args.Length > 0 ? args[0] : Path.Combine(folder, "reports", "compte-rendu-hospitalisation.txt");
var report = new Document(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));

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
