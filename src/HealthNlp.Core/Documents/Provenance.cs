namespace HealthNlp;

/// <summary>What produced a result: the means to reproduce it and to judge it.</summary>
public sealed record Provenance
{
    /// <summary>The notice that every output carries.</summary>
    public const string Notice = "Decision support reviewed by a professional; not a medical device.";

    /// <summary>The component that produced the result (<c>HealthNlp.Pseudonymization</c>).</summary>
    public required string Component { get; init; }

    /// <summary>The version of the library.</summary>
    public string Version { get; init; } = LibraryVersion.Value;

    /// <summary>SHA-256 of each embedded knowledge file that took part, by name, in hexadecimal.</summary>
    public IReadOnlyDictionary<string, string> Knowledge { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Models that took part (name and digest); empty when only the embedded rules did.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Whether a professional must validate the result before it is used. Always so.</summary>
    public bool RequiresHumanValidation { get; } = true;
}
