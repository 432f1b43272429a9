using CustomerUpdate.Api.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace CustomerUpdate.Api.Swagger;

/// <summary>One thing that a caller shows to be let in, read from a contract's example: there it is the headers, and the key in the query.</summary>
/// <param name="Id">Its name in the document.</param>
/// <param name="Scheme">Where it goes.</param>
/// <param name="DemoValue">The demo tenant's.</param>
internal sealed record Authorisation(string Id, OpenApiSecurityScheme Scheme, string DemoValue)
{
    private const string Bearer = "Bearer ";

    /// <summary>All that a contract asks for at once.</summary>
    /// <param name="contract">The contract's name.</param>
    /// <param name="example">Its example.</param>
    public static IEnumerable<Authorisation> Of(string contract, RequestExample example)
    {
        foreach (var (name, value) in example.Headers)
        {
            yield return value.StartsWith(Bearer, StringComparison.Ordinal)
                ? OfBearer(contract, value[Bearer.Length..])
                : OfKey(name, ParameterLocation.Header, value);
        }

        foreach (var (name, value) in QueryHelpers.ParseQuery(new Uri(new Uri("http://localhost"), example.Path).Query))
        {
            yield return OfKey(name, ParameterLocation.Query, value.ToString());
        }
    }

    /// <summary>A bearer token. It is named for its contract, because the page keeps what was entered by name, whichever document is shown.</summary>
    public static Authorisation OfBearer(string contract, string demoToken) =>
        new($"{contract}-bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" }, demoToken);

    private static Authorisation OfKey(string name, ParameterLocation location, string demoValue) =>
        new(name, new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = location, Name = name }, demoValue);
}
