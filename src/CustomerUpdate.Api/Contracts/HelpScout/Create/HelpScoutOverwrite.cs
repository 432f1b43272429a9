using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>All fields of a customer at once: what is missing is cleared. Other members, entries among them, are ignored.</summary>
internal sealed record HelpScoutOverwriteRequest : HelpScoutFields;

/// <summary>
/// Overwrites a customer's fields, and leaves its entries alone. The page lists <c>phone</c> among the fields, and says that it is used when
/// creating: here it is ignored.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/overwrite/
/// </summary>
internal sealed class HelpScoutOverwrite : IHelpScoutOperation<HelpScoutOverwrite>, IUpdateOperation<HelpScoutOverwrite, HelpScoutOverwriteRequest>
{
    public static string Summary => "Overwrite one customer";

    public static ValueList<BodyFormat> BodyFormats => HelpScoutContract.ObjectFormats;

    public static JsonTypeInfo? BodyType => HelpScoutJson.Default.HelpScoutOverwriteRequest;

    public static IValidator<HelpScoutOverwriteRequest> Validator { get; } = new HelpScoutValidator<HelpScoutOverwriteRequest>(FieldRules.Check);

    public static IReadOnlySet<string> Writable { get; } = FieldRules.Written.ToHashSet();

    // It writes no entries, so that none can be missing, and no value that must be unique.
    public static ValueList<FailureKind> Impossible { get; } = [FailureKind.EntryNotFound, FailureKind.Taken];

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Put,
        $"/v2/customers/{subject.Reference}",
        [new("Authorization", $"Bearer {subject.Key}")],
        "application/json",
        """
        { "firstName": "Vernon", "lastName": "Bear", "photoUrl": "https://example.com/vernon.png", "photoType": "twitter",
          "jobTitle": "CEO and Co-Founder", "location": "Greater Dallas/FT Worth Area", "background": "I've worked with Vernon before.",
          "age": "30-35", "gender": "Male", "organization": "Acme, Inc", "organizationId": 7 }
        """);

    public static Result<HelpScoutOverwriteRequest> Parse(RequestBody body) =>
        HelpScoutObject.Parse(body, HelpScoutJson.Default.HelpScoutOverwriteRequest);

    public static ICustomerChange Map(HelpScoutOverwriteRequest request, Exchange exchange) => FieldRules.Write(CustomerChange.None, request);

    public static Answer Updated(Customer customer, HelpScoutOverwriteRequest request, Exchange exchange) =>
        new Answer(StatusCodes.Status204NoContent).Label(HelpScoutHeaders.LogRefOf(exchange));
}
