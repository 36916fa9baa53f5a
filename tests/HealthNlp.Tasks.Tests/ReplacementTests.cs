using System.Globalization;
using System.Text.RegularExpressions;
using HealthNlp.Pseudonymization;

namespace HealthNlp.Tests;

public class ReplacementTests
{
    private const string Letter = """
        Madame Odalys BRÉVANNE, née le 14/03/1958, demeurant 12 rue des Pins, 35000 Rennes. Tél : 06 39 98 45 67.
        IPP : 8004512377. N° de sécurité sociale : 2 58 03 35 238 045 44. Courriel : odalys.brevanne@exemple.fr
        Adressée par le Dr Merlauge. Hospitalisée du 28 février au 3 mars 2024, revue le lundi 11 mars 2024, scanner prévu le 02/04.
        Madame Brévanne est secrétaire, mariée, de nationalité portugaise. Première consultation en janvier 2019.
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ReplacementStrategy.Tag)]
    [InlineData(ReplacementStrategy.IndexedTag)]
    [InlineData(ReplacementStrategy.Redact)]
    [InlineData(ReplacementStrategy.Mask)]
    [InlineData(ReplacementStrategy.Token)]
    [InlineData(ReplacementStrategy.Encrypt)]
    [InlineData(ReplacementStrategy.Surrogate)]
    [InlineData(ReplacementStrategy.Generalize)]
    public void Pseudonymize_by_any_strategy_leaves_no_direct_identifier(ReplacementStrategy strategy)
    {
        var result = Run(strategy);
        foreach (var identifier in new[] { "Odalys", "BRÉVANNE", "Brévanne", "14/03/1958", "rue des Pins", "Rennes", "06 39 98 45 67", "8004512377", "2 58 03 35 238 045 44", "odalys.brevanne", "Merlauge", "11 mars" })
        {
            Assert.DoesNotContain(identifier, result.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(ReplacementStrategy.Mask)]
    [InlineData(ReplacementStrategy.Token)]
    [InlineData(ReplacementStrategy.Surrogate)]
    [InlineData(ReplacementStrategy.Generalize)]
    public void Replacements_tell_where_each_entity_was_and_is(ReplacementStrategy strategy)
    {
        var result = Run(strategy);
        foreach (var (entity, replacement) in result.Entities.Where(entity => entity.Attributes.ContainsKey("replacement")).Zip(result.Replacements))
        {
            Assert.Equal(entity.Span, replacement.Original);
            Assert.Equal(entity.Attributes["replacement"], replacement.Rewritten.Of(result.Text));
        }
    }

    [Fact]
    public void Mask_keeps_every_other_offset()
    {
        var result = Run(ReplacementStrategy.Mask);
        Assert.Equal(Letter.Length, result.Text.Length);
        Assert.All(result.Replacements, replacement => Assert.Equal(replacement.Original, replacement.Rewritten));
    }

    [Fact]
    public void Decrypt_with_the_same_key_gives_the_text_back() =>
        Assert.Equal(Letter, EncryptedPseudonyms.Decrypt(Run(ReplacementStrategy.Encrypt).Text, Key(1)));

    [Fact]
    public void Decrypt_with_another_key_says_so() =>
        Assert.Equal(ErrorCodes.WrongKey, Assert.Throws<HealthNlpException>(() => EncryptedPseudonyms.Decrypt(Run(ReplacementStrategy.Encrypt).Text, Key(2))).Code);

    [Fact]
    public void Decrypt_of_changed_words_says_so()
    {
        var text = Run(ReplacementStrategy.Encrypt).Text;
        var at = text.IndexOf('>') - 6;
        var changed = text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];
        Assert.Equal(ErrorCodes.TamperedData, Assert.Throws<HealthNlpException>(() => EncryptedPseudonyms.Decrypt(changed, Key(1))).Code);
    }

    [Theory]
    [InlineData(ReplacementStrategy.Token)]
    [InlineData(ReplacementStrategy.Encrypt)]
    [InlineData(ReplacementStrategy.Surrogate)]
    public void The_same_key_gives_the_same_text_and_another_key_another(ReplacementStrategy strategy)
    {
        Assert.Equal(Run(strategy).Text, Run(strategy).Text);
        Assert.NotEqual(Run(strategy).Text, Run(strategy, 2).Text);
    }

    [Theory]
    [InlineData(ReplacementStrategy.Token)]
    [InlineData(ReplacementStrategy.Encrypt)]
    [InlineData(ReplacementStrategy.Surrogate)]
    public void A_strategy_that_needs_a_key_is_refused_without(ReplacementStrategy strategy) =>
        Assert.Throws<ArgumentException>(() => Samples.Make(new PseudonymizationOptions { Strategy = strategy }));

    [Fact]
    public void Scope_of_a_patient_gives_the_documents_of_one_patient_the_same_names_and_others_other_names()
    {
        var pseudonymizer = Samples.Make(new PseudonymizationOptions { Strategy = ReplacementStrategy.Surrogate, Key = Key(1), Scope = ConsistencyScope.Patient });
        string Name(string patient, string text) => pseudonymizer.Pseudonymize(new Document("d", text) { PatientId = patient }, Cancellation).Text;
        Assert.Equal(Name("p1", "Mme Brévanne va bien."), Name("p1", "Mme Brévanne va bien."));
        Assert.NotEqual(Name("p1", "Mme Brévanne va bien."), Name("p2", "Mme Brévanne va bien."));
        Assert.Equal(Name("p1", "Mme Brévanne")[4..], Name("p1", "le Dr Brévanne")[6..]);
    }

    [Fact]
    public void Scope_of_a_patient_refuses_a_document_of_nobody()
    {
        var pseudonymizer = Samples.Make(new PseudonymizationOptions { Strategy = ReplacementStrategy.Token, Key = Key(1), Scope = ConsistencyScope.Patient });
        Assert.Equal(ErrorCodes.MissingScope, Assert.Throws<HealthNlpException>(() => pseudonymizer.Pseudonymize(Letter, Cancellation)).Code);
    }

    [Fact]
    public void Surrogate_of_a_name_keeps_its_case_and_all_its_mentions_agree()
    {
        var names = Values(Run(ReplacementStrategy.Surrogate), IdentifierLabels.LastName);
        Assert.Equal(names["BRÉVANNE"], names["Brévanne"].ToUpperInvariant());
        Assert.NotEqual(names["Merlauge"], names["Brévanne"]);
    }

    [Theory]
    [InlineData("Madame Lucie Artigny", "feminine")]
    [InlineData("Monsieur Gilles Artigny", "masculine")]
    [InlineData("Mme Tsilavina Artigny", "feminine")]
    [InlineData("M. Camille Artigny", "masculine")]
    public void Surrogate_of_a_first_name_keeps_its_gender(string text, string gender)
    {
        var result = Make(ReplacementStrategy.Surrogate).Pseudonymize(text, Cancellation);
        var name = result.Entities.Single(entity => entity.Label == IdentifierLabels.FirstName).Attributes["replacement"];
        Assert.Contains(SurrogateWords.Of($"first-name-{gender}"), row => row[0] == name);
    }

    [Fact]
    public void Surrogate_with_initials_begins_alike()
    {
        var pseudonymizer = Samples.Make(new PseudonymizationOptions { Strategy = ReplacementStrategy.Surrogate, Key = Key(1), KeepInitials = true });
        var values = pseudonymizer.Pseudonymize("Madame Odalys Brévanne, Dr Zorzi, Mme Éloïse Xertigny.", Cancellation).Entities;
        Assert.All(values, entity => Assert.Equal(char.ToUpperInvariant(HealthNlp.Text.Folding.Fold(entity.Span.Of("Madame Odalys Brévanne, Dr Zorzi, Mme Éloïse Xertigny."))[0]), char.ToUpperInvariant(HealthNlp.Text.Folding.Fold(entity.Attributes["replacement"])[0])));
    }

    [Fact]
    public void Surrogate_dates_keep_intervals_weekday_and_format()
    {
        for (byte key = 1; key < 40; key++)
        {
            var result = Run(ReplacementStrategy.Surrogate, key);
            var birth = Day(Values(result, IdentifierLabels.BirthDate)["14/03/1958"], "dd/MM/yyyy");
            var again = Day(Values(result, IdentifierLabels.IdentifyingDate)["11 mars 2024"], "d MMMM yyyy");
            Assert.Equal(new DateOnly(2024, 3, 11).DayNumber - new DateOnly(1958, 3, 14).DayNumber, again.DayNumber - birth.DayNumber);
            Assert.Equal(DayOfWeek.Monday, again.DayOfWeek);
            Assert.NotEqual(new DateOnly(2024, 3, 11), again);
            Assert.Matches("^[a-zéû]+ 20(18|19|20)$", Values(result, IdentifierLabels.IdentifyingDate)["janvier 2019"]);
            Assert.Matches("^[0-3][0-9]/[01][0-9]$", Values(result, IdentifierLabels.IdentifyingDate)["02/04"]);
        }
    }

    [Theory]
    [InlineData("06 12 34 56 78", "^06 39 98 [0-9]{2} [0-9]{2}$")]
    [InlineData("01.45.67.89.10", @"^01\.99\.00\.[0-9]{2}\.[0-9]{2}$")]
    [InlineData("+33 (0)4 12 34 56 78", @"^\+33 \(0\)4 65 71 [0-9]{2} [0-9]{2}$")]
    [InlineData("0033 612345678", "^0033 63998[0-9]{4}$")]
    public void Surrogate_of_a_phone_is_of_the_ranges_for_fiction(string phone, string expected) =>
        Assert.Matches(expected, SurrogateNumbers.Phone(phone, Key(1).Fingerprint(phone)));

    [Fact]
    public void Surrogate_of_a_nir_has_a_right_key_and_a_department_that_does_not_exist()
    {
        var nir = SurrogateNumbers.Code("2 58 03 2A 238 045 44", Key(1).Fingerprint("x"));
        Assert.Matches("^2 [0-9]{2} [01][0-9] 00 [0-9]{3} [0-9]{3} [0-9]{2}$", nir);
        var digits = nir.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(97 - (long.Parse(digits[..13], CultureInfo.InvariantCulture) % 97), long.Parse(digits[13..], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Surrogate_of_a_code_begins_with_zeros_and_keeps_its_form() =>
        Assert.Matches("^[A-Z]{2}-00[0-9]{6}[a-z]$", SurrogateNumbers.Code("AB-12345678c", Key(1).Fingerprint("x")));

    [Fact]
    public void Surrogate_of_a_town_goes_with_its_postal_code()
    {
        var result = Run(ReplacementStrategy.Surrogate);
        var (code, town) = (Values(result, IdentifierLabels.PostalCode)["35000"], Values(result, IdentifierLabels.City)["Rennes"]);
        Assert.Contains(SurrogateWords.Of("town"), row => row[0] == town && row[1] == code);
    }

    [Fact]
    public void Generalize_keeps_years_and_department()
    {
        var result = Run(ReplacementStrategy.Generalize);
        Assert.Equal("1958", Values(result, IdentifierLabels.BirthDate)["14/03/1958"]);
        Assert.Equal("35", Values(result, IdentifierLabels.PostalCode)["35000"]);
        Assert.Equal("<NOM>", Values(result, IdentifierLabels.LastName)["Merlauge"]);
    }

    [Fact]
    public void Surrogate_is_never_what_it_stands_for()
    {
        for (byte key = 1; key < 6; key++)
        {
            var pseudonymizer = Make(ReplacementStrategy.Surrogate, key);
            foreach (var text in Samples.Plain)
            {
                var result = pseudonymizer.Pseudonymize(text, Cancellation);
                Assert.DoesNotContain(result.Entities, entity => entity.Attributes.TryGetValue("replacement", out var replacement) && replacement.Equals(entity.Span.Of(text), StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public void Token_is_no_hash_of_the_words_alone() =>
        Assert.Matches(new Regex("^<NOM_[0-9a-f]{12}>$", RegexOptions.None, TimeSpan.FromSeconds(1)), Values(Run(ReplacementStrategy.Token), IdentifierLabels.LastName)["Merlauge"]);

    [Fact]
    public void Key_file_is_read_back_and_a_bad_one_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var path = Path.Combine(folder, "key");
            var key = PseudonymizationKey.CreateFile(path);
            Assert.Equal(key.DeliveryId("123"), PseudonymizationKey.ReadFile(path).DeliveryId("123"));
            Assert.NotEqual(key.DeliveryId("123"), key.DeliveryId("124"));
            Assert.Throws<IOException>(() => PseudonymizationKey.CreateFile(path));
            File.WriteAllText(path, "AAAA");
            Assert.Equal(ErrorCodes.InvalidKey, Assert.Throws<HealthNlpException>(() => PseudonymizationKey.ReadFile(path)).Code);
            Assert.Equal(ErrorCodes.InvalidKey, Assert.Throws<HealthNlpException>(() => PseudonymizationKey.ReadFile(folder)).Code);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Decrypt_gives_half_of_a_surrogate_pair_back()
    {
        const string words = "AB\ud800";
        Assert.Equal(words, EncryptedPseudonyms.Decrypt(EncryptedPseudonyms.Encrypt(Key(1), "CODE", words, "s"), Key(1)));
        Assert.NotEqual(EncryptedPseudonyms.Encrypt(Key(1), "CODE", words, "s"), EncryptedPseudonyms.Encrypt(Key(1), "CODE", "AB\ud801", "s"));
    }

    [Fact]
    public void Surrogate_of_initials_is_an_initial_and_a_capital_stays()
    {
        for (byte key = 1; key < 12; key++)
        {
            var text = Make(ReplacementStrategy.Surrogate, key).Pseudonymize("M. J.-P. Xertigny. Veuf, retraité.", Cancellation).Text;
            Assert.Matches(@"^M\. (?:\p{Lu}|<PRENOM>)\. \p{Lu}\p{Ll}+\. (?:\p{Lu}|<SIT)", text);
        }
    }

    [Fact]
    public void Surrogate_of_a_day_before_a_named_month_has_no_zero()
    {
        for (byte key = 1; key < 40; key++)
        {
            var result = Make(ReplacementStrategy.Surrogate, key).Pseudonymize("Hospitalisée du 25 au 31 décembre 2023.", Cancellation);
            Assert.DoesNotMatch(@"\b0\d", result.Text);
        }
    }

    [Theory]
    [InlineData("+32 475 12 34 56")]
    [InlineData("4512")]
    public void Surrogate_of_a_phone_number_without_a_range_for_fiction_is_none(string number) =>
        Assert.Null(SurrogateNumbers.Phone(number, new byte[32]));

    [Fact]
    public void Decrypt_leaves_what_no_pseudonym_is() =>
        Assert.Equal("<HTA:oui> <NOM>", EncryptedPseudonyms.Decrypt("<HTA:oui> <NOM>", Key(1)));

    [Theory]
    [InlineData(ReplacementStrategy.Token)]
    [InlineData(ReplacementStrategy.IndexedTag)]
    [InlineData(ReplacementStrategy.Surrogate)]
    public void Same_words_with_a_hyphen_or_a_space_have_the_same_replacement(ReplacementStrategy strategy)
    {
        var document = new Document("d", "Né à Saint-Étienne. Habite 42000 SAINT ETIENNE. Il vit à Saint Etienne.");
        var result = Make(strategy).Pseudonymize(document, Cancellation);
        var towns = result.Entities.Where(entity => entity.Label == IdentifierLabels.City).Select(entity => entity.Attributes["replacement"]).ToList();
        Assert.True(towns.Count >= 2);
        Assert.Single(towns.Select(town => town.ToUpperInvariant()).Distinct());
    }

    [Theory]
    [InlineData("Revue le lundi  11 mars 2024.")]
    [InlineData("Revue le lundi\n11 mars 2024.")]
    [InlineData("Revue le Lundi 11 mars 2024.")]
    [InlineData("Revue le lun. 11/03/2024.")]
    [InlineData("Revue le lundi, 11 mars 2024.")]
    [InlineData("Revue le lundi 11\u00a0mars 2024.")]
    [InlineData("Revue le lundi 11  mars  2024.")]
    [InlineData("Revue le lundi 11 mars\n2024.")]
    public void Surrogate_of_a_date_stays_as_it_was_written(string text)
    {
        for (byte key = 1; key < 12; key++)
        {
            var result = Make(ReplacementStrategy.Surrogate, key).Pseudonymize(new Document("d", text), Cancellation);
            var date = new Regex(@"^(Revue le (?:lundi|Lundi|lun\.),?\s+)(1er|\d\d?)([\s/]+)(\w+)([\s/]+)(\d{4})\.$");
            var (before, after) = (date.Match(text), date.Match(result.Text));
            Assert.True(after.Success, result.Text);
            foreach (var kept in new[] { 1, 3, 5 }) Assert.Equal(before.Groups[kept].Value, after.Groups[kept].Value);
        }
    }

    [Fact]
    public void ReadFile_takes_a_byte_order_mark_and_line_ends_and_refuses_a_long_file()
    {
        var path = Path.GetTempFileName();
        try
        {
            var secret = Convert.ToBase64String([.. Enumerable.Range(0, PseudonymizationKey.Length).Select(i => (byte)i)]);
            File.WriteAllText(path, $"\ufeff{secret}\r\n\r\n");
            Assert.Equal(Key(1).DeliveryId("1"), PseudonymizationKey.ReadFile(path).DeliveryId("1"));
            File.WriteAllText(path, new string('A', 100_000));
            Assert.Equal(ErrorCodes.InvalidKey, Assert.Throws<HealthNlpException>(() => PseudonymizationKey.ReadFile(path)).Code);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static PseudonymizationKey Key(byte seed) => new([.. Enumerable.Range(0, PseudonymizationKey.Length).Select(i => (byte)(i * seed))]);

    private static Pseudonymizer Make(ReplacementStrategy strategy, byte key = 1) => Samples.Make(new PseudonymizationOptions { Strategy = strategy, Key = Key(key) });

    private static PseudonymizationResult Run(ReplacementStrategy strategy, byte key = 1) =>
        Make(strategy, key).Pseudonymize(new Document("letter", Letter) { Written = new DateOnly(2024, 3, 12) }, Cancellation);

    private static Dictionary<string, string> Values(PseudonymizationResult result, string label) =>
        result.Entities.Where(entity => entity.Label == label).DistinctBy(entity => entity.Span.Of(result.Document.Text)).ToDictionary(entity => entity.Span.Of(result.Document.Text), entity => entity.Attributes["replacement"]);

    private static DateOnly Day(string written, string format)
    {
        if (format == "dd/MM/yyyy") return DateOnly.ParseExact(written, format, CultureInfo.InvariantCulture);
        var parts = written.Split(' ');
        var month = Array.IndexOf(["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"], parts[1]) + 1;
        return new DateOnly(int.Parse(parts[2], CultureInfo.InvariantCulture), month, int.Parse(parts[0].Replace("er", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
    }
}
