using HealthNlp;
using HealthNlp.CaseGeneration;
using HealthNlp.Pipelines;
using HealthNlp.Pseudonymization;
using HealthNlp.Terminologies;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds HealthNlp to the services of an application.</summary>
public static class HealthNlpServiceCollectionExtensions
{
    /// <summary>
    /// Adds the singletons <see cref="Pipeline"/>, <see cref="IPseudonymizer"/>, <see cref="IScenarioExtractor"/> and <see cref="HealthNlpEngine"/> with the embedded rules. Each
    /// <see cref="PipelineComponent"/> of the services runs in the pipeline, after those of the text, in the order of registration. A service that is
    /// there already is kept; calling it twice changes nothing.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>What further packages extend.</returns>
    public static IHealthNlpBuilder AddHealthNlp(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<HealthNlpOptions, HealthNlpOptionsValidator>();
        services.TryAddSingleton(provider => DefaultPipelines.Complete(
            provider.GetRequiredService<IOptions<HealthNlpOptions>>().Value, provider.GetServices<PipelineComponent>()));
        services.TryAddSingleton<IPseudonymizer>(provider => new Pseudonymizer(
            DefaultPipelines.Text(), provider.GetRequiredService<IOptions<HealthNlpOptions>>().Value.Pseudonymization));
        services.TryAddSingleton<IScenarioExtractor, ScenarioExtractor>();
        services.TryAddSingleton<HealthNlpEngine>();
        return new HealthNlpBuilder(services);
    }

    /// <summary>Adds HealthNlp with settings.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the settings; runs after those of earlier calls.</param>
    /// <returns>What further packages extend.</returns>
    /// <inheritdoc cref="AddHealthNlp(IServiceCollection)" path="/summary"/>
    public static IHealthNlpBuilder AddHealthNlp(this IServiceCollection services, Action<HealthNlpOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = services.AddHealthNlp();
        services.Configure(configure);
        return builder;
    }

    private sealed record HealthNlpBuilder(IServiceCollection Services) : IHealthNlpBuilder;

    private sealed class HealthNlpOptionsValidator : IValidateOptions<HealthNlpOptions>
    {
        public ValidateOptionsResult Validate(string? name, HealthNlpOptions options)
        {
            if (options.Pseudonymization is null)
            {
                return ValidateOptionsResult.Fail($"{nameof(HealthNlpOptions)}.{nameof(HealthNlpOptions.Pseudonymization)} is null: leave it out for the defaults.");
            }

            var problems = options.Pseudonymization.Problems().ToList();
            if (problems.Count > 0) return ValidateOptionsResult.Fail(problems);
            try
            {
                _ = new AbbreviationComponent(options.Abbreviations);
                return ValidateOptionsResult.Success;
            }
            catch (ArgumentException fault)
            {
                return ValidateOptionsResult.Fail($"{nameof(HealthNlpOptions)}.{nameof(HealthNlpOptions.Abbreviations)}: {fault.Message}");
            }
        }
    }
}
