using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Brings customers in, one a line. What comes of them is what came if each were imported alone, in their order: a bad line is named and
/// stops nothing, and all of it may be sent again. But of the lines that have already come, neighbours that make customers are written
/// together; where that fails, in ever smaller parts, so that the line in the way is found and the others lose little.
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
        await foreach (var arrived in NdjsonLines.ReadAsync(input, BoundedBody.Limit, MostAtOnce, cancellationToken))
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
            var together = lines.Skip(start).TakeWhile(line => !request.IsDryRun && line.IsNew(known)).ToList();
            var part = together.Count > 0 ? together : [lines[start]];
            await foreach (var result in ImportPartAsync(request, part, cancellationToken))
            {
                yield return result;
            }

            start += part.Count;
        }
    }

    // A line alone looks for itself: a slow sender's pays for no look-up more.
    private async Task<IReadOnlySet<CustomerKey>> FindKnownAsync(Guid tenantId, List<NumberedLine> lines, CancellationToken cancellationToken)
    {
        CustomerKey[] keys = [.. lines.SelectMany(line => line.Read.Match<IEnumerable<CustomerKey>>(read => read.Keys, _ => []))];
        return lines.Count > 1 && keys.Length > 0
            ? await transfers.FindKnownAsync(tenantId, keys, cancellationToken)
            : new HashSet<CustomerKey>();
    }

    private async IAsyncEnumerable<ImportResult> ImportPartAsync(
        ImportRequest request, List<NumberedLine> part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (part is [var single])
        {
            yield return await alone.ImportAsync(request, single, cancellationToken);
            yield break;
        }

        NewCustomer[] commands = [.. part.Select(line => LineImport.Creation(request, line.Line))];
        if (await creations.TryCreateTogetherAsync(commands, cancellationToken) is { } made)
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
}
