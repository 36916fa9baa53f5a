using Microsoft.Extensions.DependencyInjection;

namespace HealthNlp;

/// <summary>Where the extension methods of the other packages continue what <c>AddHealthNlp</c> began.</summary>
public interface IHealthNlpBuilder
{
    /// <summary>The services of the application.</summary>
    IServiceCollection Services { get; }
}
