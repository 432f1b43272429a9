using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Http;

/// <summary>A request that is being answered, and what is known of it so far.</summary>
/// <param name="Http">The framework's view of it.</param>
internal sealed record Exchange(HttpContext Http)
{
    /// <summary>Who asks; null until that is known.</summary>
    public Caller? Caller { get; init; }

    /// <summary>The tenant that it is about: the caller's, unless somebody outside all tenants asks; null where none is known.</summary>
    public Guid? TenantId
    {
        get => field ?? Caller?.Tenant.Id;
        init;
    }

    /// <summary>The request.</summary>
    public HttpRequest Request => Http.Request;

    /// <summary>The name of this request in answers, history and logs.</summary>
    public string RequestId => Http.TraceIdentifier;

    /// <summary>The one-time password in the header that all contracts have; null where there is none. Two of them are no right one.</summary>
    public string? OneTimePassword => Request.Headers["X-Customer-Otp"] is { Count: > 0 } sent ? sent.ToString() : null;

    /// <summary>Scheme and authority under which the caller reached us, without a slash at the end: what absolute links start with.</summary>
    public string Origin => $"{Request.Scheme}://{Request.Host}";

    /// <summary>A service of the host.</summary>
    public T Service<T>()
        where T : notnull => Http.RequestServices.GetRequiredService<T>();

    /// <summary>A parameter of the route. A slash that came escaped is a slash in it: routing alone leaves those as they came.</summary>
    public string Route(string name) => Request.RouteValues[name] is not string value ? ""
        : value.Contains("%2F", StringComparison.OrdinalIgnoreCase) ? EscapedSegment.Read(Http, value)
        : value;
}
