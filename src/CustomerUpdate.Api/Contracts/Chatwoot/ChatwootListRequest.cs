using System.Text.Json;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>The parameters of a list of contacts. Others are ignored, and what is of the wrong type counts as not sent.</summary>
internal sealed record ChatwootListRequest
{
    /// <summary>Which page; the answer says it again as it came.</summary>
    public Optional<BagValue> Page { get; init; }

    /// <summary>What the contacts are sorted by: keys with commas between them, each with a minus before it for the greatest first.</summary>
    public Optional<string?> Sort { get; init; }

    /// <summary>Whether the answer lists the contacts' inboxes; it does where this is absent.</summary>
    public Optional<bool> IncludeContactInboxes { get; init; }

    /// <summary>What is searched for.</summary>
    public Optional<string?> Q { get; init; }

    /// <summary>The labels of which a contact must have one.</summary>
    public Optional<ValueList<string>> Labels { get; init; }

    /// <summary>The parameters in a query or a body; none where it is no object.</summary>
    public static ChatwootListRequest Parse(RequestBody body) => body.Root == JsonValueKind.Object
        ? body.Read(ChatwootJson.Default.ChatwootListRequest)
        : new ChatwootListRequest();
}
