using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Lists the contacts who are online. This host sees nobody's presence: as every contact is shown as offline, so nobody is listed.</summary>
internal sealed class ChatwootActive : IChatwootOperation<ChatwootActive>, IReadOperation<ChatwootActive>
{
    public static string Summary => "List the contacts who are online";

    public static ValueList<QueryParameter> Query => ContactLists.Paging;

    public static ValueList<FailureKind> Failures => [FailureKind.Malformed];

    public static RequestExample Example(ExampleSubject subject) =>
        ChatwootContract.Get($"/api/v1/accounts/{subject.AccountId}/contacts/active?page=1", subject);

    public static Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken) =>
        Task.FromResult(ContactLists.ReadQuery(exchange).Match<Result<Answer>>(Nobody, failure => failure));

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample) => [ContactLists.Sample(sample)];

    private static Result<Answer> Nobody(ChatwootListRequest request) => ContactLists.ToAnswer(new CustomerSlice([], 0), request);
}
