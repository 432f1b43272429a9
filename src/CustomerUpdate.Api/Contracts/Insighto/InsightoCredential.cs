using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>The key in the query string.</summary>
internal static class InsightoCredential
{
    /// <summary>The parameter's name, which is compared to the letter, as in Starlette.</summary>
    public const string Parameter = "api_key";

    /// <summary>The key, the last one where there are several; null where there is none.</summary>
    public static string? Read(HttpRequest request) => QueryBody.Find(request, Parameter);
}
