using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// What documents say of a route. Nothing of it is written down twice: the contract is asked for its answers, so that a document cannot
/// promise what the code does not do (docs/adr/0013-documents-ask-the-contract.md).
/// </summary>
/// <param name="Summary">What it does, in a few words.</param>
/// <param name="Body">What it reads; null where it reads nothing.</param>
/// <param name="Headers">The headers that it takes beside its contract's own.</param>
/// <param name="Answers">All that it can answer to a request like this one.</param>
internal sealed record RouteDescription(
    string Summary, BodyDescription? Body, ValueList<HeaderParameter> Headers, Func<SampleRequest, IEnumerable<NamedAnswer>> Answers)
{
    /// <summary>A request that works on the demo customer as it stands; null where a route has none of its own.</summary>
    public Func<ExampleSubject, RequestExample>? Example { get; init; }

    /// <summary>Whether the contract's credential is not asked for.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The same of another spelling of the route's path: its example goes there.</summary>
    /// <param name="spell">Makes the other path of the example's, both without a query.</param>
    public RouteDescription At(Func<string, string> spell) =>
        this with { Example = Example is { } example ? subject => Spelled(example(subject), spell) : null };

    private static RequestExample Spelled(RequestExample example, Func<string, string> spell)
    {
        var query = example.Path.IndexOf('?', StringComparison.Ordinal);
        var end = query < 0 ? example.Path.Length : query;
        return example with { Path = spell(example.Path[..end]) + example.Path[end..] };
    }
}

/// <summary>What documents say of a body.</summary>
/// <param name="Type">Its JSON.</param>
/// <param name="IsValid">Whether the contract takes a body; null where only the types say that.</param>
internal sealed record BodyDescription(JsonTypeInfo Type, Func<JsonNode?, bool>? IsValid = null)
{
    /// <summary>Whether it is part of an object, of which all may be left out and all but lists and objects may be null.</summary>
    public bool IsPart { get; init; }

    /// <summary>Its media type.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Further media types under which the same members are read.</summary>
    public ValueList<string> OtherMediaTypes { get; init; } = [];

    /// <summary>Bodies with other members, each under a media type of its own.</summary>
    public ValueList<BodyDescription> Others { get; init; } = [];
}

/// <summary>An answer and when it comes.</summary>
/// <param name="Name">When: one word.</param>
/// <param name="Answer">The answer.</param>
internal sealed record NamedAnswer(string Name, Answer Answer);

/// <summary>A request as documents show it: by a caller who may do all, about a customer who is there.</summary>
/// <param name="Exchange">The request.</param>
/// <param name="Body">Its body.</param>
/// <param name="Customer">The customer.</param>
/// <param name="Update">The customer after a change.</param>
internal sealed record SampleRequest(Exchange Exchange, string Body, Customer Customer, Func<ICustomerChange, Customer> Update);

/// <summary>A header that a route takes, which may be left out, for documents.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it says, and what it may be.</param>
internal sealed record HeaderParameter(string Name, string Text)
{
    /// <summary>All that it may say; empty where that cannot be listed.</summary>
    public ValueList<string> Values { get; init; } = [];
}
