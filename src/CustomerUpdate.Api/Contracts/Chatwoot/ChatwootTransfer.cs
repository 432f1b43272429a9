using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Import and export of contacts, which are for administrators: whoever is none is told so, as everywhere. Here the hub imports and exports,
/// and this host sends no mail with a file in it.
/// </summary>
internal sealed class ChatwootTransfer : IChatwootOperation<ChatwootTransfer>, IReadOperation<ChatwootTransfer>
{
    public static string Summary => "Import or export contacts";

    public static KeyRole Role => KeyRole.Admin;

    public static RequestExample Example(ExampleSubject subject) =>
        new(HttpMethods.Post, $"{ChatwootContract.Accounts}/{subject.AccountId}/contacts/export", [new(ChatwootContract.TokenHeader, subject.Key)]);

    public static Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Answer>>(Failure.Of(FailureKind.RouteUnknown));

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample) => [];
}
