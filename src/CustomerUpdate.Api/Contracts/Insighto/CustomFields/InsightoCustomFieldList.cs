using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Lists the definitions of custom fields, in the order in which they were made.</summary>
internal sealed class InsightoCustomFieldList : IInsightoOperation<InsightoCustomFieldList>, IReadOperation<InsightoCustomFieldList>
{
    public static string Summary => "List custom fields";

    public static ValueList<QueryParameter> Query => InsightoPage.Parameters;

    public static RequestExample Example(ExampleSubject subject) =>
        new(HttpMethods.Get, $"{InsightoCustomFields.Path}/list?page=1&size=50&{InsightoCredential.Parameter}={subject.Key}", []);

    public static async Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        if (InsightoPage.Read(exchange.Request).TryFailure(out var page, out var invalid))
        {
            return invalid;
        }

        var definitions = await exchange.Service<IAttributeDefinitions>().ListAsync(
            exchange.Caller!.Tenant.Id, InsightoMapping.Contract, page.Skip, page.Size, cancellationToken);
        return Listed(page, definitions, exchange);
    }

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample)
    {
        var definitions = new AttributeDefinitionPage([InsightoCustomFields.Sample(sample.Customer)], 1);
        yield return new("Listed", Listed(new InsightoPage(1, 50), definitions, sample.Exchange));
        if (InsightoPage.Read("0", "x").TryFailure(out _, out var invalid))
        {
            yield return new(nameof(FailureKind.Invalid), InsightoContract.Failed(invalid, sample.Exchange));
        }
    }

    private static Answer Listed(InsightoPage page, AttributeDefinitionPage definitions, Exchange exchange)
    {
        var organizationId = exchange.Caller!.Tenant.OrganizationId;
        var data = new InsightoCustomFieldPage(
            [.. definitions.Items.Select(definition => InsightoCustomFields.ToField(definition, organizationId))],
            definitions.Total,
            page.Number,
            page.Size,
            page.PagesOf(definitions.Total),
            page.Previous,
            page.NextOf(definitions.Total));
        return InsightoAnswer.Of(
            StatusCodes.Status200OK,
            new InsightoCustomFieldsEnvelope("", ValueMap<BagValue>.Empty, data),
            InsightoJson.Default.InsightoCustomFieldsEnvelope);
    }
}
