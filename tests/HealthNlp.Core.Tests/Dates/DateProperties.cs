using FsCheck.Xunit;
using HealthNlp.Dates;
using HealthNlp.Tests.Properties;

namespace HealthNlp.Tests.Dates;

/// <summary>What the layer of dates promises over generated texts and over all dates in all formats.</summary>
[Properties(Arbitrary = [typeof(ClinicalArbitraries)], MaxTest = 500, Replay = "20260615,7")]
public sealed class DateProperties
{
    private static readonly string[] Patterns =
    [
        "dd/MM/yyyy", "d/M/yyyy", "dd/MM/yy", "d/M/yy", "dd-MM-yyyy", "dd.MM.yyyy", "dd.MM.yy", "dd / MM / yyyy", "yyyy-MM-dd", "d MMMM yyyy", "dd MMMM yyyy", "d MMMM yy",
        "dddd d MMMM yyyy", "dddd dd/MM/yyyy", "ddd. d MMMM yyyy", "d MMM yyyy", "d MMM. yyyy", "dd-MMM-yyyy", "D MMMM Y", "D MMMM yyyy",
    ];

    private static readonly string[] Pieces =
    [
        "le ", "du ", " au ", "24/11", "12/03/24", "31/02", " et ", ", ", "il y a ", "dans ", "3 ", "deux ", "mois", "ans ", "jours ", " h ", "J5", "J-1", "M+3", "S6", "à ", "mars ", "2024 ", "1er ",
        "mille neuf cent ", "quatre-vingt", "la veille ", "lundi ", "dernier ", "pâques ", "été ", "98", "/", "-", "SA ", "+", "33", "patient de ", "né le ", "prévu ", "99999999999", "0", "12-2019",
    ];

    [Property]
    public void Write_anyDateInAnyFormat_isReadBackAndWrittenAlike(int day, int pattern, int casing, bool accents)
    {
        // Two digits tell the century of these.
        var date = new DateOnly(1940, 1, 1).AddDays((int)((uint)day % 33_000));
        var format = new DateFormat(Patterns[(uint)pattern % Patterns.Length], (DateCasing)((uint)casing % 4), accents);
        var written = format.Write(date);
        var mentions = DateAnalysis.Read($"Vu le {written}, sans fièvre");
        Assert.True(mentions.Count == 1, written);
        var mention = mentions[0];
        Assert.Equal((DateKind.Absolute, TextSpan.FromLength(6, written.Length)), (mention.Kind, mention.Span));
        Assert.Equal((date, date), (mention.Value!.Earliest, mention.Value.Latest));
        Assert.Equal(written, mention.Format!.Write(date));
        Assert.Equal(written, mention.Format.Write(mention.Value.Earliest!.Value));
    }

    [Property]
    public void Process_anyText_givesMentionsInsideTheText(ClinicalText text, int seed)
    {
        var mixed = Mix(text.Value, seed);
        var last = default(TextSpan);
        foreach (var mention in DateAnalysis.Read(mixed))
        {
            Assert.False(mention.Span.IsEmpty);
            Assert.True(mention.Span.End <= mixed.Length);
            if (mention.Kind == DateKind.Period)
            {
                Assert.True(mention.Span.Contains(mention.Start!.Span) && mention.Span.Contains(mention.End!.Span));
                continue;
            }

            Assert.False(mention.Span.Overlaps(last), $"{mention} overlaps {last}");
            Assert.True(mention.Problem == DateProblem.None || mention.Value is null);
            Assert.NotEqual("", DateAnalysis.Value(mention));
            last = mention.Span;
        }
    }

    [Property]
    public void Process_sameText_givesTheSameMentions(ClinicalText text, int seed)
    {
        var mixed = Mix(text.Value, seed);
        Assert.Equal(Show(mixed), Show(mixed));
    }

    [Property]
    public void Process_sentenceAmongOthers_givesTheMentionsOfTheSentenceAlone(int seed)
    {
        var sentence = $"Le patient est vu {Mix(string.Join(' ', Enumerable.Repeat("puis revu", 6)), seed)}.";
        const string Before = "La cicatrice est propre.\n\n";
        Assert.Equal(Show(sentence), Show($"{Before}{sentence}\n\nLe pansement est refait.", Before.Length));
    }

    private static string Show(string text, int shift = 0) =>
        string.Join('\n', DateAnalysis.Read(text).Select(mention => $"{mention.Kind} {mention.Span.Start - shift} {mention.Span.Length} {(mention.Kind == DateKind.Period ? "" : DateAnalysis.Value(mention))}"));

    private static string Mix(string text, int seed)
    {
        var random = new Random(seed);
        return string.Join(' ', text.Split(' ').Select(word => random.Next(3) == 0 ? string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)])) + word : word));
    }
}
