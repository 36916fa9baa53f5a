using HealthNlp.Pseudonymization;

namespace HealthNlp.Tests;

public sealed class PseudonymVaultTests : IDisposable
{
    private const string Text = "Mme Odalys Brévanne, née le 14/03/1958, est suivie par le Dr Merlauge.";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Restore_gives_the_text_back_after_the_vault_was_opened_again()
    {
        var result = Run("d1", "p1");
        PseudonymVault.Open(_folder, Key(1)).Record(result);
        Assert.DoesNotContain("Brévanne", result.Text, StringComparison.Ordinal);
        Assert.Equal(Text, PseudonymVault.Open(_folder, Key(1)).Restore(Rewritten(result)));
    }

    [Fact]
    public void No_file_of_a_vault_holds_an_identifier_nor_is_named_by_one()
    {
        PseudonymVault.Open(_folder, Key(1)).Record(Run("d1", "p1"));
        var file = Assert.Single(Directory.GetFiles(_folder));
        Assert.DoesNotContain("p1", Path.GetFileName(file)[..4], StringComparison.Ordinal);
        Assert.DoesNotContain("Odalys", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_of_another_text_or_document_says_so()
    {
        var vault = PseudonymVault.Open(_folder, Key(1));
        var result = Run("d1", "p1");
        vault.Record(result);
        Assert.Equal(ErrorCodes.NotInVault, Code(() => vault.Restore(Rewritten(result) with { Id = "d2" })));
        Assert.Equal(ErrorCodes.NotInVault, Code(() => vault.Restore(new Document("d1", "x" + result.Text) { PatientId = "p1" })));
        Assert.Equal(ErrorCodes.NotInVault, Code(() => vault.Restore(new Document("d1", "") { PatientId = "p1" })));
    }

    [Fact]
    public void Open_with_another_key_says_so()
    {
        PseudonymVault.Open(_folder, Key(1)).Record(Run("d1", "p1"));
        Assert.Equal(ErrorCodes.WrongKey, Code(() => PseudonymVault.Open(_folder, Key(2))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(60)]
    public void Open_of_a_vault_cut_short_says_so(int length)
    {
        PseudonymVault.Open(_folder, Key(1)).Record(Run("d1", "p1"));
        var file = Directory.GetFiles(_folder)[0];
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);
        Assert.Equal(ErrorCodes.TamperedData, Code(() => PseudonymVault.Open(_folder, Key(1))));
    }

    [Fact]
    public void Open_of_a_vault_with_any_bit_changed_says_so()
    {
        PseudonymVault.Open(_folder, Key(1)).Record(Run("d1", "p1"));
        var file = Directory.GetFiles(_folder)[0];
        var bytes = File.ReadAllBytes(file);
        for (var i = 0; i < bytes.Length; i += 7)
        {
            bytes[i] ^= 1;
            File.WriteAllBytes(file, bytes);
            Assert.Contains(Code(() => PseudonymVault.Open(_folder, Key(1))), new[] { ErrorCodes.TamperedData, ErrorCodes.WrongKey });
            bytes[i] ^= 1;
        }
    }

    [Fact]
    public void DeletePatient_forgets_him_and_no_one_else()
    {
        var vault = PseudonymVault.Open(_folder, Key(1));
        var (first, second) = (Run("d1", "p1"), Run("d2", "p2"));
        vault.Record(first);
        vault.Record(second);
        Assert.True(vault.DeletePatient("p1"));
        Assert.False(vault.DeletePatient("p1"));
        Assert.Equal(ErrorCodes.NotInVault, Code(() => vault.Restore(Rewritten(first))));
        Assert.Equal(Text, vault.Restore(Rewritten(second)));
    }

    [Fact]
    public void RotateKey_keeps_the_mapping_under_the_new_key_alone()
    {
        var vault = PseudonymVault.Open(_folder, Key(1));
        var (first, second) = (Run("d1", "p1"), Run("d2", null));
        vault.Record(first);
        vault.Record(second);
        vault.RotateKey(Key(2));
        Assert.Equal(Text, vault.Restore(Rewritten(first)));
        Assert.Equal(Text, PseudonymVault.Open(_folder, Key(2)).Restore(Rewritten(second)));
        Assert.Equal(ErrorCodes.WrongKey, Code(() => PseudonymVault.Open(_folder, Key(1))));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void Record_of_a_document_without_an_identifier_is_refused() =>
        Assert.Throws<ArgumentException>(() => PseudonymVault.Open(_folder, Key(1)).Record(Run("", "p1")));

    [Fact]
    public void Record_from_many_threads_keeps_all()
    {
        var vault = PseudonymVault.Open(_folder, Key(1));
        var results = Enumerable.Range(0, 24).Select(i => Run($"d{i}", $"p{i % 3}")).ToArray();
        Parallel.ForEach(results, vault.Record);
        Assert.All(results, result => Assert.Equal(Text, vault.Restore(Rewritten(result))));
    }

    [Fact]
    public void Restore_from_a_file_that_was_put_under_the_name_of_another_patients_says_so()
    {
        var vault = PseudonymVault.Open(_folder, Key(1));
        var (first, second) = (Run("d1", "p1"), Run("d1", "p2"));
        vault.Record(first);
        var file = Assert.Single(Directory.GetFiles(_folder));
        vault.Record(second);
        File.Copy(file, Directory.GetFiles(_folder).Single(other => other != file), overwrite: true);
        Assert.Equal(ErrorCodes.TamperedData, Code(() => vault.Restore(Rewritten(second))));
        Assert.Equal(ErrorCodes.TamperedData, Code(() => vault.Record(second)));
        Assert.Equal(Text, vault.Restore(Rewritten(first)));
    }

    [Fact]
    public void RotateKey_that_was_interrupted_is_taken_up_again_and_keeps_what_was_recorded_since()
    {
        var vault = PseudonymVault.Open(_folder, Key(1));
        var results = Enumerable.Range(0, 8).Select(i => Run($"d{i}", $"p{i}")).ToArray();
        foreach (var result in results) vault.Record(result);
        var old = Directory.GetFiles(_folder).ToDictionary(file => file, File.ReadAllBytes);
        vault.RotateKey(Key(2));
        var since = Run("since", "p3");
        vault.Record(since);
        foreach (var (file, bytes) in old.Where((_, i) => i % 2 == 0)) File.WriteAllBytes(file, bytes);
        PseudonymVault.Open(_folder, Key(1)).RotateKey(Key(2));
        vault = PseudonymVault.Open(_folder, Key(2));
        Assert.All(results.Append(since), result => Assert.Equal(Text, vault.Restore(Rewritten(result))));
        Assert.Equal(results.Length, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void DeletePatient_leaves_nothing_half_written_of_him()
    {
        var vault = PseudonymVault.Open(_folder, Key(1));
        vault.Record(Run("d1", "p1"));
        var file = Assert.Single(Directory.GetFiles(_folder));
        File.Copy(file, file + ".partial");
        vault.DeletePatient("p1");
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Identifiers_with_half_of_a_surrogate_pair_are_kept_apart_and_found_again()
    {
        var vault = PseudonymVault.Open(_folder, Key(1));
        var (first, second) = (Run("d\ud800", "p\ud800"), Run("d\ud801", "p\ud801"));
        vault.Record(first);
        vault.Record(second);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
        vault.RotateKey(Key(2));
        Assert.Equal(Text, vault.Restore(Rewritten(first)));
        Assert.Equal(Text, vault.Restore(Rewritten(second)));
    }

    private static string Code(Action action) => Assert.Throws<HealthNlpException>(action).Code;

    private static Document Rewritten(PseudonymizationResult result) => new(result.Document.Id, result.Text) { PatientId = result.Document.PatientId };

    private static PseudonymizationKey Key(byte seed) => new([.. Enumerable.Range(0, PseudonymizationKey.Length).Select(i => (byte)(i * seed))]);

    private static PseudonymizationResult Run(string id, string? patient) => Samples
        .Make(new PseudonymizationOptions { Strategy = ReplacementStrategy.Surrogate, Key = Key(1) })
        .Pseudonymize(new Document(id, Text) { PatientId = patient }, TestContext.Current.CancellationToken);
}
