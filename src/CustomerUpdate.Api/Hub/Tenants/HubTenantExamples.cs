using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Hub.Tenants;

/// <summary>Swagger's examples for tenants.</summary>
internal static class HubTenantExamples
{
    private const string Tenant = """
        {
          "id": "0198f000-0000-7000-8000-0000000000d1",
          "name": "Acme",
          "workspaceId": "64b7f0c2a1d3e4f5a6b7c8da",
          "accountId": 2,
          "organizationId": "0b6f6d0e-7d0f-4d5e-9f0e-3c4d5e6f7a8b",
          "settings": { "defaultRegion": "US", "otp": "whenSent", "requireIfMatch": false, "trilletApiKey": "required", "rateLimits": { "trillet": 60 } },
          "createdAt": "2026-01-02T03:04:05.000Z"
        }
        """;

    public static BodyExample New { get; } = new("""
        { "name": "Acme", "settings": { "defaultRegion": "US", "otp": "whenSent", "rateLimits": { "trillet": 60 } } }
        """);

    public static BodyExample Change { get; } = new("""{ "name": "Demo", "settings": { "defaultRegion": "US" } }""");

    public static AnswerExample Created { get; } = new(StatusCodes.Status201Created, Tenant);

    public static AnswerExample Page { get; } = new(StatusCodes.Status200OK, $$"""{ "items": [ {{Tenant}} ], "next": null }""");

    public static AnswerExample Shown { get; } = new(StatusCodes.Status200OK, Tenant);
}
