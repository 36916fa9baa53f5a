using HealthNlp.Pipelines;
using HealthNlp.Pseudonymization;
using HealthNlp.Terminologies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HealthNlp.Tests;

public class AddHealthNlpTests
{
    [Fact]
    public void AddHealthNlp_gives_one_engine_over_the_registered_parts()
    {
        using var provider = new ServiceCollection().AddHealthNlp().Services.BuildServiceProvider(validateScopes: true);
        var engine = provider.GetRequiredService<HealthNlpEngine>();

        Assert.Same(engine, provider.GetRequiredService<HealthNlpEngine>());
        Assert.Same(provider.GetRequiredService<Pipeline>(), engine.Pipeline);
        Assert.Same(provider.GetRequiredService<IPseudonymizer>(), engine.Pseudonymizer);
    }

    [Fact]
    public void AddHealthNlp_twice_registers_once()
    {
        var services = new ServiceCollection();
        services.AddHealthNlp();
        services.AddHealthNlp();
        Type[] singletons = [typeof(HealthNlpEngine), typeof(Pipeline), typeof(IPseudonymizer), typeof(IValidateOptions<HealthNlpOptions>)];

        Assert.All(singletons, type => Assert.Single(services, service => service.ServiceType == type));
    }

    [Fact]
    public void AddHealthNlp_keeps_a_service_that_is_there()
    {
        var pipeline = new PipelineBuilder().AddText().Build();
        var services = new ServiceCollection().AddSingleton(pipeline);
        services.AddHealthNlp();
        using var provider = services.BuildServiceProvider();

        Assert.Same(pipeline, provider.GetRequiredService<HealthNlpEngine>().Pipeline);
    }

    [Fact]
    public void AddHealthNlp_runs_registered_components_after_the_text()
    {
        var services = new ServiceCollection().AddSingleton<PipelineComponent, Marker>();
        services.AddHealthNlp();
        using var provider = services.BuildServiceProvider();

        var analyzed = provider.GetRequiredService<HealthNlpEngine>().Analyze("texte", TestContext.Current.CancellationToken);

        Assert.Equal("MARK", Assert.Single(analyzed.Entities).Label);
    }

    [Fact]
    public void AddHealthNlp_with_invalid_options_fails_at_start()
    {
        var services = new ServiceCollection();
        services.AddHealthNlp(options => options.Pseudonymization = null!);
        using var provider = services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);
    }

    [Fact]
    public void AddHealthNlp_with_an_abbreviation_that_cannot_be_looked_for_fails_at_start()
    {
        var services = new ServiceCollection();
        services.AddHealthNlp(options => options.Abbreviations.Add(new AbbreviationSense("...", "unité")));
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);
        Assert.Contains("number 1 of 1", error.Message, StringComparison.Ordinal);
    }

    private sealed class Marker : PipelineComponent
    {
        public override string Name => "marker";

        public override IReadOnlyList<Layer> Needs => [Layers.Tokens];

        public override void Process(AnalysisContext context, CancellationToken cancellationToken) =>
            context.Add([new Entity(new TextSpan(0, 1), "MARK")]);
    }
}
