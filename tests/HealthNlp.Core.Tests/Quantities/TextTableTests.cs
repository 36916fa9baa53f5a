namespace HealthNlp.Tests.Quantities;

/// <summary>Tables: delimited, aligned, ragged, with empty cells, with units in the header; and lines that are none.</summary>
public sealed class TextTableTests
{
    [Theory]
    [InlineData("| Examen | Résultat |\n|---|---|\n| Hb | 9 |\n| CRP | 45 |", "Examen,Résultat/Hb,9/CRP,45", true)]
    [InlineData("Hb\t9\tg/dL\nCRP\t45\tmg/L", "Hb,9,g/dL/CRP,45,mg/L", false)]
    [InlineData("Examen;J1;J3\nHb;9;10\nCRP;;45", "Examen,J1,J3/Hb,9,10/CRP,,45", true)]
    [InlineData("Poids    72 kg\nTaille   175 cm", "Poids,72 kg/Taille,175 cm", false)]
    [InlineData("TA    FC    SpO2\n13/7    84    96", "TA,FC,SpO2/13/7,84,96", true)]
    [InlineData("Poids Taille IMC\n72 175 23,5", "Poids,Taille,IMC/72,175,23,5", true)]
    [InlineData("| Hb | 9 | 10 |\n| CRP | 45 |", "Hb,9,10/CRP,45", false)]
    [InlineData("|  | 12/03 | 14/03 |\n| CRP | 120 | 45 |", ",12/03,14/03/CRP,120,45", true)]
    public void Tables_block_isCutIntoCells(string text, string cells, bool hasHeader)
    {
        var analyzed = TextAnalysis.Process($"Bilan ce jour.\n\n{text}\n\nSortie demain.");
        var table = Assert.Single(analyzed.Tables);
        Assert.Equal((cells, hasHeader), (string.Join('/', table.Rows.Select(row => string.Join(',', row.Select(cell => analyzed.Document[cell.Span])))), table.HasHeader));
        Assert.Equal(text, analyzed.Document[table.Span]);
    }

    [Fact]
    public void Tables_cell_hasItsHeaderAndRowTitle()
    {
        var analyzed = TextAnalysis.Process("| Examen | Résultat | Unité |\n| Hb | 9 | g/dL |");
        var cell = analyzed.Tables[0].Rows[1][2];
        Assert.Equal(("g/dL", 1, 2), (analyzed.Document[cell.Span], cell.Row, cell.Column));
        Assert.Equal(("Unité", "Hb"), (analyzed.Document[cell.Header!.Value], analyzed.Document[cell.RowTitle!.Value]));
        Assert.All(analyzed.Tables[0].Rows[0], header => Assert.True(header.Header is null && header.RowTitle is null));
    }

    [Theory]
    [InlineData("Toux ; fièvre ; frissons")]
    [InlineData("Nom : LENOIR    Sexe : M")]
    [InlineData("Toux\tdepuis hier")]
    [InlineData("Droit | gauche")]
    [InlineData("TA 12/7 ; FC 80 ; T 37,2")]
    [InlineData("MMSE 24/30; 5 mots à 9/10; horloge normale")]
    [InlineData("Une phrase.  Une autre.  Une troisième.")]
    [InlineData("Poids Taille IMC\n72 175")]
    public void Tables_noTable_isNone(string text) => Assert.Empty(TextAnalysis.Process(text).Tables);

    [Theory]
    [InlineData("| Examen | Résultat | Norme |\n| Natrémie (mmol/L) | 128 | 135-145 |", "sodium 128 mmol/L 135..145")]
    [InlineData("| Examen | Norme | Résultat |\n| Natrémie | 135-145 | 128 |", "sodium 128  ..")]
    [InlineData("|  | J1 | J3 |\n| CRP (mg/L) | 120 |  |\n| Hb | | 9,1 g/dL |", "crp 120 mg/L .., hemoglobin 9.1 g/dL ..")]
    [InlineData("Date\tHb (g/dL)\tPlaquettes (G/L)\n12/03/2025\t10,8\t250\n14/03/2025\t9,9\t180", "hemoglobin 10.8 g/dL .., platelets 250 10*9/L .., hemoglobin 9.9 g/dL .., platelets 180 10*9/L ..")]
    [InlineData("Fibrine ; 4,2 ; g/L ; 2-4 ; H", "fibrinogen 4.2 g/L 2..4")]
    [InlineData("Hémoglobine    11.2 g/dL    (13.0-17.0)   L\nCRP    < 4 mg/L    (< 5)", "hemoglobin 11.2 g/dL 13.0..17.0,crp 4 mg/L ..5")]
    [InlineData("Hb | 9 | 10 | g/dL", "hemoglobin 9 g/dL .., hemoglobin 10 g/dL ..")]
    [InlineData("| Médicament | Matin |\n| Paracétamol 1 g | 1 cp |", " 1 g .., 1 {tablet} ..")]
    public void Quantities_cellOfTable_takesNameUnitAndIntervalFromItsRowAndColumn(string text, string expected) =>
        Assert.Equal(expected.Replace(".., ", "..,", StringComparison.Ordinal).Trim(), string.Join(',', TextAnalysis.Process(text).Quantities.Select(quantity =>
            FormattableString.Invariant($"{quantity.Name} {quantity.Value} {quantity.Unit} {quantity.ReferenceLow}..{quantity.ReferenceHigh}"))).Replace(", ", ",", StringComparison.Ordinal).Trim());
}
