using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Storage.Searching;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>What there is to write of a batch beside the states of its customers, whatever the engine.</summary>
/// <param name="History">Lines of history.</param>
/// <param name="Searched">The customers by whose columns one searches now by something else.</param>
/// <param name="Replaced">Terms whose place others took.</param>
/// <param name="Gone">Terms that are no longer.</param>
/// <param name="Come">Terms that are new.</param>
internal sealed record BatchRows(
    IReadOnlyList<CustomerChangeRow> History,
    IReadOnlyList<BatchedCustomer> Searched,
    IReadOnlyList<(CustomerTermRow Old, CustomerTermRow New)> Replaced,
    IReadOnlyList<CustomerTermRow> Gone,
    IReadOnlyList<CustomerTermRow> Come)
{
    /// <summary>The rows of customers.</summary>
    public static BatchRows Of(IReadOnlyList<BatchedCustomer> customers)
    {
        var terms = customers.Select(customer => TermChanges.Between(customer.Read, customer.Now)).ToList();
        return new BatchRows(
            [.. customers.SelectMany(customer => customer.Updates, (_, update) => CustomerChangeRow.Of(update))],
            [.. customers.Where(customer => SearchRows.HasOtherRow(customer.Read.Profile, customer.Now.Profile))],
            [.. terms.SelectMany(change => change.Replaced)],
            [.. terms.SelectMany(change => change.Gone)],
            [.. terms.SelectMany(change => change.Come)]);
    }
}
