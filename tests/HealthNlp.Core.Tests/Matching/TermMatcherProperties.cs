using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HealthNlp.Matching;

namespace HealthNlp.Tests.Matching;

/// <summary>The matcher finds what a search of every term at every word finds.</summary>
public sealed partial class TermMatcherProperties
{
    // A word as written, and the lemma under which the naive search compares it.
    private static readonly Dictionary<string, string> Lemmas = new(StringComparer.Ordinal)
    {
        ["fracture"] = "fracture",
        ["Fractures"] = "fracture",
        ["FRACTURÉ"] = "fracture",
        ["col"] = "col",
        ["COL"] = "col",
        ["fémur"] = "femur",
        ["femurs"] = "femur",
        ["rénal"] = "renal",
        ["rénaux"] = "renal",
        ["RENALES"] = "renal",
        ["actif"] = "actif",
        ["active"] = "actif",
        ["2"] = "2",
    };

    private static readonly string[] Links = ["de", "du", "la", "des"];
    private static readonly Gen<string> Content = Gen.Elements([.. Lemmas.Keys]);

    private static Gen<string> Terms => from words in Content.NonEmptyListOf() select string.Join(' ', words.Take(3));

    private static Gen<string> Texts =>
        from pieces in (from word in Content
                        from link in Gen.Elements("", "", "du ", "de la ")
                        from end in Gen.Elements(" ", " ", " ", ", ", ".\n", "-", " / ")
                        select link + word + end).ListOf()
        select string.Concat(pieces);

    [Property(MaxTest = 400)]
    public Property Match_longest_isTheNaiveSearch() => Prop.ForAll(Terms.ListOf().ToArbitrary(), Texts.ToArbitrary(), (terms, text) =>
        Run([.. terms], text, OverlapPolicy.Longest).SequenceEqual(Longest(Naive([.. terms], text))));

    [Property(MaxTest = 400)]
    public Property Match_all_isTheNaiveSearch() => Prop.ForAll(Terms.ListOf().ToArbitrary(), Texts.ToArbitrary(), (terms, text) =>
        Run([.. terms], text, OverlapPolicy.All).SequenceEqual(Naive([.. terms], text).Distinct()));

    private static List<TextSpan> Run(string[] terms, string text, OverlapPolicy overlap)
    {
        var analyzed = TextAnalysis.Process(text);
        var matcher = new TermMatcher<string>(terms.Select(term => new Term<string>(term, term)), new TermMatcherOptions { Overlap = overlap });
        return [.. matcher.Match(analyzed.Normalized, analyzed.Tokens, TestContext.Current.CancellationToken).Select(match => match.Span).Distinct()];
    }

    // Words of the raw text; a term may not cross a comma, a period or a line end, and begins and ends with a token.
    private static List<TextSpan> Naive(string[] terms, string text)
    {
        var words = WordPattern().Matches(text).ToList();
        var found = new List<TextSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var term in terms)
            {
                var end = End(term.Split(' '), words, i, text);
                if (end >= 0) found.Add(new TextSpan(words[i].Index, words[end].Index + words[end].Length));
            }
        }

        var tokens = TextAnalysis.Process(text).Tokens;
        return [.. found.Where(span => tokens.Any(token => token.Span.Start == span.Start) && tokens.Any(token => token.Span.End == span.End)).Distinct().Order()];
    }

    private static int End(string[] term, List<Match> words, int at, string text)
    {
        for (var i = 0; i < term.Length; i++, at++)
        {
            while (i > 0 && at < words.Count && Links.Contains(words[at].Value) && !Wall(words, at, text)) at++;
            if (at >= words.Count || (i > 0 && Wall(words, at, text)) || Lemma(words[at].Value) != Lemma(term[i])) return -1;
        }

        return at - 1;
    }

    private static bool Wall(List<Match> words, int at, string text) =>
        text[(words[at - 1].Index + words[at - 1].Length)..words[at].Index].AsSpan().ContainsAny(",.\n");

    private static string Lemma(string word) => Lemmas.GetValueOrDefault(word, word);

    private static List<TextSpan> Longest(List<TextSpan> all)
    {
        var kept = new List<TextSpan>();
        foreach (var span in all)
        {
            if (kept.Count == 0 || span.Start >= kept[^1].End) kept.Add(span);
        }

        return kept;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex WordPattern();
}
