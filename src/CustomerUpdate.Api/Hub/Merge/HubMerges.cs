using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>Makes one customer of two that are the same person.</summary>
internal static class HubMerges
{
    private static readonly MergeRequestValidator Validator = new();

    private static readonly BodyExample Example = new("""
        { "into": "0198f000-0000-7000-8000-0000000000a1", "from": "0198f000-0000-7000-8000-0000000000a2", "dryRun": true }
        """);

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder hub) =>
        hub.MapPost("/tenants/{tenantId}/customers/merge", MergeAsync).WithTags("Customers").WithMetadata(Example, HubCustomerExamples.Shown);

    private static async Task<Answer> MergeAsync(
        string tenantId, HttpContext http, HubWrites writes, ICustomerMerges merges, CancellationToken cancellationToken)
    {
        return await writes.UpdateAsync(http, tenantId, ExecuteAsync, cancellationToken);

        async Task<Result<UpdatedCustomer>> ExecuteAsync(HubWrite<UpdatedCustomer> write)
        {
            var read = await HubBody.ReadAsync(http.Request, HubMergeJson.Default.MergeRequest, Validator, cancellationToken);
            if (read.TryFailure(out var request, out var failure))
            {
                return failure;
            }

            // What is only asked for by the body leaves no answer either that could be given again.
            var isDryRun = write.Terms.IsDryRun || request.DryRun.Or(false);
            var command = new CustomerMergeCommand(
                write.Caller, CustomerKey.Id(request.IntoId!.Value), CustomerKey.Id(request.FromId!.Value), write.RequestId)
            {
                Precondition = write.Precondition,
                Terms = isDryRun ? new WriteTerms<UpdatedCustomer> { IsDryRun = true } : write.Terms,
            };
            return await merges.MergeAsync(command, cancellationToken);
        }
    }
}
