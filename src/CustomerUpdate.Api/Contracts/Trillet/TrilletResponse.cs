using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Trillet;

/// <summary>The answer to an edit.</summary>
internal sealed record TrilletEdited(string Status, string ConversationId, TrilletEditedCustomer UpdatedCustomerDetails);

/// <summary>The customer after an edit. What has no value is absent, as with every MongoDB-backed answer of Trillet's.</summary>
internal sealed record TrilletEditedCustomer(string? Name, string? Email, string? Phone, string _id, string CreatedAt, string UpdatedAt);

/// <summary>A conversation.</summary>
internal sealed record TrilletConversation(
    string _id, TrilletCustomer Customer, ValueList<TrilletMessage> Messages, string CreatedAt, string UpdatedAt);

/// <summary>The customer inside a conversation.</summary>
internal sealed record TrilletCustomer(string? Name, string? Email, string? Phone);

/// <summary>A message. This host keeps none: the list is there because readers of it expect one.</summary>
internal sealed record TrilletMessage(string _id);

/// <summary>An error.</summary>
internal sealed record TrilletError(TrilletErrorBody Error);

/// <summary>What an error says.</summary>
/// <param name="Code">Its kind.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="ResetAt">When there is room for another request; absent where that is not what is missing.</param>
internal sealed record TrilletErrorBody(string Code, string Message, [property: JsonPropertyName("reset_at")] string? ResetAt);
