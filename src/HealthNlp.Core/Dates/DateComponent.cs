using HealthNlp.Pipelines;
using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>Gives <see cref="Layers.Dates"/>.</summary>
internal sealed class DateComponent() : TextComponent(
    "dates", [Layers.Normalized, Layers.Tokens, Layers.Sections], Layers.Dates, () => [DateWords.Knowledge, TimeWords.Knowledge])
{
    public override void Process(AnalysisContext context, CancellationToken cancellationToken)
    {
        var normalized = context.Get(Layers.Normalized);
        var text = new TokenText(normalized, context.Get(Layers.Tokens), context.Get(Layers.Sections));
        context.Set(Layers.Dates, DateReader.Read(context.Document, normalized, text, cancellationToken));
    }
}
