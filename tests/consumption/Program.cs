// An application that knows HealthNlp by its packages only: dotnet run --project tests/consumption -p:HealthNlpVersion=VERSION -- FILE
using HealthNlp;
using HealthNlp.Pipelines;
using Microsoft.Extensions.DependencyInjection;

var text = File.ReadAllText(args[0]);
var nlp = HealthNlpEngine.CreateDefault();
var result = nlp.Pseudonymizer.Pseudonymize(text);
var failures = new List<string>();

foreach (var identifier in (string[])["TERRAVIN", "Terravin", "06 39 98 45 67", "14/03/1958", "2 58 03 00 123 045 64"])
{
    Check(text.Contains(identifier, StringComparison.Ordinal), "the report has the identifiers that are looked for");
    Check(!result.Text.Contains(identifier, StringComparison.Ordinal), "an identifier is still in the pseudonymized text");
}

Check(result.Entities.Count > 10, "entities were found");
Check(result.Text.Contains("lévofloxacine 500 mg", StringComparison.Ordinal), "the treatment is left as it was");
Check(result.Provenance.RequiresHumanValidation, "the result asks for validation");
Check(result.Provenance.Version.Length > 0 && result.Provenance.Version != "0.0.0", "the result names the version");
foreach (var replacement in result.Replacements)
{
    Check(replacement.Original.End <= text.Length && replacement.Rewritten.End <= result.Text.Length, "replacements lie inside both texts");
}

var analyzed = new PipelineBuilder().AddText().Build().Process(text);
Check(analyzed.Kind == DocumentKind.HospitalizationReport, "the kind of the report is known");
Check(analyzed.Sections.Any(section => section.Kind == SectionKind.Allergies), "the allergies have their section");
foreach (var token in analyzed.Tokens) Check(!string.IsNullOrWhiteSpace(analyzed.Document[token.Span]), "tokens cover text");

IServiceCollection services = new Services();
services.AddHealthNlp();
Check(services.Count > 0, "AddHealthNlp registers services");

Console.WriteLine($"{result.Entities.Count} identifying words replaced, {analyzed.Sections.Count} sections, version {result.Provenance.Version}");
Console.WriteLine(Provenance.Notice);
foreach (var failure in failures.Distinct()) Console.Error.WriteLine($"Not true: {failure}.");
return failures.Count == 0 ? 0 : 1;

void Check(bool condition, string statement)
{
    if (!condition) failures.Add(statement);
}

/// <summary>The abstraction comes with the package; the container is the application's choice, and none is needed here.</summary>
internal sealed class Services : List<ServiceDescriptor>, IServiceCollection;
