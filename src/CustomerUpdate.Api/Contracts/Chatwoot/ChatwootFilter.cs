using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Lists the contacts of an account that fulfil conditions. https://developers.chatwoot.com/api-reference/contacts/contact-filter</summary>
internal sealed class ChatwootFilter : IChatwootOperation<ChatwootFilter>, IReadOperation<ChatwootFilter>
{
    public static string Summary => "Filter contacts";

    public static ValueList<QueryParameter> Query => ContactLists.Paging;

    public static BodyDescription? Body { get; } =
        new(ChatwootJson.Default.ChatwootFilterRequest) { OtherMediaTypes = ChatwootContract.OtherMediaTypes };

    public static ValueList<FailureKind> Failures => [FailureKind.Malformed, FailureKind.UnsupportedMediaType, FailureKind.TooLarge];

    public static RequestExample Example(ExampleSubject subject) => ChatwootContract.Get($"/api/v1/accounts/{subject.AccountId}/contacts/filter?page=1", subject) with
    {
        Method = HttpMethods.Post,
        ContentType = "application/json",
        Body = """
            {
              "payload": [
                { "attribute_key": "email", "filter_operator": "contains", "values": ["example.com"], "query_operator": "AND" },
                { "attribute_key": "blocked", "filter_operator": "equal_to", "values": [false], "query_operator": "OR" },
                { "attribute_key": "phone_number", "filter_operator": "equal_to", "values": ["12025550123"], "query_operator": null }
              ]
            }
            """,
    };

    public static async Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        if ((await BodyFormat.ReadAsync(ChatwootContract.BodyFormats, exchange.Request, cancellationToken)).TryFailure(out var body, out var unread))
        {
            return unread;
        }

        var sent = ChatwootFilterRequest.Parse(body).Payload;
        if (!sent.IsPresent)
        {
            return ContactFilterErrors.PayloadMissing;
        }

        var conditions = sent.Value;
        if (ContactFilter.IsTooLong(conditions))
        {
            return ContactFilterErrors.TooLong;
        }

        var filter = new ContactFilter(
            await FindAttributesAsync(exchange, conditions, cancellationToken),
            DateOnly.FromDateTime(exchange.Service<TimeProvider>().GetUtcNow().UtcDateTime));
        return filter.Read(conditions).TryFailure(out var condition, out var invalid)
            ? invalid
            : await ContactLists.AnswerAsync(exchange, ChatwootListRequest.Parse(body), condition, cancellationToken);
    }

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample) =>
    [
        ContactLists.Sample(sample),
        new("PayloadMissing", ChatwootErrors.ToAnswer(ContactFilterErrors.PayloadMissing)),
        new("TooLong", ChatwootErrors.ToAnswer(ContactFilterErrors.TooLong)),
        new("InvalidQueryOperator", ChatwootErrors.ToAnswer(ContactFilterErrors.InvalidQueryOperator)),
        new("InvalidOperator", ChatwootErrors.ToAnswer(ContactFilterErrors.InvalidOperator("blocked", ContactFilterKey.Find("blocked")!.Operators))),
        new("InvalidValue", ChatwootErrors.ToAnswer(ContactFilterErrors.InvalidValue("blocked"))),
        new("InvalidAttribute", ChatwootErrors.ToAnswer(ContactFilterErrors.InvalidAttribute("plan"))),
    ];

    // What an account defines is what its customers have: a key that nobody has is a mistake.
    private static async Task<IReadOnlySet<string>> FindAttributesAsync(
        Exchange exchange, ValueList<ContactCondition> conditions, CancellationToken cancellationToken)
    {
        var lists = exchange.Service<ICustomerLists>();
        var known = new HashSet<string>();
        foreach (var key in ContactFilter.AttributeKeys(conditions))
        {
            var anybody = new CustomerSelection(0, 1) { Filter = new CustomerFilter.HasAttribute(key) };
            if ((await lists.ListAsync(exchange.Caller!.Tenant.Id, anybody, cancellationToken)).Items.Count > 0)
            {
                known.Add(key);
            }
        }

        return known;
    }
}
