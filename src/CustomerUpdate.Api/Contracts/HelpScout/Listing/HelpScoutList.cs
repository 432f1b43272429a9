using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Lists customers, page by page.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/list/
/// </summary>
internal sealed class HelpScoutList : IHelpScoutOperation<HelpScoutList>, IReadOperation<HelpScoutList>
{
    private const string List = "/v2/customers/";

    public static string Summary => "List customers";

    // Not looked at: there are no mailboxes here, so that every customer is as near to one as to another.
    public static ValueList<QueryParameter> Query { get; } =
    [
        new("page", $"Which page of {ListParameters.PageSize} customers; 1 where it is missing."),
        new("mailbox", "Taken and not looked at: this host knows no mailboxes."),
        new("firstName", "The first name, in any letter case."),
        new("lastName", "The last name, in any letter case."),
        new("modifiedSince", $"Customers that have changed since: {HelpScoutTime.Form}."),
        new("sortField", "score, which is by creation, firstName, lastName or modifiedAt; score where it is missing."),
        new("sortOrder", "asc or desc; desc where it is missing."),
        new(HelpScoutQuery.Parameter, "Conditions such as (email:\"example.com\" OR lastName:\"Bear\") AND modifiedAt:[2013-11-20T00:00:00Z TO *]."),
    ];

    public static RequestExample Example(ExampleSubject subject) =>
        new(HttpMethods.Get, "/v2/customers?sortField=modifiedAt&sortOrder=desc", [new("Authorization", $"Bearer {subject.Key}")]);

    public static async Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        if (ListParameters.Read(exchange.Request.Query).TryFailure(out var parameters, out var invalid))
        {
            return invalid;
        }

        var found = await exchange.Service<ICustomerLists>().ListAsync(exchange.Caller!.Tenant.Id, parameters.Selection, cancellationToken);
        if (found.Items.Any(customer => customer.Profile.CustomAttributes.Count > 0))
        {
            await PropertyDefinitions.ReadAsync(exchange, cancellationToken);
        }

        return Show(found, parameters.Page, exchange);
    }

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample)
    {
        yield return new("Found", Show(new CustomerSlice([sample.Customer], 1), 1, sample.Exchange));
        yield return new("NobodyFound", Show(new CustomerSlice([], 0), 1, sample.Exchange));
        var invalid = Failure.Invalid([HelpScoutProblem.NotOneOf("sortOrder", ["asc", "desc"], "down")]);
        yield return new(nameof(FailureKind.Invalid), HelpScoutContract.Failed(invalid, sample.Exchange));
    }

    private static Answer Show(CustomerSlice found, int number, Exchange exchange)
    {
        var total = found.Total ?? found.Items.Count;
        var pages = (total + ListParameters.PageSize - 1) / ListParameters.PageSize;
        var definitions = PropertyDefinitions.Of(exchange);
        var shown = found.Items.Select(customer => HelpScoutMapping.ToCustomer(customer, exchange.Origin, definitions)).ToValueList();
        var page = new HelpScoutCustomerPage(
            shown.Count == 0 ? null : new HelpScoutCustomers(shown),
            HelpScoutPageLinks.Of(exchange.Origin + List, exchange.Request.QueryString.Value ?? "", number, Math.Max(1, pages)),
            new HelpScoutPage(ListParameters.PageSize, total, pages, number));
        return Answer.Of(StatusCodes.Status200OK, page, HelpScoutJson.Default.HelpScoutCustomerPage, HelpScoutContract.HalType)
            .Label(HelpScoutHeaders.LogRefOf(exchange));
    }
}
