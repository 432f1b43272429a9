using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>Writes one line for each write: who, what came of it, which fields, how long. Never a value of a customer, never a key.</summary>
internal sealed partial class UpdateLog(ILogger<UpdateLog> logger, TimeProvider clock)
{
    /// <summary>The point in time at which something begins that is logged when it ends.</summary>
    public long Now => clock.GetTimestamp();

    /// <summary>Logs an update that began at <paramref name="started"/>; a null result is an answer that was given again.</summary>
    public void Write(ContractDescription contract, Exchange exchange, Result<UpdatedCustomer>? outcome, long started)
    {
        var tenant = exchange.Caller?.Tenant.Id;
        var elapsed = clock.GetElapsedTime(started).TotalMilliseconds;
        UpdateMetrics.Count(contract.Name, OutcomeOf(outcome), elapsed);
        if (outcome is not { } result)
        {
            Log.Done(logger, contract.Name, tenant, "repeat a write", "Replayed", elapsed, exchange.RequestId);
        }
        else if (result.TryFailure(out var updated, out var failure))
        {
            Log.Refused(logger, contract.Name, tenant, failure.Kind, elapsed, exchange.RequestId);
        }
        else if (updated.IsDryRun)
        {
            Log.Done(logger, contract.Name, tenant, "preview a write", "Done", elapsed, exchange.RequestId);
        }
        else
        {
            // The members of bags are the tenants' own words and may name people: top-level names only.
            var fields = string.Join(' ', updated.Changes.Select(change => change.Field.Split('/')[1]).Distinct());
            Log.Updated(logger, contract.Name, tenant, updated.Customer.Id, updated.Customer.Version, fields, elapsed, exchange.RequestId);
        }
    }

    /// <summary>The same for any other result.</summary>
    public void Write<T>(ContractDescription contract, Exchange exchange, string action, Result<T>? outcome, long started) => Write(
        contract,
        exchange,
        action,
        outcome?.Match(_ => WriteHeaders.AsksForDryRun(exchange.Request) ? "Previewed" : "Done", failure => $"{failure.Kind}") ?? "Replayed",
        started);

    /// <summary>Logs what is no update of one customer: making, taking away, looking ahead.</summary>
    /// <param name="contract">The contract through which it was asked for.</param>
    /// <param name="exchange">The request.</param>
    /// <param name="action">What was asked for: a verb and what it is about; no value of a customer.</param>
    /// <param name="outcome">What came of it, in a word.</param>
    /// <param name="started">When it began; see <see cref="Now"/>.</param>
    public void Write(ContractDescription contract, Exchange exchange, string action, string outcome, long started)
    {
        var elapsed = clock.GetElapsedTime(started).TotalMilliseconds;
        Log.Done(logger, contract.Name, exchange.Caller?.Tenant.Id, action, outcome, elapsed, exchange.RequestId);
    }

    /// <summary>The same of many customers at once.</summary>
    /// <param name="contract">The contract through which it was asked for.</param>
    /// <param name="exchange">The request.</param>
    /// <param name="action">What was asked for.</param>
    /// <param name="outcome">What came of it, in a word.</param>
    /// <param name="counts">How many customers came to which end, in words; null where that is not told.</param>
    /// <param name="started">When it began.</param>
    public void Write(ContractDescription contract, Exchange exchange, string action, string outcome, string? counts, long started)
    {
        if (counts is null)
        {
            Write(contract, exchange, action, outcome, started);
            return;
        }

        var elapsed = clock.GetElapsedTime(started).TotalMilliseconds;
        Log.DoneToMany(logger, contract.Name, exchange.Caller?.Tenant.Id, action, outcome, counts, elapsed, exchange.RequestId);
    }

    private static string OutcomeOf(Result<UpdatedCustomer>? outcome) =>
        outcome?.Match(updated => updated.IsDryRun ? "Preview" : "Updated", failure => failure.Kind.ToString()) ?? "Replayed";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Contract}: tenant {Tenant} updated {Customer} to version {Version} ({Fields}) in {Elapsed:0.0} ms, request {RequestId}")]
        public static partial void Updated(
            ILogger logger, string contract, Guid? tenant, Guid customer, long version, string fields, double elapsed, string requestId);

        [LoggerMessage(2, LogLevel.Information, "{Contract}: tenant {Tenant} was refused an update, {Failure}, in {Elapsed:0.0} ms, request {RequestId}")]
        public static partial void Refused(
            ILogger logger, string contract, Guid? tenant, FailureKind failure, double elapsed, string requestId);

        [LoggerMessage(4, LogLevel.Information, "{Contract}: tenant {Tenant} asked to {Action}: {Outcome}, in {Elapsed:0.0} ms, request {RequestId}")]
        public static partial void Done(
            ILogger logger, string contract, Guid? tenant, string action, string outcome, double elapsed, string requestId);

        [LoggerMessage(5, LogLevel.Information, "{Contract}: tenant {Tenant} asked to {Action}: {Outcome}, {Counts}, in {Elapsed:0.0} ms, request {RequestId}")]
        public static partial void DoneToMany(
            ILogger logger, string contract, Guid? tenant, string action, string outcome, string counts, double elapsed, string requestId);
    }
}
