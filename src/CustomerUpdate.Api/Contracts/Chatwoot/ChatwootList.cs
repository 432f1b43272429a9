using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Lists the contacts of an account. https://developers.chatwoot.com/api-reference/contacts/list-contacts</summary>
internal sealed class ChatwootList : IChatwootOperation<ChatwootList>, IReadOperation<ChatwootList>
{
    public static string Summary => "List contacts";

    public static ValueList<QueryParameter> Query => [.. ContactLists.Paging, ContactLists.Labels];

    public static ValueList<FailureKind> Failures => [FailureKind.Malformed];

    public static RequestExample Example(ExampleSubject subject) =>
        ChatwootContract.Get($"/api/v1/accounts/{subject.AccountId}/contacts?page=1&sort=-last_activity_at,name", subject);

    public static async Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        if (ContactLists.ReadQuery(exchange).TryFailure(out var request, out var malformed))
        {
            return malformed;
        }

        return ContactLists.ReadLabels(request.Labels).TryFailure(out var labels, out var invalid)
            ? invalid
            : await ContactLists.AnswerAsync(exchange, request, labels, cancellationToken);
    }

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample) =>
        [ContactLists.Sample(sample), new("TooManyLabels", ChatwootErrors.ToAnswer(ContactFilterErrors.TooLong))];
}
