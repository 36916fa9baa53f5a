using System.Reflection;

namespace HealthNlp;

/// <summary>The version of the library, without the build metadata.</summary>
internal static class LibraryVersion
{
    internal static string Value { get; } =
        typeof(LibraryVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
