using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>
/// Quentli: list customers, a bare array.
/// https://docs.quentli.com/api-guide/customers/list-customers
/// </summary>
internal sealed class QuentliList : IQuentliOperation<QuentliList>, IReadOperation<QuentliList>
{
    public static string Summary => "List customers";

    public static ValueList<QueryParameter> Query { get; } =
    [
        new("skip", "How many customers to leave out: an integer, 0 where it is not sent."),
        new("take", "The most customers to answer: an integer from 1 to 100, 20 where it is not sent."),
        new("filter", $"A qs-encoded condition in one text, or as filter[...]=: {QuentliFilter.Fields}; OR and AND take lists of conditions."),
        new("orderBy", $"A qs-encoded order in one text, or as orderBy[...]=: asc or desc for {QuentliOrder.Fields}."),
    ];

    public static RequestExample Example(ExampleSubject subject) => QuentliContract.Example(subject) with
    {
        Method = HttpMethods.Get,
        Path = $"{QuentliContract.Path}?skip=0&take=20&filter=name%5Bcontains%5D%3Da%26OR%5B0%5D%5BnoPayments%5D%3Dtrue&orderBy=createdAt%3Ddesc",
        ContentType = null,
        Body = "",
    };

    public static async Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var tenant = exchange.Caller!.Tenant;
        var read = QuentliListQuery.Read(exchange.Request.QueryString.Value ?? "", KeyOf);
        if (read.TryFailure(out var selection, out var failure))
        {
            return failure;
        }

        var slice = await exchange.Service<ICustomerLists>().ListAsync(tenant.Id, selection, cancellationToken);
        return Listed(slice.Items, exchange);

        string KeyOf(string phone) => PhoneNumber.KeyOf(phone, tenant.Settings.DefaultRegion, exchange.Service<IPhoneNumberReader>());
    }

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample)
    {
        yield return new("Listed", Listed([sample.Customer], sample.Exchange));
        if (QuentliListQuery.Read("?take=1000&filter[shoeSize]=42", phone => phone).TryFailure(out _, out var invalid))
        {
            yield return new(nameof(FailureKind.Invalid), QuentliContract.Failed(invalid, sample.Exchange));
        }
    }

    private static Answer Listed(ValueList<Customer> customers, Exchange exchange) => Answer.Of(
        StatusCodes.Status200OK,
        customers.Select(customer => QuentliMapping.ToCustomer(customer, exchange.Caller!.Tenant.OrganizationId)).ToValueList(),
        QuentliJson.Default.ValueListQuentliCustomer);
}
