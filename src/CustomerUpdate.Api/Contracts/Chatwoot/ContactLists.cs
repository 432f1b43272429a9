using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>What all lists of contacts have in common.</summary>
internal static class ContactLists
{
    /// <summary>The parameters that all of them take.</summary>
    public static ValueList<QueryParameter> Paging { get; } =
    [
        new("page", "The page, from 1 on; 15 contacts are on one. The answer's current_page says it again as it came."),
        new("sort", "Keys with commas between them, each with a minus before it for the greatest first: email, name, phone_number, last_activity_at, created_at, company, city, country."),
        new("include_contact_inboxes", "Whether the contacts' inboxes are listed: they are where this is blank or exactly true."),
    ];

    /// <summary>The parameter of those that ask for labels.</summary>
    public static QueryParameter Labels { get; } = new("labels[]", "A label; may come several times, and a contact with any of them is listed.");

    // A contact by whom nobody could be told from another is not listed: it can be asked for by its id alone.
    private static readonly CustomerFilter Resolved = new CustomerFilter.Some(
    [
        new CustomerFilter.HasText(TextField.Email),
        new CustomerFilter.HasText(TextField.Phone),
        new CustomerFilter.HasText(TextField.Identifier),
    ]);

    /// <summary>Answers a page of the contacts that fulfil a condition.</summary>
    public static async Task<Result<Answer>> AnswerAsync(
        Exchange exchange, ChatwootListRequest request, CustomerFilter filter, CancellationToken cancellationToken)
    {
        var selection = new CustomerSelection(ContactPage.Skip(request.Page), ContactPage.Size)
        {
            Filter = new CustomerFilter.Every([Resolved, filter]),
            Order = ContactOrder.Read(request.Sort.Or(null)),
            CountsAll = true,
        };
        return ToAnswer(await exchange.Service<ICustomerLists>().ListAsync(exchange.Caller!.Tenant.Id, selection, cancellationToken), request);
    }

    /// <summary>The answer.</summary>
    public static Answer ToAnswer(CustomerSlice slice, ChatwootListRequest request) => Answer.Of(
        StatusCodes.Status200OK,
        new ChatwootListed(
            new ChatwootListMeta(slice.Total, ContactPage.Name(request.Page)),
            slice.Items.Select(customer => ChatwootMapping.ToContact(customer, request.IncludeContactInboxes.Or(true))).ToValueList()),
        ChatwootJson.Default.ChatwootListed);

    /// <summary>The condition that a contact has one of the labels that are asked for; commas part them, too.</summary>
    public static Result<CustomerFilter> ReadLabels(Optional<ValueList<string>> sent)
    {
        var labels = sent.Or([]).SelectMany(label => label.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        return labels.Count > ContactFilter.MostValues ? ContactFilterErrors.TooLong
            : labels.Count == 0 ? CustomerFilter.None
            : new CustomerFilter.Some(labels.Select(label => (CustomerFilter)new CustomerFilter.Tagged(label)).ToValueList());
    }

    /// <summary>The answer that documents show.</summary>
    public static NamedAnswer Sample(SampleRequest sample) =>
        new("Listed", ToAnswer(new CustomerSlice([sample.Customer], 1), ReadQuery(sample.Exchange).Match(query => query, _ => new ChatwootListRequest())));

    /// <summary>The parameters of a request's query.</summary>
    public static Result<ChatwootListRequest> ReadQuery(Exchange exchange) =>
        ChatwootBodies.ReadQuery(exchange.Request).Match<Result<ChatwootListRequest>>(query => ChatwootListRequest.Parse(query), failure => failure);
}
