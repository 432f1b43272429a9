using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Trillet;

/// <summary>
/// All conversations of a workspace, a bare array. Trillet documents neither pages nor filters, so that a caller counts on getting all of
/// them: the list is not cut, but sent while it is read.
/// https://docs.trillet.ai/v1/api-reference/endpoints/conversations/getAll
/// </summary>
internal sealed class TrilletConversations : ITrilletOperation<TrilletConversations>, IReadOperation<TrilletConversations>
{
    /// <summary>Where they are.</summary>
    public const string Path = "/v1/api/conversations";

    public static string Summary => "List all conversations";

    public static RequestExample Example(ExampleSubject subject) =>
        TrilletContract.Example(subject) with { Method = HttpMethods.Get, Path = Path, ContentType = null, Body = "" };

    public static Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var references = exchange.Service<ICustomerReferences>();
        var conversations = references.ReadAllAsync(exchange.Caller!.Tenant.Id, TrilletContract.Name, cancellationToken)
            .Select(found => TrilletMapping.ToConversation(found.Customer, found.Reference));
        return Task.FromResult<Result<Answer>>(StreamedList.Of(conversations, TrilletJson.Default.TrilletConversation));
    }

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample)
    {
        ValueList<TrilletConversation> conversations =
            [TrilletMapping.ToConversation(sample.Customer, sample.Customer.Profile.ReferenceOf(TrilletContract.Name)!)];
        yield return new("Listed", Answer.Of(StatusCodes.Status200OK, conversations, TrilletJson.Default.ValueListTrilletConversation));
    }
}
