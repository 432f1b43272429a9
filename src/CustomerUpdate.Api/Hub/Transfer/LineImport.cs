using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Imports one line, in a transaction of its own. A line whose id or any of whose references is a customer's writes that customer; any
/// other line makes one. What nobody foresaw is the line's failure, and the host's log has what it was.
/// </summary>
internal sealed partial class LineImport(
    ICustomerTransfers transfers, ICustomerCommits commits, ICustomerCreations creations, UnforeseenFailures failures, ILogger<LineImport> logger)
{
    private const int MaximumTries = 3;

    private static readonly ValueList<ReferenceSource> Sources =
        [.. ContractCatalog.All.Select(contract => contract.References.SourceFor(contract.Description.Name)).OfType<ReferenceSource>()];

    /// <summary>The customer that a line makes where it is nobody's.</summary>
    public static NewCustomer Creation(ImportRequest request, ImportLine line) =>
        new(request.Caller, new ImportChange(line), Sources, request.RequestId)
        {
            Kept = line.Kept,
            Terms = new WriteTerms<Customer> { IsDryRun = request.IsDryRun },
        };

    /// <summary>Writes what the line says, on the state that is there now.</summary>
    public async Task<ImportResult> ImportAsync(
        ImportRequest request, NumberedLine numbered, CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(request, numbered, cancellationToken);
        }
#pragma warning disable CA1031 // an import goes on past a line, whatever is the matter with it
        catch (Exception unforeseen) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Unforeseen(logger, numbered.Number, request.RequestId, unforeseen);
            return ImportErrors.ToResult(numbered.Number, Failure.Of(failures.KindOf(unforeseen)));
        }
    }

    private async Task<ImportResult> TryAsync(ImportRequest request, NumberedLine numbered, CancellationToken cancellationToken)
    {
        var number = numbered.Number;
        if (numbered.Read.TryFailure(out var line, out var unreadable))
        {
            return ImportErrors.ToResult(number, unreadable);
        }

        for (var tries = 1; ; tries++)
        {
            var result = await WriteAsync(request, number, line, cancellationToken);
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
        ImportRequest request, long number, ImportLine line, CancellationToken cancellationToken)
    {
        var owners = await transfers.FindOwnersAsync(request.Caller.Tenant.Id, line.Keys, cancellationToken);
        if (owners.Count > 1)
        {
            return ImportErrors.Ambiguous(owners);
        }

        if (owners is [var owner])
        {
            var change = new ImportChange(line);
            var update = new CustomerUpdateCommand(request.Caller, CustomerKey.Id(owner.Id), change, request.RequestId, null)
            {
                Terms = new WriteTerms<UpdatedCustomer> { IsDryRun = request.IsDryRun },
            };
            return (await commits.CommitAsync(update, cancellationToken)).TryFailure(out var updated, out var failure)
                ? failure
                : new ImportResult(number, change.StatusOf(updated.Customer), updated.Customer.Id, updated.Customer.Version);
        }

        // Who was erased does not come back by an old file; without the id, the line makes somebody new.
        if (line.Kept.Id is { } id && await transfers.IsErasedAsync(request.Caller.Tenant.Id, id, cancellationToken))
        {
            return ImportErrors.Erased;
        }

        return (await creations.CreateAsync(Creation(request, line), cancellationToken)).TryFailure(out var created, out var refused)
            ? refused
            : new ImportResult(number, ImportStatus.Created, created.Id, created.Version);
    }

    private static bool MayBeOtherwiseNow(Failure failure) =>
        failure.Kind is FailureKind.Busy or FailureKind.NotFound || failure.Taken.Any(taken => taken.Key.IsReference);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "An unexpected error ended line {Line} of the import of request {RequestId}")]
        public static partial void Unforeseen(ILogger logger, long line, string requestId, Exception exception);
    }
}
