namespace HealthNlp.Cli;

/// <summary>Identifiers and paths on the terminal: a control character in one must not drive it.</summary>
internal static class Clean
{
    internal static string Of(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '?' : c)) : text;
}
