using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Examples of requests.</summary>
internal static class ChatwootExamples
{
    /// <summary>A request about the contact.</summary>
    /// <param name="method">The method.</param>
    /// <param name="subject">Whom it is about.</param>
    /// <param name="rest">The path behind the contact's id.</param>
    /// <param name="body">The body; empty where there is none.</param>
    public static RequestExample OfContact(string method, ExampleSubject subject, string rest, string body = "") =>
        OfAccount(method, subject, $"/contacts/{subject.Reference}{rest}", body);

    /// <summary>A request about the account.</summary>
    /// <param name="method">The method.</param>
    /// <param name="subject">Whose account.</param>
    /// <param name="rest">The path behind the account's id.</param>
    /// <param name="body">The body; empty where there is none.</param>
    public static RequestExample OfAccount(string method, ExampleSubject subject, string rest, string body = "") => new(
        method,
        $"{ChatwootContract.Accounts}/{subject.AccountId}{rest}",
        [new(ChatwootContract.TokenHeader, subject.Key)],
        body.Length == 0 ? null : "application/json",
        body);
}
