using System.Buffers.Binary;
using HealthNlp.Dates;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Fictional values of the same form as the identifiers of one document.</summary>
internal sealed class Surrogates
{
    private readonly string _text;
    private readonly SpanIndex<Entity> _entities;
    private readonly ReplacementScope _scope;
    private readonly SurrogateNames _names;
    private readonly Lazy<DateShift> _dates;

    internal Surrogates(string text, Lazy<SpanIndex<DateMention>> dates, SpanIndex<Entity> entities, ReplacementScope scope, int weeks, bool keepInitials)
    {
        (_text, _entities, _scope) = (text, entities, scope);
        _names = new SurrogateNames(_text, entities, scope, keepInitials);
        _dates = new Lazy<DateShift>(() => new DateShift(dates.Value, scope, weeks));
    }

    /// <summary>What stands for an entity, never itself; <see langword="null"/> when nothing has its form.</summary>
    internal string? Of(int i) => Value(i) is { } value && SameWords.Of(value) != SameWords.Of(_entities[i].Span.Of(_text)) ? value : null;

    private string? Value(int i)
    {
        var entity = _entities[i];
        var words = entity.Span.Of(_text);
        return entity.Label switch
        {
            IdentifierLabels.FirstName => Letters.InCaseOf(words, _names.FirstName(entity)),
            IdentifierLabels.LastName => Letters.InCaseOf(words, _names.LastName(words)),
            IdentifierLabels.BirthDate or IdentifierLabels.IdentifyingDate or IdentifierLabels.UnidentifyingDate => _dates.Value.Of(_text, entity.Span),
            IdentifierLabels.City => Letters.InCaseOf(words, Town(words)[0]),
            IdentifierLabels.PostalCode => Town(TownBeside(i) ?? words)[1],
            IdentifierLabels.Address => Letters.InCaseOf(words, Street(words)),
            IdentifierLabels.Hospital => Hospital(words),
            IdentifierLabels.Country => Letters.InCaseOf(words, Pick(IdentifierLabels.Country, words, SurrogateWords.Countries)[0]),
            IdentifierLabels.Nationality => SurrogateWords.NationalityColumn(words) is > 0 and var column
                ? Letters.InCaseOf(words, Pick(IdentifierLabels.Country, words, SurrogateWords.Countries)[column]) : null,
            IdentifierLabels.FamilyStatus => Letters.InCaseOf(words, Pick(entity.Label, words, SurrogateWords.Of("family-status"))[SurrogateWords.IsFeminine(words) ? 1 : 0]),
            IdentifierLabels.SocialIdentity => Letters.InCaseOf(words, Pick(entity.Label, words, SurrogateWords.Of("profession"))[0]),
            IdentifierLabels.Phone => SurrogateNumbers.Phone(words, Print(entity.Label, Digits(words))),
            IdentifierLabels.IdentifierCode => SurrogateNumbers.Code(words, Print(entity.Label, Compact(words))),
            IdentifierLabels.Email => $"contact-{Hex(entity.Label, words)}@{Host}",
            IdentifierLabels.Url => $"https://{Host}/{Hex(entity.Label, words)}",
            _ => null,
        };
    }

    private string[] Town(string words) => Pick(IdentifierLabels.City, words, SurrogateWords.Of("town"));

    // 35000 Rennes: both become the same other place.
    private string? TownBeside(int i)
    {
        for (var near = i - 1; near <= i + 1; near += 2)
        {
            if (near < 0 || near >= _entities.Count || _entities[near].Label != IdentifierLabels.City) continue;
            var between = near < i ? _text.AsSpan(_entities[near].Span.End..Math.Max(_entities[near].Span.End, _entities[i].Span.Start)) : _text.AsSpan(_entities[i].Span.End.._entities[near].Span.Start);
            if (between.Length <= 3 && !between.ContainsAny('\n', '\r')) return _entities[near].Span.Of(_text);
        }

        return null;
    }

    private string Street(string words)
    {
        var print = Print(IdentifierLabels.Address, SameWords.Of(words));
        var street = $"rue des {SurrogateWords.Of("street")[print[0] % SurrogateWords.Of("street").Count][0]}";
        return char.IsAsciiDigit(words[0]) ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{1 + (print[1] % 99)} {street}") : street;
    }

    // The words that say what kind of place it is stay: CHU, clinique, hôpital.
    private string Hospital(string words)
    {
        var name = _names.LastName(words);
        for (var space = words.LastIndexOf(' '); space > 0; space = words.LastIndexOf(' ', space - 1))
        {
            if (SurrogateWords.IsKindOfHospital(words[..space])) return $"{words[..space]} {Letters.InCaseOf(words[(space + 1)..], name)}";
        }

        return Letters.InCaseOf(words, name);
    }

    private string[] Pick(string kind, string words, IReadOnlyList<string[]> rows)
    {
        var folded = SameWords.Of(words);
        var at = (int)(BinaryPrimitives.ReadUInt32LittleEndian(Print(kind, folded)) % (uint)rows.Count);
        return Array.Exists(rows[at], cell => SameWords.Of(cell) == folded) ? rows[(at + 1) % rows.Count] : rows[at];
    }

    private byte[] Print(string kind, string value) => _scope.Fingerprint(kind, value);

    // A name that no computer can have (RFC 2606).
    private static string Host => SurrogateWords.Of("host")[0][0];

    private string Hex(string kind, string words) => Convert.ToHexStringLower(Print(kind, Folding.Fold(words))[..3]);

    private static string Digits(string words) => string.Concat(words.Where(char.IsAsciiDigit));

    private static string Compact(string words) => string.Concat(words.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
