using System.Text;
using CustomerUpdate.Api.Contracts.Chatwoot;
using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Requests made of JSON, the way they come in.</summary>
internal static class ChatwootRequests
{
    /// <summary>The request in a body.</summary>
    public static ChatwootRequest Of(string json)
    {
        Assert.False(JsonSyntax.Check(Encoding.UTF8.GetBytes(json)).TryFailure(out var body, out _), "The test's JSON is broken.");
        return ChatwootRequest.Parse(body!);
    }

    /// <summary>The request with one member in its body.</summary>
    /// <param name="member">The member's name.</param>
    /// <param name="value">Its value, as JSON.</param>
    public static ChatwootRequest With(string member, string value) => Of($$"""{ "{{member}}": {{value}} }""");
}
