using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>What became of a customer, and the way back.</summary>
internal static class HubHistory
{
    private const string Customer = "/tenants/{tenantId}/customers/{customerId}";

    private static readonly RevertRequestValidator RevertValidator = new();

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder hub)
    {
        hub.MapGet($"{Customer}/history", ListAsync).WithTags("History").WithMetadata(HubHistoryExamples.Page, HubHistoryExamples.Limit, HubHistoryExamples.Cursor);
        hub.MapPost($"{Customer}/revert", RevertAsync).WithTags("History").WithMetadata(HubHistoryExamples.Revert, HubCustomerExamples.Shown);
    }

    private static async Task<Answer> ListAsync(
        string tenantId,
        string customerId,
        HttpContext http,
        HubAccess access,
        ICustomerHistory history,
        CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        if (HistoryQuery.Parse(http.Request.Query).TryFailure(out var query, out var invalid))
        {
            return HubErrors.ToAnswer(invalid);
        }

        // One more than the page shows, to know whether there is another.
        var versions = Guid.TryParseExact(customerId, "D", out var id)
            ? await history.FindVersionsAsync(caller.Tenant.Id, id, query.Before, query.Limit + 1, cancellationToken)
            : null;
        if (versions is null)
        {
            return HubErrors.ToAnswer(Failure.Of(FailureKind.NotFound));
        }

        var items = versions.Take(query.Limit).Select(HistoryMapping.ToItem).ToValueList();
        var next = versions.Count > query.Limit ? HistoryQuery.CursorAfter(items[^1].Version) : null;
        return Answer.Of(StatusCodes.Status200OK, new HistoryPage(items, next), HubHistoryJson.Default.HistoryPage);
    }

    private static async Task<Answer> RevertAsync(
        string tenantId,
        string customerId,
        HttpContext http,
        HubWrites writes,
        ICustomerReads reads,
        ICustomerHistory history,
        ICustomerCommits commits,
        CancellationToken cancellationToken)
    {
        return await writes.UpdateAsync(http, tenantId, ExecuteAsync, cancellationToken);

        async Task<Result<UpdatedCustomer>> ExecuteAsync(HubWrite<UpdatedCustomer> write)
        {
            var read = await HubBody.ReadAsync(http.Request, HubHistoryJson.Default.RevertRequest, RevertValidator, cancellationToken);
            if (read.TryFailure(out var request, out var failure))
            {
                return failure;
            }

            if (!Guid.TryParseExact(customerId, "D", out var id)
                || await reads.FindAsync(write.Caller.Tenant.Id, CustomerKey.Id(id), cancellationToken) is not { } customer)
            {
                return Failure.Of(FailureKind.NotFound);
            }

            // The versions that were counted under this id are not the survivor's.
            if (customer.Id != id)
            {
                return Failure.Invalid([new Problem(
                    "/version", "merged", $"is of a customer that was merged into {customer.Id}: revert that one, to a version of its own.")]);
            }

            if (await history.FindRevertAsync(customer, request.Version.Value, cancellationToken) is not { } revert)
            {
                return Failure.Invalid([new Problem("/version", "unknown_version", "must be a version that the customer has had.")]);
            }

            return await commits.CommitAsync(write.Command(customer.Id, revert), cancellationToken);
        }
    }
}
