using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Brings customers in, one a line. A line whose id or any of whose references is a customer's writes that customer; any other line makes
/// one. Each line is a transaction of its own: a bad one is named and stops nothing, and all of it may be sent again.
/// </summary>
internal sealed class CustomerImport(ICustomerTransfers transfers, ICustomerCommits commits, ICustomerCreations creations)
{
    private const int MaximumTries = 3;

    private static readonly ValueList<ReferenceSource> Sources =
        [.. ContractCatalog.All.Select(contract => contract.References.SourceFor(contract.Description.Name)).OfType<ReferenceSource>()];

    /// <summary>Imports.</summary>
    /// <param name="caller">Who asks; the caller of this has looked at the rights.</param>
    /// <param name="requestId">Names the import in history.</param>
    /// <param name="input">The lines.</param>
    /// <param name="cancellationToken">Stops between two lines; what was answered stays.</param>
    /// <returns>A result for each line but empty ones, as it comes; the next line is not read before its result is taken.</returns>
    public async IAsyncEnumerable<ImportResult> RunAsync(
        Caller caller, string requestId, PipeReader input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0L;
        await foreach (var line in NdjsonLines.ReadAsync(input, BoundedBody.Limit, cancellationToken))
        {
            number++;
            if (line is null || !line.AsSpan().Trim(" \t\r"u8).IsEmpty)
            {
                yield return await ImportAsync(caller, requestId, number, line, cancellationToken);
            }
        }
    }

    private async Task<ImportResult> ImportAsync(
        Caller caller, string requestId, long number, byte[]? utf8, CancellationToken cancellationToken)
    {
        if (utf8 is null)
        {
            return ImportErrors.ToResult(number, Failure.Of(FailureKind.TooLarge));
        }

        if (ImportLine.Read(utf8).TryFailure(out var line, out var unreadable))
        {
            return ImportErrors.ToResult(number, unreadable);
        }

        for (var tries = 1; ; tries++)
        {
            var result = await WriteAsync(caller, requestId, number, line, cancellationToken);
            if (!result.TryFailure(out var written, out var failure))
            {
                return written;
            }

            // Somebody else may have made or erased the same customer since it was looked for.
            if (tries == MaximumTries || !MayBeOtherwiseNow(failure))
            {
                return ImportErrors.ToResult(number, failure);
            }
        }
    }

    private async Task<Result<ImportResult>> WriteAsync(
        Caller caller, string requestId, long number, ImportLine line, CancellationToken cancellationToken)
    {
        var owners = await transfers.FindOwnersAsync(caller.Tenant.Id, line.Keys, cancellationToken);
        var change = new ImportChange(line);
        if (owners.Count > 1)
        {
            return ImportErrors.Ambiguous(owners);
        }

        if (owners is [var owner])
        {
            var update = new CustomerUpdateCommand(caller, CustomerKey.Id(owner.Id), change, requestId, null);
            return (await commits.CommitAsync(update, cancellationToken)).TryFailure(out var updated, out var failure)
                ? failure
                : new ImportResult(number, change.StatusOf(updated.Customer), updated.Customer.Id, updated.Customer.Version);
        }

        // Who was erased does not come back by an old file; without the id, the line makes somebody new.
        if (line.Kept.Id is { } id && await transfers.IsErasedAsync(caller.Tenant.Id, id, cancellationToken))
        {
            return ImportErrors.Erased;
        }

        var command = new NewCustomer(caller, change, Sources, requestId) { Kept = line.Kept };
        return (await creations.CreateAsync(command, cancellationToken)).TryFailure(out var created, out var refused)
            ? refused
            : new ImportResult(number, ImportStatus.Created, created.Id, created.Version);
    }

    private static bool MayBeOtherwiseNow(Failure failure) =>
        failure.Kind is FailureKind.Busy or FailureKind.NotFound || failure.Taken.Any(taken => taken.Key.IsReference);
}
