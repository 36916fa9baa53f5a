using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

/// <summary>The lexicon files are well-formed.</summary>
public sealed class LexiconFileTests
{
    public static TheoryData<string> Files() => [.. ClinicalLexicon.Knowledge.Value.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Rows_ofALexicon_haveUniqueCodesAndTrimmedForms(string name)
    {
        var file = ClinicalLexicon.Knowledge.Value.Single(file => file.Name == name);
        Assert.NotEmpty(file.Rows);
        Assert.Distinct(file.Rows.Select(row => row[0]));
        Assert.All(file.Rows, row =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", row[0]);
            var forms = row[1].Split(';');
            Assert.All(forms, form => Assert.True(form.Length > 0 && form.Trim() == form, $"{name}: {row[0]}"));
            Assert.Distinct(forms);
            if (row.Length > 2 && row[2].Length > 0) Assert.All(row[2].Split(';'), property => Assert.Matches("^[a-z]+=[^=]+$", property));
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Forms_ofALexicon_standForOneConcept(string name)
    {
        var file = ClinicalLexicon.Knowledge.Value.Single(file => file.Name == name);
        Assert.Distinct(file.Rows.SelectMany(row => row[1].Split(';').Distinct(StringComparer.OrdinalIgnoreCase)), StringComparer.OrdinalIgnoreCase);
    }
}
