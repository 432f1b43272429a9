using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Trillet;

/// <summary>Between Trillet's wire and the shared customer.</summary>
internal static class TrilletMapping
{
    /// <summary>The change that an edit asks for.</summary>
    public static CustomerChange ToChange(TrilletRequest request) => new()
    {
        Name = request.Name,
        Email = request.Email,
        Phone = request.Phone,
    };

    /// <summary>The answer to an edit: the whole customer, not only what was written.</summary>
    public static TrilletEdited ToEdited(Customer customer, string conversationId) => new(
        "success",
        conversationId,
        new TrilletEditedCustomer(
            NameOf(customer),
            customer.Profile.Email,
            customer.Profile.Phone,
            IdOf(customer),
            TimeOf(customer.CreatedAt),
            TimeOf(customer.UpdatedAt)));

    /// <summary>The conversation, of which only the customer is known here.</summary>
    public static TrilletConversation ToConversation(Customer customer, string conversationId) => new(
        conversationId,
        ToCustomer(customer),
        [],
        TimeOf(customer.CreatedAt),
        TimeOf(customer.UpdatedAt));

    /// <summary>The customer inside a conversation.</summary>
    public static TrilletCustomer ToCustomer(Customer customer) =>
        new(NameOf(customer), customer.Profile.Email, customer.Profile.Phone);

    // Other contracts may leave an empty name, which is no value here.
    private static string? NameOf(Customer customer) => customer.Profile.Name.Full is { Length: > 0 } name ? name : null;

    // Trillet's ids are MongoDB's: 24 hexadecimal digits.
    private static string IdOf(Customer customer) => customer.Id.ToString("N")[^24..];

    private static string TimeOf(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null);
}
