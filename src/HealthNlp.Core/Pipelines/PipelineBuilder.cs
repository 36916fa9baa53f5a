using HealthNlp.Dates;
using HealthNlp.Qualifiers;
using HealthNlp.Quantities;
using HealthNlp.Stays;
using HealthNlp.Text;

namespace HealthNlp.Pipelines;

/// <summary>Gathers components and checks that each finds what it needs.</summary>
/// <remarks>Not thread-safe; the <see cref="Pipeline"/> that it builds is.</remarks>
public sealed class PipelineBuilder
{
    private readonly List<PipelineComponent> _components = [];

    /// <summary>Adds a component after those added before.</summary>
    /// <param name="component">The component.</param>
    /// <returns>This builder.</returns>
    public PipelineBuilder Add(PipelineComponent component)
    {
        ArgumentNullException.ThrowIfNull(component);
        _components.Add(component);
        return this;
    }

    /// <summary>Adds the text layers: normalisation, noise, tokens, sections, sentences, profile.</summary>
    /// <returns>This builder.</returns>
    public PipelineBuilder AddText() => Add(new NormalizationComponent())
        .Add(new NoiseComponent())
        .Add(new TokenizationComponent())
        .Add(new SectionComponent())
        .Add(new SentenceComponent())
        .Add(new ProfileComponent());

    /// <summary>
    /// Adds the layers of clinical language: dates, qualifiers (negation, hypothesis, family, history, reported speech), the patient's age and sex and the stay,
    /// quantities and tables. Needs those of <see cref="AddText"/>; entities that later components find get their <see cref="Entity.Context"/>.
    /// </summary>
    /// <returns>This builder.</returns>
    public PipelineBuilder AddClinicalLanguage() => Add(new DateComponent())
        .Add(new QualifierComponent())
        .Add(new StayComponent())
        .Add(new QuantityComponent());

    /// <summary>Checks the chain and seals it.</summary>
    /// <returns>An immutable, thread-safe pipeline.</returns>
    /// <exception cref="InvalidOperationException">A component needs a layer that none before it gives, or two give the same layer.</exception>
    public Pipeline Build()
    {
        var givers = new Dictionary<Layer, PipelineComponent>();
        foreach (var component in _components)
        {
            foreach (var need in component.Needs)
            {
                if (need != Layers.Entities && !givers.ContainsKey(need))
                {
                    throw new InvalidOperationException(
                        $"The component '{component.Name}' needs the layer '{need.Name}', which no component before it gives.");
                }
            }

            foreach (var layer in component.Gives)
            {
                if (layer != Layers.Entities && !givers.TryAdd(layer, component))
                {
                    throw new InvalidOperationException(
                        $"The components '{givers[layer].Name}' and '{component.Name}' both give the layer '{layer.Name}'.");
                }
            }
        }

        return new Pipeline([.. _components]);
    }
}
