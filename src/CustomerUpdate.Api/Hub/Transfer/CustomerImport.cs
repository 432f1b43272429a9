using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Brings customers in, one a line. What comes of them is what came if each were imported alone, in their order: a bad line is named and
/// stops nothing, and all of it may be sent again. But of the lines that have already come, neighbours that make customers are written
/// together; where that fails, in ever smaller parts, so that the line in the way is found and the others lose little. What nobody foresaw ends
/// where the line to blame for it meets it again, alone.
/// </summary>
internal sealed class CustomerImport(ICustomerTransfers transfers, ICustomerCreations creations, LineImport alone)
{
    // What one query can look up and one transaction write without holding others up.
    private const int MostAtOnce = 64;

    /// <summary>Imports.</summary>
    /// <param name="request">Who asks, and how.</param>
    /// <param name="input">The lines.</param>
    /// <param name="cancellationToken">Stops between two writes; what was answered stays.</param>
    /// <returns>A result for each line but empty ones, as it comes; no more is read before the results of what was read are taken.</returns>
    public async IAsyncEnumerable<ImportResult> RunAsync(
        ImportRequest request, PipeReader input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = 1L;
        await foreach (var arrived in NdjsonLines.ReadAsync(input, ProfileSize.Limit, MostAtOnce, cancellationToken))
        {
            var lines = NumberedLine.Of(next, arrived);
            next += arrived.Count;
            await foreach (var result in ImportAsync(request, lines, cancellationToken))
            {
                yield return result;
            }
        }
    }

    private async IAsyncEnumerable<ImportResult> ImportAsync(
        ImportRequest request, List<NumberedLine> lines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = await FindKnownAsync(request.Caller.Tenant.Id, lines, cancellationToken);
        for (var start = 0; start < lines.Count;)
        {
            var together = lines.Skip(start).TakeWhile(line => known is not null && !request.IsDryRun && line.IsNew(known)).ToList();
            var part = together.Count > 0 ? together : [lines[start]];
            await foreach (var result in ImportPartAsync(request, part, cancellationToken))
            {
                yield return result;
            }

            start += part.Count;
        }
    }

    // Null where each line looks for itself: one that comes alone, so that a slow sender's pays for no look-up more, and all where this fails.
    private async Task<IReadOnlySet<CustomerKey>?> FindKnownAsync(Guid tenantId, List<NumberedLine> lines, CancellationToken cancellationToken)
    {
        if (lines.Count == 1)
        {
            return null;
        }

        try
        {
            CustomerKey[] keys = [.. lines.SelectMany(line => line.Read.Match<IEnumerable<CustomerKey>>(read => read.Keys, _ => []))];
            return keys.Length > 0 ? await transfers.FindKnownAsync(tenantId, keys, cancellationToken) : new HashSet<CustomerKey>();
        }
#pragma warning disable CA1031 // whatever it was, the line to blame for it meets it again
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private async IAsyncEnumerable<ImportResult> ImportPartAsync(
        ImportRequest request, List<NumberedLine> part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (part is [var single])
        {
            yield return await alone.ImportAsync(request, single, cancellationToken);
            yield break;
        }

        if (await TryCreateAsync(request, part, cancellationToken) is { } made)
        {
            foreach (var (line, customer) in part.Zip(made))
            {
                yield return new ImportResult(line.Number, ImportStatus.Created, customer.Id, customer.Version);
            }

            yield break;
        }

        foreach (var half in part.Chunk((part.Count + 1) / 2))
        {
            await foreach (var result in ImportPartAsync(request, [.. half], cancellationToken))
            {
                yield return result;
            }
        }
    }

    private async Task<ValueList<Customer>?> TryCreateAsync(ImportRequest request, List<NumberedLine> part, CancellationToken cancellationToken)
    {
        try
        {
            return await creations.TryCreateTogetherAsync([.. part.Select(line => LineImport.Creation(request, line.Line))], cancellationToken);
        }
#pragma warning disable CA1031 // as above
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
