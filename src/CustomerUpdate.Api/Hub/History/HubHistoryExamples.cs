using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Hub;

/// <summary>Swagger's examples for histories.</summary>
internal static class HubHistoryExamples
{
    public static QueryParameter Limit { get; } = new("limit", "The most versions of a page: 1 to 100; 20 if absent.") { Range = (1, 100) };

    public static QueryParameter Cursor { get; } = new("cursor", "What the page before gave as next; absent for the first page.");

    public static BodyExample Revert { get; } = new("""{ "version": 1 }""");

    public static AnswerExample Page { get; } = new(StatusCodes.Status200OK, """
        {
          "items": [
            {
              "version": 4,
              "at": "2026-01-02T03:04:05.000Z",
              "contract": "chatwoot",
              "keyId": "0198f000-0000-7000-8000-0000000000c9",
              "requestId": "0198f0000000700080000000000000d4",
              "changes": [
                { "field": "/name", "before": "Juan Perez", "after": "Alice Example" },
                { "field": "/customAttributes/plan", "before": null, "after": "gold" }
              ]
            },
            {
              "version": 3,
              "at": "2026-01-02T03:04:04.000Z",
              "contract": "hub",
              "keyId": null,
              "requestId": "0198f0000000700080000000000000d3",
              "changes": [ { "field": "/jobTitle", "before": null, "after": "Engineer" } ]
            }
          ],
          "next": null
        }
        """);
}
