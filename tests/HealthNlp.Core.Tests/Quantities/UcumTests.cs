using System.Globalization;
using HealthNlp.Quantities;

namespace HealthNlp.Tests.Quantities;

/// <summary>Units: codes that can be read, conversions that hold, conversions that are refused.</summary>
public sealed class UcumTests
{
    [Theory]
    [InlineData("9.5", "g/dL", "g/L", "95")]
    [InlineData("80", "umol/L", "mmol/L", "0.08")]
    [InlineData("150000", "/mm3", "10*9/L", "150")]
    [InlineData("4.2", "10*9/L", "/mm3", "4200")]
    [InlineData("38.5", "Cel", "K", "311.65")]
    [InlineData("98.6", "[degF]", "Cel", "37")]
    [InlineData("14", "cm[Hg]", "mm[Hg]", "140")]
    [InlineData("1.72", "m", "cm", "172")]
    [InlineData("2", "g/d", "mg/(24.h)", "2000")]
    [InlineData("6", "mg/h", "ug/min", "100")]
    [InlineData("50", "Gy", "cGy", "5000")]
    [InlineData("250", "mg/(5.mL)", "mg/mL", "50")]
    [InlineData("45", "%", "1", "0.45")]
    [InlineData("1", "kPa", "mm[Hg]", "7.5006")]
    [InlineData("58", "mL/min/{1.73_m2}", "L/h/{1.73_m2}", "3.48")]
    public void TryConvert_sameDimension_converts(string value, string from, string to, string expected)
    {
        Assert.True(Quantity(value, from).TryConvert(to, out var converted));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), decimal.Round(converted, 4));
        Assert.True(Quantity(converted.ToString(CultureInfo.InvariantCulture), to).TryConvert(from, out var back));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), decimal.Round(back, 4));
    }

    [Theory]
    [InlineData("g", "mol")]
    [InlineData("[IU]/L", "U/L")]
    [InlineData("{tablet}", "{ampoule}")]
    [InlineData("{tablet}", "mg")]
    [InlineData("mg", "mL")]
    [InlineData("meq/L", "mmol/L")]
    [InlineData("mg", "no unit")]
    [InlineData("mg", "")]
    [InlineData("mg", "mg/")]
    public void TryConvert_otherDimensionOrNoUnit_isRefused(string from, string to)
    {
        Assert.False(Quantity("1", from).TryConvert(to, out var converted));
        Assert.Equal(0, converted);
    }

    [Fact]
    public void TryConvert_valueOrPowerTooLarge_isRefused()
    {
        Assert.False(Quantity("79228162514264337593543950335", "10*9/L").TryConvert("/L", out _));
        Assert.False(Quantity("1", "10*60.10*60").TryConvert("1", out _));
        Assert.False(new Quantity(default, QuantityKind.Measurement, 1).TryConvert("mg", out _));
    }

    [Theory]
    [InlineData("mg/kg/d", true)]
    [InlineData("/min", true)]
    [InlineData("m[IU]/L", true)]
    [InlineData("10*9/L", true)]
    [InlineData("mg/(24.h)", true)]
    [InlineData("kg/m2", true)]
    [InlineData("mm[Hg]", true)]
    [InlineData("mgg", false)]
    [InlineData("(mg", false)]
    [InlineData("mg)", false)]
    [InlineData("mg..kg", false)]
    [InlineData("m99", false)]
    [InlineData("{a", false)]
    [InlineData("[Hg]", false)]
    public void IsValid_code_isJudged(string code, bool expected) => Assert.Equal(expected, Ucum.IsValid(code));

    [Fact]
    public void Interpretation_markOrInterval_saysWhereTheValueLies()
    {
        var value = Quantity("9", "g/dL");
        Assert.Equal(QuantityInterpretation.None, value.Interpretation);
        Assert.Equal(QuantityInterpretation.Low, (value with { ReferenceLow = 12, ReferenceHigh = 16 }).Interpretation);
        Assert.Equal(QuantityInterpretation.Normal, (value with { ReferenceLow = 8 }).Interpretation);
        Assert.Equal(QuantityInterpretation.High, (value with { ReferenceHigh = 5 }).Interpretation);
        Assert.Equal(QuantityInterpretation.Abnormal, (value with { ReferenceHigh = 5, Flag = QuantityInterpretation.Abnormal }).Interpretation);
    }

    private static Quantity Quantity(string value, string unit) =>
        new(default, QuantityKind.Measurement, decimal.Parse(value, CultureInfo.InvariantCulture)) { Unit = unit };
}
