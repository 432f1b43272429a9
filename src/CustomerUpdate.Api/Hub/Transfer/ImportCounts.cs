namespace CustomerUpdate.Api.Hub;

/// <summary>How many lines of an import came to which end.</summary>
internal sealed class ImportCounts
{
    private static readonly ImportStatus[] Statuses = Enum.GetValues<ImportStatus>();

    private readonly long[] counts = new long[Statuses.Length];

    /// <summary>How many lines are done; empty ones do not count.</summary>
    public long Total => counts.Sum();

    /// <summary>How many of them failed.</summary>
    public long Failed => counts[(int)ImportStatus.Failed];

    /// <summary>Where the last of them stands; 0 before there is one.</summary>
    public long LastLine { get; private set; }

    /// <summary>Counts one more.</summary>
    public ImportResult Add(ImportResult result)
    {
        counts[(int)result.Status]++;
        LastLine = result.Line;
        return result;
    }

    /// <summary>All of them in words.</summary>
    public override string ToString() => string.Join(", ", Statuses.Select(status => $"{counts[(int)status]} {status.ToString().ToLowerInvariant()}"));
}
