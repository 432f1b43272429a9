using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>A line of an import and where it stands.</summary>
/// <param name="number">Counted from 1.</param>
/// <param name="utf8">Its text; null where it was too long.</param>
internal sealed class NumberedLine(long number, byte[]? utf8)
{
    // Where somebody asks, who knows what to do with what nobody foresaw.
    private readonly Lazy<Result<ImportLine>> read = new(
        () => utf8 is null ? Failure.Of(FailureKind.TooLarge) : ImportLine.Read(utf8), LazyThreadSafetyMode.None);

    /// <summary>Where it stands, counted from 1.</summary>
    public long Number => number;

    /// <summary>What it says, or why it cannot be read.</summary>
    public Result<ImportLine> Read => read.Value;

    /// <summary>What the line says; it can be read.</summary>
    public ImportLine Line => Read.Match(line => line, _ => throw new InvalidOperationException($"Line {Number} cannot be read."));

    /// <summary>The lines that say anything; null, one that was too long, among them.</summary>
    /// <param name="first">The number of the first of them.</param>
    /// <param name="lines">All of them.</param>
    public static List<NumberedLine> Of(long first, IEnumerable<byte[]?> lines) =>
    [
        .. lines.Select((utf8, index) => (Utf8: utf8, Number: first + index))
            .Where(line => line.Utf8 is null || !line.Utf8.AsSpan().Trim(" \t\r"u8).IsEmpty)
            .Select(line => new NumberedLine(line.Number, line.Utf8)),
    ];

    /// <summary>Whether the line makes a customer, as far as is known of its keys.</summary>
    public bool IsNew(IReadOnlySet<CustomerKey> known) => !Read.TryFailure(out var line, out _) && !line.Keys.Any(known.Contains);
}
