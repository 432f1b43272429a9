using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using Microsoft.AspNetCore.Routing.Template;

namespace CustomerUpdate.Api.Swagger;

/// <summary>Each contract's example as a request that is being answered, about the demo customer.</summary>
internal sealed class SampleRequests(IPasswordHashes passwords, IPhoneNumberReader phones)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly Tenant Tenant = DemoTenant.Tenant(Now);

    private static readonly Customer Customer = DemoCustomer.Customer(Now);

    private static readonly Dictionary<string, string> HubValues = new()
    {
        ["tenantId"] = DemoTenant.Id.ToString(),
        ["customerId"] = DemoTenant.CustomerId.ToString(),
        ["contract"] = "chatwoot",
        ["keyId"] = DemoTenant.HelpScoutKeyId.ToString(),
    };

    /// <summary>The example of an operation.</summary>
    /// <param name="contract">Its contract's name.</param>
    /// <param name="pattern">Its path.</param>
    /// <param name="example">The example; null where it has none.</param>
    public SampleRequest Of(string contract, string pattern, RequestExample? example)
    {
        var exchange = ExchangeOf(contract, example);
        foreach (var (name, value) in PathValues(pattern, example))
        {
            exchange.Request.RouteValues[name] = value;
        }

        return new SampleRequest(exchange, example?.Body ?? "", Customer, Update);
    }

    /// <summary>A request of the hub's.</summary>
    public static SampleRequest OfHub(string contract) => new(ExchangeOf(contract, null), "{}", Customer, _ => Customer);

    /// <summary>What the parameters of a path say about the demo customer, by their names.</summary>
    /// <param name="pattern">The path.</param>
    /// <param name="example">A request with such a path; null for the hub's, which have the same parameters everywhere.</param>
    public static IReadOnlyDictionary<string, string> PathValues(string pattern, RequestExample? example)
    {
        if (example is null)
        {
            return HubValues;
        }

        var values = new RouteValueDictionary();
        var path = example.Path.Split('?')[0].TrimStart('/').Split('/').Take(pattern.Split('/').Length); // the example may be about a part of it
        _ = new TemplateMatcher(TemplateParser.Parse(pattern), []).TryMatch($"/{string.Join('/', path)}", values);
        return values.ToDictionary(value => value.Key, value => $"{value.Value}");
    }

    private static Exchange ExchangeOf(string contract, RequestExample? example)
    {
        var http = new DefaultHttpContext { TraceIdentifier = "0198f000-0000-7000-8000-0000000000e1" };
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("127.0.0.1", 5080);
        foreach (var (name, value) in example?.Headers ?? [])
        {
            http.Request.Headers[name] = value;
        }

        if (example?.Path.Split('?') is [var path, var query])
        {
            (http.Request.Path, http.Request.QueryString) = (path, new QueryString($"?{query}"));
        }

        return new Exchange(http) { Caller = new Caller(Tenant, null, contract, KeyRole.Admin) };
    }

    private Customer Update(ICustomerChange change)
    {
        var nextId = 2001L;
        var context = new ApplyContext { Tenant = Tenant, Stored = Customer, Now = Now, Phones = phones, Passwords = passwords, NextEntryId = () => nextId++ };
        return change.Apply(Customer.Profile, context).Match(
            profile => Customer with { Version = 2, UpdatedAt = Now.AddMinutes(1), Profile = profile },
            failure => throw new InvalidOperationException($"An example does not fit the demo customer: {failure.Kind}."));
    }
}
