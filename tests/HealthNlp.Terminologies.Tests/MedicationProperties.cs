using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

/// <summary>Whatever is written around drugs, a statement stays inside the text, holds its drug, and takes nothing of another drug.</summary>
public sealed class MedicationProperties
{
    private static readonly Gen<string> Pieces = Gen.Elements(
        "Doliprane", "amoxicilline", "(Clamoxyl)", "Lasilix 40", "1", "1/2", "0,5", "99999999999999999999", "mg", "cp", "x", "x3", "/", "/j", "fois", "par jour", "toutes les",
        "8 h", "J1", "J8", "1-0-1", "matin", "et", ",", ";", ".", "\n", "IV", "per os", "pendant", "7 jours", "jusqu'au", "depuis", "arrêt de", "débuté", "pas", "si besoin", "d'", "😀", "é");

    private static Gen<string> Texts => from pieces in Pieces.ListOf() from separator in Gen.Elements(" ", "") select string.Join(separator, pieces);

    [Property(MaxTest = 300)]
    public Property Process_anyText_givesStatementsApart() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var analyzed = MedicationSpecTests.Pipeline.Process(text, CancellationToken.None);
        var statements = analyzed.Get(MedicationLayers.Medications);
        for (var i = 0; i < statements.Count; i++)
        {
            if (!statements[i].Span.Contains(statements[i].Drug.Span) || statements[i].Span.End > text.Length) return false;
            if (i > 0 && statements[i].Span.Start < statements[i - 1].Span.End) return false;
        }

        return statements.Count <= analyzed.Entities.Count;
    });
}
