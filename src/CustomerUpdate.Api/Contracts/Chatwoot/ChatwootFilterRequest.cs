using System.Text.Json;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>The conditions of a filter. Page and order are the same as every list's: <see cref="ChatwootListRequest"/>.</summary>
internal sealed record ChatwootFilterRequest
{
    /// <summary>The conditions, which are joined in their order; <c>AND</c> binds tighter than <c>OR</c>.</summary>
    public Optional<ValueList<ContactCondition>> Payload { get; init; }

    /// <summary>The conditions in a body; none where it is no object.</summary>
    public static ChatwootFilterRequest Parse(RequestBody body) => body.Root == JsonValueKind.Object
        ? body.Read(ChatwootJson.Default.ChatwootFilterRequest)
        : new ChatwootFilterRequest();
}
