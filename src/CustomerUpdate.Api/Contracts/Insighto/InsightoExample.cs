namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>The published example of an update, with words in the place of its placeholders.</summary>
internal static class InsightoExample
{
    /// <summary>A new contact.</summary>
    public static string NewContact(Guid organizationId) =>
        $$"""
        {
          "first_name": "Grace",
          "last_name": "Example",
          "email": "grace@example.com",
          "org_id": "{{organizationId}}",
          "first_assistant_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
          "first_widget_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a"
        }
        """;

    /// <summary>The body. The ids of assistants and widgets are the published ones: nothing here knows what they stand for.</summary>
    public static string Body(Guid organizationId) =>
        $$"""
        {
          "first_name": "Alice",
          "last_name": "Example",
          "email": "alice@example.com",
          "channels": {},
          "user_attributes": {},
          "last_seen": "2023-11-07T05:31:56Z",
          "last_sent": "2023-11-07T05:31:56Z",
          "org_id": "{{organizationId}}",
          "first_assistant_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
          "last_assistant_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
          "first_widget_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
          "last_widget_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
          "custom_fields": {}
        }
        """;
}
