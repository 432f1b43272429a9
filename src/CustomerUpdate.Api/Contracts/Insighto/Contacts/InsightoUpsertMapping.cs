using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>From an upsert's query to the shared customer.</summary>
internal static class InsightoUpsertMapping
{
    /// <summary>What a phone number looks like once separators are gone.</summary>
    public const string NumberPattern = @"^\+?[1-9][0-9]{1,14}$";

    /// <summary>A number with its plus, without separators; null where it is none.</summary>
    /// <param name="number">The number. A plus that nobody escaped arrives as a space, and is not missed.</param>
    public static string? TelephoneOf(string number)
    {
        var trimmed = number.Trim();
        return PhoneNumber.ReadInternational(trimmed.StartsWith('+') ? trimmed : $"+{trimmed}");
    }

    /// <summary>Whom it could mean, by e-mail address first.</summary>
    public static IEnumerable<CustomerKey> KeysOf(InsightoUpsertRequest request)
    {
        if (request.Email is { } email)
        {
            yield return new CustomerKey(CustomerKey.EmailKind, EmailAddress.KeyOf(email));
        }

        if (request.PhoneNumber is { } number)
        {
            yield return new CustomerKey(CustomerKey.PhoneKind, TelephoneOf(number)!);
        }
    }

    /// <summary>The change that it asks for: what was sent, written as an update writes it.</summary>
    public static CustomerChange ToChange(InsightoUpsertRequest request) => new()
    {
        FirstName = Sent(request.FirstName),
        LastName = Sent(request.LastName),
        Email = Sent(request.Email),
        Phone = request.PhoneNumber is { } number ? TelephoneOf(number) : Optional<string?>.Absent,
    };

    private static Optional<string?> Sent(string? text) => text is null ? Optional<string?>.Absent : text;
}
