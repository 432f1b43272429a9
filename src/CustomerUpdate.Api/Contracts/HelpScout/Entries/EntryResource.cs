using System.Globalization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>One of the five collections as a resource: all that its routes differ in.</summary>
/// <param name="Name">Its name in paths and answers.</param>
/// <param name="Word">What one of its entries is called, with its article.</param>
/// <param name="Words">What several of them are called.</param>
/// <param name="Shape">What its entries look like.</param>
/// <param name="Field">The canonical field behind it.</param>
/// <param name="DemoId">The demo customer's entry.</param>
/// <param name="Example">An entry as it is sent.</param>
internal sealed record EntryResource(string Name, string Word, string Words, EntryShape Shape, string Field, long DemoId, string Example)
{
    /// <summary>The path of the collection.</summary>
    public string Route { get; } = $"{HelpScoutContract.CustomerRoute}/{Name}";

    /// <summary>The path of one entry.</summary>
    public string EntryRoute { get; } = $"{HelpScoutContract.CustomerRoute}/{Name}/{{entryId}}";

    /// <summary>What its routes may write.</summary>
    public IReadOnlySet<string> Writable { get; } = new HashSet<string> { Field };

    /// <summary>A request to the collection, or to the demo customer's entry in it.</summary>
    public RequestExample ExampleOf(string method, ExampleSubject subject, bool isEntry, bool hasBody) => new(
        method,
        $"/v2/customers/{subject.Reference}/{Name}{(isEntry ? string.Create(CultureInfo.InvariantCulture, $"/{DemoId}") : "")}",
        [new("Authorization", $"Bearer {subject.Key}")],
        hasBody ? "application/json" : null,
        hasBody ? Example : "");

    /// <summary>A customer's entries as the vendor lists them.</summary>
    public IEnumerable<Entry> Of(Profile profile) => profile.List(Shape.Kind).PrimaryFirst;
}

/// <summary>Names a collection, so that each has routes of its own.</summary>
internal interface IEntryResource
{
    /// <summary>The collection.</summary>
    static abstract EntryResource Resource { get; }
}
