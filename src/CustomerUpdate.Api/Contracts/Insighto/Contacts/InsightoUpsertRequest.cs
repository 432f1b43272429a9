using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>
/// The query of an upsert. What is empty or white space is as what was not sent: the vendor's list calls all four required, and a client that
/// follows it sends empty ones.
/// </summary>
internal sealed record InsightoUpsertRequest(string? FirstName, string? LastName, string? Email, string? PhoneNumber)
{
    /// <summary>What the query takes.</summary>
    public static ValueList<QueryParameter> Parameters { get; } =
    [
        new("first_name", "First name."),
        new("last_name", "Last name."),
        new("email", "E-mail address; this or the phone number must be there."),
        new("phone_number", "Phone number: digits with the country code, such as 16501111234."),
    ];

    /// <summary>The query as a wire model.</summary>
    public static InsightoUpsertRequest Parse(RequestBody query)
    {
        var sent = query.Read(InsightoJson.Default.InsightoUpsertRequest);
        return new(Given(sent.FirstName), Given(sent.LastName), Given(sent.Email), Given(sent.PhoneNumber));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
