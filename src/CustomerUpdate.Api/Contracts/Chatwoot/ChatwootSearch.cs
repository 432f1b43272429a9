using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Searches the contacts of an account for a text. https://developers.chatwoot.com/api-reference/contacts/search-contacts</summary>
internal sealed class ChatwootSearch : IChatwootOperation<ChatwootSearch>, IReadOperation<ChatwootSearch>
{
    public static string Summary => "Search contacts";

    public static ValueList<QueryParameter> Query =>
    [
        new("q", "A part of the name, of an e-mail address, of the phone number, of the identifier or of the company. Nothing in it is a wildcard."),
        .. ContactLists.Paging,
        ContactLists.Labels,
    ];

    public static bool CountsAsSearch => true;

    public static ValueList<FailureKind> Failures => [FailureKind.Malformed];

    public static RequestExample Example(ExampleSubject subject) =>
        ChatwootContract.Get($"/api/v1/accounts/{subject.AccountId}/contacts/search?q=example.com&sort=name&page=1", subject);

    public static async Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        if (ContactLists.ReadQuery(exchange).TryFailure(out var request, out var malformed))
        {
            return malformed;
        }

        if (string.IsNullOrWhiteSpace(request.Q.Or(null)))
        {
            return Nothing(request); // the server means to refuse this, and does not
        }

        return ContactLists.ReadLabels(request.Labels).TryFailure(out var labels, out var invalid)
            ? invalid
            : await ContactLists.AnswerAsync(exchange, request, new CustomerFilter.Every([labels, Has(request.Q.Value!.Trim())]), cancellationToken);
    }

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample) =>
    [
        ContactLists.Sample(sample),
        new("NothingToSearch", Nothing(new ChatwootListRequest())),
        new("TooManyLabels", ChatwootErrors.ToAnswer(ContactFilterErrors.TooLong)),
    ];

    private static Answer Nothing(ChatwootListRequest request) => ContactLists.ToAnswer(new CustomerSlice([], null), request);

    private static CustomerFilter.Some Has(string part) => new(
    [
        new CustomerFilter.Text(TextField.Any, TextMatch.Part, part),
        new CustomerFilter.IdentifierPart(part),
        new CustomerFilter.Text(TextField.Company, TextMatch.Part, part),
    ]);
}
