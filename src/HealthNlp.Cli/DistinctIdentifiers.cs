using System.Runtime.CompilerServices;
using HealthNlp.Pipelines;

namespace HealthNlp.Cli;

/// <summary>Fails what has the identifier of a document before it: a vault keeps one document an identifier, and the way back of the first would be lost.</summary>
internal static class DistinctIdentifiers
{
    internal static async IAsyncEnumerable<DocumentResult<Document>> PassAsync(
        IAsyncEnumerable<DocumentResult<Document>> inputs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new HashSet<(string? Patient, string Id)>();
        await foreach (var input in inputs.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return input.Value is not { } document || seen.Add((document.PatientId, document.Id)) ? input
                : new DocumentResult<Document>(input.DocumentId, null, new DocumentError(ErrorCodes.NotInVault, "The vault keeps one document an identifier, and another of this run has it: this one is not written."));
        }
    }
}
