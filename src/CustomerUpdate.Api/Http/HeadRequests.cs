using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// Answers HEAD as GET (RFC 9110, section 9.3.2): the request goes on as one, and the server keeps the body back. Not under the paths of
/// vendors who do not answer it.
/// </summary>
/// <param name="next">The rest of the pipeline; routing has to come in it.</param>
/// <param name="contracts">The contracts, by which it is decided for the paths under their prefixes: the longest prefix counts.</param>
internal sealed class HeadRequests(RequestDelegate next, ValueList<ContractDescription> contracts)
{
    /// <summary>The methods that a path answers, given those that it has routes for.</summary>
    public static ValueList<string> Allowed(IEnumerable<string> methods)
    {
        var mapped = methods.ToValueList();
        return mapped.Contains(HttpMethods.Get) ? [.. mapped, HttpMethods.Head] : mapped;
    }

    /// <summary>Hands a request on.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsHead(http.Request.Method) && OwnerOf(http.Request.Path)?.AnswersHead != false)
        {
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    }

    private ContractDescription? OwnerOf(PathString path) => contracts
        .SelectMany(contract => contract.Prefixes, (contract, prefix) => (Contract: contract, Prefix: prefix))
        .Where(owned => path.StartsWithSegments(owned.Prefix))
        .OrderByDescending(owned => owned.Prefix.Length)
        .FirstOrDefault().Contract;
}
