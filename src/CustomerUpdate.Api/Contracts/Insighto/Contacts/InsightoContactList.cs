using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>
/// Lists the organisation's contacts in the order in which they were made. It has two paths: an older client asks for the longer one.
/// https://docs.insighto.ai/api-reference/conversation/get-list-of-conversations has the envelope.
/// </summary>
internal sealed class InsightoContactList : IInsightoOperation<InsightoContactList>, IReadOperation<InsightoContactList>
{
    public static string Summary => "List contacts";

    public static ValueList<QueryParameter> Query => InsightoPage.Parameters;

    public static RequestExample Example(ExampleSubject subject) =>
        new(HttpMethods.Get, $"/api/v1/contact?page=1&size=50&{InsightoCredential.Parameter}={subject.Key}", []);

    public static async Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        if (InsightoPage.Read(exchange.Request).TryFailure(out var page, out var invalid))
        {
            return invalid;
        }

        var tenant = exchange.Caller!.Tenant;
        var selection = new CustomerSelection(page.Skip, page.Size) { CountsAll = true };
        var slice = await exchange.Service<ICustomerLists>().ListAsync(tenant.Id, selection, cancellationToken);
        return Listed(InsightoMapping.ToPage(page, slice, tenant.OrganizationId));
    }

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample)
    {
        var slice = new CustomerSlice([sample.Customer], 1);
        yield return new("Listed", Listed(InsightoMapping.ToPage(new InsightoPage(1, 50), slice, sample.Exchange.Caller!.Tenant.OrganizationId)));
        if (InsightoPage.Read("0", "x").TryFailure(out _, out var invalid))
        {
            yield return new(nameof(FailureKind.Invalid), InsightoContract.Failed(invalid, sample.Exchange));
        }
    }

    private static Answer Listed(InsightoContacts page) => InsightoAnswer.Of(
        StatusCodes.Status200OK,
        new InsightoContactsEnvelope("", ValueMap<BagValue>.Empty, page),
        InsightoJson.Default.InsightoContactsEnvelope);
}
