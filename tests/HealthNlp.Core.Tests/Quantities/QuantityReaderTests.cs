using HealthNlp.Tests.Specs;

namespace HealthNlp.Tests.Quantities;

/// <summary>Ways of writing that reports have and the specification has not: name, value and unit of each quantity.</summary>
public sealed class QuantityReaderTests
{
    [Theory]
    [InlineData("Apgar 8/9/10, pHa 7,25", "apgar 8; ph 7.25")]
    [InlineData("Apgar : 6 - 9 - 10", "apgar 6")]
    [InlineData("Lévodopa 100 mg 1.0.1", " 100 mg; schedule=1-0-1")]
    [InlineData("Lévodopa 100 mg 1 0 1", " 100 mg; schedule=1-0-1")]
    [InlineData("Insuline 1-0-2 UI", "schedule=1-0-2")]
    [InlineData("Temp 36°8C", "temperature 36.8 Cel")]
    [InlineData("Amoxicilline 500mgx3/j", " 500 mg")]
    [InlineData("un comprimé et demi au coucher", " 1.5 {tablet}")]
    [InlineData("un à deux comprimés au coucher", " 1..2 {tablet}")]
    [InlineData("deux demi-comprimés", " 1 {tablet}")]
    [InlineData("1 demi-comprimé", " 0.5 {tablet}")]
    [InlineData("Créatinine 90 -> 140 µmol/L", "creatinine 90 umol/L; creatinine 140 umol/L")]
    [InlineData("VEMS à 0, 9 L", "fev1 0.9 L")]
    [InlineData("Température 37. 4 °C", "temperature 37.4 Cel")]
    [InlineData("Scope : 104 bpm, 96 % en air ambiant, 38,1°C", "heart_rate 104 /min; spo2 96 %; temperature 38.1 Cel")]
    [InlineData("LBA : 60 % de lymphocytes", "lymphocytes 60 %")]
    [InlineData("GB 7 G/L dont 4000 de PNN", "leukocytes 7 10*9/L; neutrophils 4000")]
    [InlineData("GB 15 G/L dont 12 G/L neutrophiles", "leukocytes 15 10*9/L; neutrophils 12 10*9/L")]
    [InlineData("TP normal, facteur VIII 40 %", " 40 %")]
    [InlineData("FEVG altérée, 30 %", "lvef 30 %")]
    [InlineData("92 % sous 2 L, puis 95 % en AA", "spo2 92 %; oxygen_flow 2 L; spo2 95 %")]
    [InlineData("Amaigrissement (-8 kg), réponse partielle (-30%)", "weight_change 8 kg; -30 %")]
    [InlineData("- 5 mg le soir\n-5 kg", " 5 mg; 5 kg")]
    [InlineData("créat 90 µM", "creatinine 90 umol/L")]
    [InlineData("Excès de base à -4 mmol/L", "base_excess -4 mmol/L")]
    [InlineData("ECBU : E. coli 10^5", " 100000")]
    [InlineData("Candésartan/hydrochlorothiazide 16/12,5 mg", " 16 mg")]
    [InlineData("Amoxicilline 250 mg/5 mL", " 250 mg/(5.mL)")]
    [InlineData("ASAT à 3N", "ast 3 {ULN}")]
    [InlineData("variabilité entre 5 et 20 bpm", "fetal_heart_variability 5..20 /min")]
    [InlineData("un garçon de 3250 g", " 3250 g")]
    [InlineData("Tabac : 30 PA, PA 12/8", "tobacco 30 {pack_year}; blood_pressure 120 mm[Hg]")]
    [InlineData("SpO2 97 PA 12/8", "spo2 97 %; blood_pressure 120 mm[Hg]")]
    [InlineData("TRC < 2 sec", "capillary_refill 2 s")]
    [InlineData("TMB 14 mut/Mb", "tmb 14 {mutation}/{Mb}")]
    [InlineData("LCR : 3 éléments/mm3", " 3 {cells}/mm3")]
    [InlineData("PA 8 mm", " 8 mm")]
    [InlineData("Poids 62 kg (-4 kg en 1 mois)", "weight 62 kg; -4 kg")]
    [InlineData("Digoxine .25 mg, puis 0.25 mg", " 0.25 mg")]
    [InlineData("Fièvre à 38,5, température ,38,5 °C", "temperature 38.5 Cel; temperature 38.5 Cel")]
    public void Quantities_writing_isRead(string text, string expected) => Assert.Equal(expected.Replace("; ", ";", StringComparison.Ordinal).Trim(), string.Join(";", TextAnalysis.Process(text).Quantities.Select(Show)).Replace("; ", ";", StringComparison.Ordinal).Trim());

    [Theory]
    [InlineData("PTH gauche en 2019")]
    [InlineData("CRP 3 fois par semaine")]
    [InlineData("Vitamine D : 1 prise mensuelle")]
    [InlineData("EVA x 3/j")]
    [InlineData("Le Dr Petit en 2 mots")]
    [InlineData("En 2013 l'hiver")]
    [InlineData("déchirure du premier degré")]
    [InlineData("TA prise le 12/8")]
    [InlineData("Chimiothérapie, 6 cycles")]
    [InlineData("segments 1-2-3")]
    [InlineData("version 1.0.0.12")]
    [InlineData("une unité de soins")]
    [InlineData("Coversyl .5 mg le matin")]
    [InlineData("Dexaméthasone ,5 mg")]
    [InlineData("Âgée de 72 ans et 3 mois, vue à 9 h 30")]
    [InlineData("3/j pendant 10 jours, 2 fois par semaine")]
    public void Quantities_otherNumber_isNone(string text) => Assert.Empty(TextAnalysis.Process(text).Quantities);

    private static string Show(HealthNlp.Quantities.Quantity quantity)
    {
        var shown = QuantitySpecTests.Show(quantity);
        if (quantity.Kind == HealthNlp.Quantities.QuantityKind.Schedule) return shown;
        var upper = quantity.UpperValue is { } high ? FormattableString.Invariant($"..{high:0.###}") : "";
        return FormattableString.Invariant($"{quantity.Name} {quantity.Value:0.###}{upper} {quantity.Unit}").TrimEnd();
    }
}
