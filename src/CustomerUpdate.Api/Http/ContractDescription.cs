using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Http;

/// <summary>What a contract is called, and which paths are its own.</summary>
/// <param name="Name">Its name in keys, references, history and logs: lower case, no spaces.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Summary">What it is and how a caller is let in, in two sentences.</param>
/// <param name="Document">The vendor's published page.</param>
/// <param name="Prefixes">The paths under which every answer, an unknown route's too, is the vendor's.</param>
/// <param name="ReferenceForm">What its ids for customers look like.</param>
internal sealed record ContractDescription(
    string Name, string Title, string Summary, string Document, ValueList<string> Prefixes, ReferenceForm ReferenceForm)
{
    /// <summary>What its keys look like.</summary>
    public required KeyForm KeyForm { get; init; }

    /// <summary>Whether it has a token endpoint, so that a key comes with a client's credential too.</summary>
    public bool HasTokenEndpoint { get; init; }

    /// <summary>Whether HEAD is answered as GET; where not, it is a method that the paths do not have.</summary>
    public bool AnswersHead { get; init; } = true;

    /// <summary>How it counts requests.</summary>
    public RateRules Rates { get; init; } = RateRules.Plain;
}

/// <summary>What a contract's ids for customers look like in the canonical customer.</summary>
internal enum ReferenceForm
{
    /// <summary>One text.</summary>
    Text,

    /// <summary>One integer.</summary>
    Number,

    /// <summary>Any number of texts.</summary>
    List,
}

/// <summary>A request that works as it stands: what Swagger prefills, what the host prints at start, and what the tests send.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">All headers but the content type.</param>
/// <param name="ContentType">The body's type; null where it has none.</param>
/// <param name="Body">The body; empty where it has none.</param>
internal sealed record RequestExample(
    string Method, string Path, ValueList<KeyValuePair<string, string>> Headers, string? ContentType = null, string Body = "");

/// <summary>Whom an example is about.</summary>
/// <param name="Key">The caller's key.</param>
/// <param name="Reference">What the contract calls the customer.</param>
/// <param name="WorkspaceId">The tenant, where the contract calls it a workspace.</param>
/// <param name="AccountId">The tenant, where the contract calls it an account.</param>
/// <param name="OrganizationId">The tenant, where the contract calls it an organisation.</param>
internal sealed record ExampleSubject(string Key, string Reference, string WorkspaceId, long AccountId, Guid OrganizationId)
{
    /// <summary>What the caller shows at the contract's token endpoint; null where it has none.</summary>
    public ClientCredential? Client { get; init; }
}
