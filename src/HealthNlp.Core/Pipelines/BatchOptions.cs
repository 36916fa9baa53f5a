namespace HealthNlp.Pipelines;

/// <summary>How a stream of documents is processed.</summary>
public sealed class BatchOptions
{
    /// <summary>How many documents are processed at a time; at least 1.</summary>
    /// <value>The number of processors by default.</value>
    public int MaxDegreeOfParallelism { get; set; } = Environment.ProcessorCount;

    /// <summary>How many documents may be under way or waiting to be taken; bounds memory. At least 1.</summary>
    /// <value>64 by default.</value>
    public int MaxInFlight { get; set; } = 64;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDegreeOfParallelism, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxInFlight, 1);
    }
}
