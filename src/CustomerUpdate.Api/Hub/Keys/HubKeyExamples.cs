using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Hub.Keys;

/// <summary>Swagger's examples for keys.</summary>
internal static class HubKeyExamples
{
    public static BodyExample New { get; } = new("""{ "contract": "chatwoot", "role": "write", "name": "CRM", "expiresAt": null }""");

    public static AnswerExample Issued { get; } = new(StatusCodes.Status201Created, """
        {
          "id": "0198f000-0000-7000-8000-0000000000c9",
          "contract": "chatwoot",
          "role": "write",
          "name": "CRM",
          "prefix": "exampl",
          "key": "example-shown-this-once0",
          "createdAt": "2026-01-02T03:04:05.000Z",
          "expiresAt": null
        }
        """);

    public static AnswerExample List { get; } = new(StatusCodes.Status200OK, """
        {
          "items": [
            {
              "id": "0198f000-0000-7000-8000-0000000000c9",
              "contract": "chatwoot",
              "role": "write",
              "name": "CRM",
              "prefix": "exampl",
              "createdAt": "2026-01-02T03:04:05.000Z",
              "expiresAt": null,
              "lastUsedAt": "2026-01-02T03:05:00.000Z"
            }
          ]
        }
        """);

    public static AnswerExample Code { get; } =
        new(StatusCodes.Status201Created, """{ "code": "example-spent-once-at-the-token-0", "expiresAt": "2026-01-02T03:14:05.000Z" }""");
}
