using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Startup;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using Microsoft.AspNetCore.Routing.Template;

namespace CustomerUpdate.Api.Swagger;

/// <summary>Each contract's example as a request that is being answered, about the demo customer.</summary>
internal sealed class SampleRequests(EndpointDataSource endpoints, IPasswordHashes passwords, IPhoneNumberReader phones)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly Tenant Tenant = DemoTenant.Tenant(Now);

    private static readonly Customer Customer = DemoCustomer.Customer(Now);

    private static readonly Dictionary<string, string> HubValues = new()
    {
        ["tenantId"] = DemoTenant.Id.ToString(),
        ["customerId"] = DemoTenant.CustomerId.ToString(),
        ["contract"] = "chatwoot",
    };

    /// <summary>The request of a contract that has an example.</summary>
    public SampleRequest Of(ContractEntry contract)
    {
        var example = contract.Example(DemoSubjects.Of(contract.Description.Name));
        var exchange = ExchangeOf(contract.Description.Name, example);
        foreach (var (name, value) in PathValues(contract.Description.Name))
        {
            exchange.Request.RouteValues[name] = value;
        }

        return new SampleRequest(exchange, example.Body, Customer, Update);
    }

    /// <summary>A request of the hub's.</summary>
    public static SampleRequest OfHub(string contract) => new(ExchangeOf(contract, null), "{}", Customer, _ => Customer);

    /// <summary>What the parameters of a contract's paths say about the demo customer, by their names.</summary>
    public IReadOnlyDictionary<string, string> PathValues(string contract)
    {
        if (ContractCatalog.All.FirstOrDefault(entry => entry.Description.Name == contract) is not { } known)
        {
            return HubValues;
        }

        var path = known.Example(DemoSubjects.Of(contract)).Path.Split('?')[0];
        var values = new RouteValueDictionary();
        _ = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<UpdateRoute>() is not null)
            .Any(endpoint => new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, values));
        return values.ToDictionary(value => value.Key, value => $"{value.Value}");
    }

    private static Exchange ExchangeOf(string contract, UpdateExample? example)
    {
        var http = new DefaultHttpContext { TraceIdentifier = "0198f000-0000-7000-8000-0000000000e1" };
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("127.0.0.1", 5080);
        foreach (var (name, value) in example?.Headers ?? [])
        {
            http.Request.Headers[name] = value;
        }

        return new Exchange(http) { Caller = new Caller(Tenant, null, contract, KeyRole.Admin) };
    }

    private Customer Update(CustomerChange change)
    {
        var nextId = 2001L;
        var context = new ApplyContext { Tenant = Tenant, Stored = Customer, Now = Now, Phones = phones, Passwords = passwords, NextEntryId = () => nextId++ };
        return Customer.Profile.Apply(change, context).Match(
            profile => Customer with { Version = 2, UpdatedAt = Now.AddMinutes(1), Profile = profile },
            failure => throw new InvalidOperationException($"An example does not fit the demo customer: {failure.Kind}."));
    }
}
