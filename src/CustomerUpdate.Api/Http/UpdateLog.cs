using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>Writes one line for each write: who, what came of it, which fields, how long. Never a value of a customer, never a key.</summary>
internal sealed partial class UpdateLog(ILogger<UpdateLog> logger, TimeProvider clock)
{
    /// <summary>The point in time at which something begins that is logged when it ends.</summary>
    public long Now => clock.GetTimestamp();

    /// <summary>Logs and counts an update that began at <paramref name="started"/>; a null result is an answer that was given again.</summary>
    public void Write(ContractDescription contract, Exchange exchange, Result<UpdatedCustomer>? result, long started)
    {
        var outcome = LoggedOutcome.Of(result, LoggedOutcome.Of);
        var elapsed = clock.GetElapsedTime(started).TotalMilliseconds;
        UpdateMetrics.Count(contract.Name, outcome.Failure?.ToString() ?? outcome.Word, elapsed);
        WriteLine(contract, exchange, "update a customer", outcome, elapsed);
    }

    /// <summary>Logs any other write.</summary>
    /// <param name="contract">The contract through which it was asked for.</param>
    /// <param name="exchange">The request.</param>
    /// <param name="action">What was asked for: a verb and what it is about; no value of a customer.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="started">When it began; see <see cref="Now"/>.</param>
    public void Write(ContractDescription contract, Exchange exchange, string action, LoggedOutcome outcome, long started) =>
        WriteLine(contract, exchange, action, outcome, clock.GetElapsedTime(started).TotalMilliseconds);

    private void WriteLine(ContractDescription contract, Exchange exchange, string action, LoggedOutcome outcome, double elapsed)
    {
        if (!logger.IsEnabled(LogLevel.Information))
        {
            return;
        }

        var (tenant, fields) = (exchange.TenantId, string.Join(' ', outcome.Fields));
        if (outcome.Failure is { } failure)
        {
            Log.Refused(logger, contract.Name, tenant, action, outcome.Word, failure, elapsed, exchange.RequestId, fields);
        }
        else if (outcome.Customer is { } customer)
        {
            Log.Written(logger, contract.Name, tenant, outcome.Word, customer.Id, customer.Version, fields, elapsed, exchange.RequestId);
        }
        else if (outcome.Counts is { } counts)
        {
            Log.DoneToMany(logger, contract.Name, tenant, action, outcome.Word, counts, elapsed, exchange.RequestId, fields);
        }
        else
        {
            Log.Done(logger, contract.Name, tenant, action, outcome.Word, elapsed, exchange.RequestId, fields);
        }
    }

    // Fields is a property of every line, for whoever filters by it; where there can be none, it stands where it leaves no trace in the text.
    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Contract}: tenant {Tenant}: {Outcome} customer {Customer}, version {Version} ({Fields}), in {Elapsed:0.0} ms, request {RequestId}")]
        public static partial void Written(
            ILogger logger, string contract, Guid? tenant, string outcome, Guid customer, long version, string fields, double elapsed, string requestId);

        [LoggerMessage(2, LogLevel.Information, "{Contract}: tenant {Tenant} asked to {Action}: {Outcome}, {Failure}, in {Elapsed:0.0} ms, request {RequestId}{Fields}")]
        public static partial void Refused(
            ILogger logger, string contract, Guid? tenant, string action, string outcome, FailureKind failure, double elapsed, string requestId, string fields);

        [LoggerMessage(4, LogLevel.Information, "{Contract}: tenant {Tenant} asked to {Action}: {Outcome}, in {Elapsed:0.0} ms, request {RequestId}{Fields}")]
        public static partial void Done(
            ILogger logger, string contract, Guid? tenant, string action, string outcome, double elapsed, string requestId, string fields);

        [LoggerMessage(5, LogLevel.Information, "{Contract}: tenant {Tenant} asked to {Action}: {Outcome}, {Counts}, in {Elapsed:0.0} ms, request {RequestId}{Fields}")]
        public static partial void DoneToMany(
            ILogger logger, string contract, Guid? tenant, string action, string outcome, string counts, double elapsed, string requestId, string fields);
    }
}
