using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// The parameters of an update, whether they came as JSON, as a form or in the query. Others are ignored. What is of the wrong type counts
/// as not sent, which is how the vendor's framework treats it: no member is ever mistyped.
/// </summary>
internal record ChatwootRequest
{
    public Optional<string?> Name { get; init; }

    public Optional<string?> Identifier { get; init; }

    public Optional<string?> Email { get; init; }

    public Optional<string?> PhoneNumber { get; init; }

    /// <summary>Null or blank takes the picture away.</summary>
    public Optional<string?> Avatar { get; init; }

    public Optional<string?> AvatarUrl { get; init; }

    /// <summary>The file that was sent as <c>avatar</c>, beside which no text of that name counts; null where none was.</summary>
    [JsonIgnore]
    public UploadedFile? Picture { get; init; }

    /// <summary>Null where null or nothing was sent.</summary>
    public Optional<bool?> Blocked { get; init; }

    public Optional<ValueMap<BagValue>> AdditionalAttributes { get; init; }

    public Optional<ValueMap<BagValue>> CustomAttributes { get; init; }

    /// <summary>Whether the answer lists the contact's inboxes; it does where this is absent.</summary>
    public Optional<bool> IncludeContactInboxes { get; init; }

    /// <summary>The parameters in a body. An array, null or another JSON value holds none, and so asks for nothing.</summary>
    public static ChatwootRequest Parse(RequestBody body) => body.Root == JsonValueKind.Object
        ? body.Read(ChatwootJson.Default.ChatwootRequest) with { Picture = body.File }
        : new ChatwootRequest();
}
