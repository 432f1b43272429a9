using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>What the routes of a customer's address have in common.</summary>
internal static class AddressRoute
{
    /// <summary>The last part of the path.</summary>
    public const string Name = "address";

    /// <summary>The path.</summary>
    public const string Pattern = $"{HelpScoutContract.CustomerRoute}/{Name}";

    /// <summary>What the routes may write.</summary>
    public static IReadOnlySet<string> Writable { get; } = new HashSet<string> { "address" };

    /// <summary>The published limits.</summary>
    public static IValidator<HelpScoutAddressRequest> Validator { get; } = new HelpScoutValidator<HelpScoutAddressRequest>(request => request.Check());

    /// <summary>The customer has no address.</summary>
    public static Failure None { get; } = Failure.Of(FailureKind.EntryNotFound) with { Problems = [HelpScoutProblem.NoSuchEntry(Name, Name)] };

    /// <summary>The change that writes a whole address.</summary>
    public static CustomerChange Write(Address? address) => new() { Address = new AddressChange { Whole = address } };

    /// <summary>A request to the address of the demo customer.</summary>
    public static RequestExample Example(string method, ExampleSubject subject, bool hasBody) => new(
        method,
        $"/v2/customers/{subject.Reference}/{Name}",
        [new("Authorization", $"Bearer {subject.Key}")],
        hasBody ? "application/json" : null,
        hasBody
            ? """{ "city": "Dallas", "state": "TX", "postalCode": "74206", "country": "US", "lines": [ "123 West Main St", "Suite 123" ] }"""
            : "");

    /// <summary>Maps the routes.</summary>
    public static void Map(ContractRoutes<HelpScoutContract> routes)
    {
        routes.Show<HelpScoutShowAddress>(Pattern);
        routes.Update<HelpScoutCreateAddress, HelpScoutAddressRequest>(HttpMethods.Post, Pattern);
        routes.Update<HelpScoutUpdateAddress, HelpScoutAddressRequest>(HttpMethods.Put, Pattern);
        routes.Update<HelpScoutDeleteAddress, NoRequest>(HttpMethods.Delete, Pattern);
    }
}
