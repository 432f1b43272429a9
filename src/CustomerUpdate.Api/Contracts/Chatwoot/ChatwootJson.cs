using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Customers.Json;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Chatwoot's JSON: snake_case, nulls shown, parameters cast as Rails casts them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters =
    [
        typeof(RailsText), typeof(RailsBoolean), typeof(RailsHash), typeof(InboxesWanted),
        typeof(RailsScalar), typeof(RailsTexts), typeof(ContactConditions),
        typeof(BagValueConverter), typeof(ValueMapConverter<BagValue>),
    ])]
[JsonSerializable(typeof(ChatwootRequest))]
[JsonSerializable(typeof(ChatwootUpdated))]
[JsonSerializable(typeof(ChatwootShown))]
[JsonSerializable(typeof(ChatwootContact))]
[JsonSerializable(typeof(ChatwootNewContact))]
[JsonSerializable(typeof(ChatwootCreated))]
[JsonSerializable(typeof(ChatwootAttributeKeys))]
[JsonSerializable(typeof(ChatwootNewLabels))]
[JsonSerializable(typeof(ChatwootConversationList))]
[JsonSerializable(typeof(ChatwootLabelList))]
[JsonSerializable(typeof(ChatwootMergeRequest))]
[JsonSerializable(typeof(ChatwootNewContactInbox))]
[JsonSerializable(typeof(ChatwootContactInbox))]
[JsonSerializable(typeof(ChatwootContactableInboxes))]
[JsonSerializable(typeof(ChatwootListRequest))]
[JsonSerializable(typeof(ChatwootFilterRequest))]
[JsonSerializable(typeof(ContactCondition))]
[JsonSerializable(typeof(ChatwootListed))]
[JsonSerializable(typeof(ChatwootError))]
[JsonSerializable(typeof(ChatwootErrorList))]
[JsonSerializable(typeof(ChatwootAttributeErrors))]
[JsonSerializable(typeof(ChatwootStatusError))]
internal sealed partial class ChatwootJson : JsonSerializerContext;
