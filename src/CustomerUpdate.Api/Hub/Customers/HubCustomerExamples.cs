using System.Diagnostics.CodeAnalysis;
using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Hub;

/// <summary>Swagger's examples for customers.</summary>
internal static class HubCustomerExamples
{
    /// <summary>A customer as the hub shows it.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public const string Canonical = """
        {
          "id": "0198f000-0000-7000-8000-0000000000a1", "version": 1, "createdAt": "2026-01-02T03:04:05.000Z", "updatedAt": "2026-01-02T03:04:05.000Z",
          "name": "Alice Example", "firstName": "Alice", "lastName": "Example", "username": null, "identifier": null,
          "email": "alice@example.com", "phone": "+12025550100", "secondaryPhone": null,
          "emails": [ { "id": 1001, "type": "work", "value": "alice@example.com" } ],
          "phones": [ { "id": 1002, "type": "work", "value": "+12025550100" } ],
          "chats": [], "socialProfiles": [], "websites": [],
          "address": null, "jobTitle": "Engineer", "organization": null, "location": null, "background": null, "age": null,
          "gender": null, "photoUrl": null, "photoType": null, "tags": [ "VIP" ], "blocked": false, "assigneeId": null, "lastSeenAt": null,
          "customAttributes": { "plan": "gold" }, "profileAttributes": {}, "channels": { "telephone": "+12025550100" },
          "consent": {
            "acceptedServiceAgreement": false, "tosIp": null, "signature": null, "signatureAcceptedAt": null,
            "optedOutWhatsappAt": null, "optedInWhatsappAt": null, "startedWhatsappAt": null
          },
          "verification": { "emailVerified": false, "phoneNumberVerified": false, "hasChangedPassword": false },
          "archivedAt": null, "archivedById": null,
          "vendor": {},
          "references": { "quentli": "cmab12cd34ef56gh78ij90kl", "helpscout": 100, "chatwoot": 7, "insighto": "7c9e6679-7425-40de-944b-e07fc1f90ae7", "trillet": [] }
        }
        """;

    // Without anything that only one customer can have: it can be sent again.
    public static BodyExample New { get; } = new("""
        { "name": "Grace Hopper", "jobTitle": "Rear Admiral", "tags": [ "VIP" ], "customAttributes": { "plan": "gold" } }
        """);

    public static BodyExample MergePatched { get; } = new(
        """{ "jobTitle": "Engineer", "customAttributes": { "plan": "gold", "trial": null } }""", CustomerPatch.MergePatchType);

    public static BodyExample JsonPatched { get; } = new(
        """[ { "op": "test", "path": "/blocked", "value": false }, { "op": "replace", "path": "/jobTitle", "value": "Engineer" } ]""", CustomerPatch.JsonPatchType);

    public static AnswerExample Created { get; } = new(StatusCodes.Status201Created, Canonical);

    public static AnswerExample Shown { get; } = new(StatusCodes.Status200OK, Canonical);

    public static AnswerExample Page { get; } = new(StatusCodes.Status200OK, $$"""{ "items": [ {{Canonical}} ], "next": null }""");

    public static AnswerExample Erased { get; } = new(StatusCodes.Status204NoContent);

    public static AnswerExample Lens { get; } = new(StatusCodes.Status200OK, """
        { "id": 7, "name": "Alice Example", "email": "alice@example.com", "phone_number": "+12025550100" }
        """);

    public static object[] Search { get; } =
    [
        new QueryParameter("query", "What the name, an e-mail address or a phone number contains, in any case; or a phone number, in any spelling that reads to the same number."),
        new QueryParameter("email", "An e-mail address, in any case."),
        new QueryParameter("phone", "A phone number, in any spelling that reads to the same number."),
        new QueryParameter("limit", "The most customers of a page: 1 to 100; 20 if absent.") { Range = (1, 100) },
        new QueryParameter("cursor", "What the page before gave as next; absent for the first page."),
    ];
}
