namespace CustomerUpdate.Benchmarks.Load.Customers;

/// <summary>What a change writes beside the customer's own row and its line of history.</summary>
internal enum ChangeKind
{
    /// <summary>Nothing.</summary>
    Document,

    /// <summary>The row by which the customer is searched: the name is in it.</summary>
    Name,

    /// <summary>The term by which the value of an attribute is found.</summary>
    Attribute,
}

/// <summary>One of the update routes under load.</summary>
/// <param name="Name">The contract, which is also the name of its Lua script.</param>
/// <param name="Field">What each request changes.</param>
/// <param name="Kind">What that writes.</param>
/// <param name="ShownAt">Where the customer is shown.</param>
internal sealed record Contract(string Name, string Field, ChangeKind Kind, Func<Workplace, long, string> ShownAt)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Contract> All { get; } =
    [
        new("trillet", "`name`", ChangeKind.Name, (_, customer) => $"v1/api/conversations/conversation{customer}"),
        new("quentli", "`metadata` entry", ChangeKind.Attribute, (_, customer) => $"v1/customers/cmbench0000customer{customer}"),
        new("helpscout", "`jobTitle`", ChangeKind.Document, (_, customer) => $"v2/customers/{customer}"),
        new("chatwoot", "`custom_attributes` member", ChangeKind.Attribute, (work, customer) => $"api/v1/accounts/{work.AccountId}/contacts/{customer}"),
        new("insighto", "`user_attributes` member", ChangeKind.Document, (work, customer) => $"api/v1/contact/00000000-0000-4000-8000-{customer:D12}?api_key={work.Keys["insighto"].Secret}"),
    ];

    /// <summary>One of them.</summary>
    public static Contract Of(string name) => All.First(contract => contract.Name == name);
}
