using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>The customers of a tenant: made, listed, shown, patched, erased.</summary>
internal static class HubCustomers
{
    private const string Customers = "/tenants/{tenantId}/customers";
    private const string Customer = Customers + "/{customerId}";

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder hub)
    {
        var customers = hub.MapGroup("").WithTags("Customers");
        customers.MapPost(Customers, CreateAsync).WithMetadata(HubCustomerExamples.New, HubCustomerExamples.Created);
        customers.MapGet(Customers, ListAsync).WithMetadata([HubCustomerExamples.Page, .. HubCustomerExamples.Search]);
        customers.MapGet(Customer, ShowAsync).WithMetadata(HubCustomerExamples.Shown);
        customers.MapPatch(Customer, PatchAsync)
            .WithMetadata(HubCustomerExamples.MergePatched, HubCustomerExamples.JsonPatched, HubCustomerExamples.Shown);
        customers.MapDelete(Customer, EraseAsync).WithMetadata(HubCustomerExamples.Erased);
    }

    private static Task<Answer> CreateAsync(
        string tenantId, HttpContext http, HubWrites writes, ICustomerCreations creations, ReferenceSources sources, CancellationToken cancellationToken) =>
        writes.WriteAsync<Customer>(
            http,
            tenantId,
            "create a customer",
            async write => (await NewCustomerBody.ReadAsync(http.Request, cancellationToken)).TryFailure(out var change, out var invalid)
                ? invalid
                : await creations.CreateAsync(
                    new NewCustomer(write.Caller, change, sources.All, write.RequestId) { Terms = write.Terms }, cancellationToken),
            created => HubCustomerAnswer.Of(StatusCodes.Status201Created, created)
                .With("Location", $"{HubContract.Root}/tenants/{created.TenantId}/customers/{created.Id}"),
            cancellationToken);

    private static async Task<Answer> ListAsync(
        string tenantId, HttpContext http, HubAccess access, ICustomerLists lists, IPhoneNumberReader phones, CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        if (CustomerQuery.Parse(http.Request.Query, caller.Tenant, phones).TryFailure(out var search, out var invalid))
        {
            return HubErrors.ToAnswer(invalid);
        }

        var page = await lists.ListAsync(caller.Tenant.Id, search, cancellationToken);
        return Answer.Of(
            StatusCodes.Status200OK,
            new HubCustomerPage([.. page.Items.Select(HubMapping.ToCanonical)], CustomerCursor.Write(caller.Tenant.Id, page.Next)),
            HubJson.Default.HubCustomerPage);
    }

    private static async Task<Answer> ShowAsync(
        string tenantId, string customerId, HttpContext http, HubAccess access, ICustomerReads reads, CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        var customer = FindId(customerId) is { } id
            ? await reads.FindAsync(caller.Tenant.Id, CustomerKey.Id(id), cancellationToken)
            : null;
        return customer is null
            ? HubErrors.ToAnswer(Failure.Of(FailureKind.NotFound))
            : HubCustomerAnswer.OfRead(http.Request, customer);
    }

    private static async Task<Answer> PatchAsync(
        string tenantId, string customerId, HttpContext http, HubWrites writes, ICustomerCommits commits, CancellationToken cancellationToken)
    {
        var answer = await writes.UpdateAsync(http, tenantId, UpdateAsync, cancellationToken);
        return answer.Status == StatusCodes.Status415UnsupportedMediaType ? answer.With("Accept-Patch", CustomerPatch.Formats) : answer;

        async Task<Result<UpdatedCustomer>> UpdateAsync(HubWrite<UpdatedCustomer> write)
        {
            if (FindId(customerId) is not { } id)
            {
                return Failure.Of(FailureKind.NotFound);
            }

            return (await CustomerPatch.ReadAsync(http.Request, cancellationToken)).TryFailure(out var change, out var invalid)
                ? invalid
                : await commits.CommitAsync(write.Command(id, change), cancellationToken);
        }
    }

    private static Task<Answer> EraseAsync(
        string tenantId, string customerId, HttpContext http, HubWrites writes, ICustomerErasures erasures, CancellationToken cancellationToken) =>
        writes.WriteAsync<long>(
            http,
            tenantId,
            "erase a customer",
            async write => FindId(customerId) is { } id
                ? await erasures.EraseAsync(
                    new CustomerErasureCommand(write.Caller, CustomerKey.Id(id), write.RequestId) { Precondition = write.Precondition, Terms = write.Terms },
                    cancellationToken)
                : Failure.Of(FailureKind.NotFound),
            _ => new Answer(StatusCodes.Status204NoContent),
            cancellationToken);

    private static Guid? FindId(string text) => Guid.TryParseExact(text, "D", out var id) ? id : null;
}

/// <summary>A page of customers; <c>next</c> is the cursor of the one that follows, null on the last one.</summary>
internal sealed record HubCustomerPage(ValueList<HubCustomer> Items, string? Next);
