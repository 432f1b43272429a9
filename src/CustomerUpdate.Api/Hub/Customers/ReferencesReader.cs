using System.Globalization;
using System.Text.Json;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Reads <c>references</c>: what each contract calls the customer. Where a customer has several under a contract that shows one (it has
/// been merged), the one that is shown is written and the others stay; one that is its own already changes nothing.
/// </summary>
internal static class ReferencesReader
{
    /// <summary>The references after what was sent; those of contracts that were not sent stay.</summary>
    /// <param name="references">The object; null where none was sent.</param>
    /// <param name="stored">What there was.</param>
    public static ValueList<Reference> Read(ObjectReader? references, ValueList<Reference> stored)
    {
        if (references is null)
        {
            return stored;
        }

        var written = stored;
        foreach (var contract in ContractCatalog.All)
        {
            var name = contract.Description.Name;
            string[] own = [.. ValuesOf(written, name)];
            var sent = contract.Description.ReferenceForm == ReferenceForm.List
                ? ReadList(references, contract)
                : ReadOne(references, contract, own);
            if (sent is not null)
            {
                written = Put(written, name, sent);
            }
        }

        references.RefuseOthers();
        return written;
    }

    /// <summary>The references written, with those that a contract lists and the stored ones had: nobody takes one away by not knowing it.</summary>
    public static ValueList<Reference> KeepListed(ValueList<Reference> written, ValueList<Reference> stored) => ContractCatalog.All
        .Where(contract => contract.Description.ReferenceForm == ReferenceForm.List)
        .Select(contract => contract.Description.Name)
        .Aggregate(written, (references, name) => Put(references, name, ValuesOf(stored, name).Union(ValuesOf(references, name))));

    // In place, and not at all where nothing changes, so that an order which nobody changed does not change.
    private static ValueList<Reference> Put(ValueList<Reference> references, string contract, IEnumerable<string> values)
    {
        return values.SequenceEqual(ValuesOf(references, contract))
            ? references
            : [.. references.TakeWhile(Other), .. values.Select(value => new Reference(contract, value)), .. references.SkipWhile(Other).Where(Other)];

        bool Other(Reference reference) => reference.Contract != contract;
    }

    private static IEnumerable<string> ValuesOf(ValueList<Reference> references, string contract) =>
        references.Where(reference => reference.Contract == contract).Select(reference => reference.Value);

    private static IEnumerable<string>? ReadList(ObjectReader references, ContractEntry contract)
    {
        var name = contract.Description.Name;
        var ids = references.Texts(name);
        foreach (var (id, index) in ids.Or([]).Select((id, index) => (id, index)))
        {
            if (RuleBrokenBy(id, contract) is { } broken)
            {
                references.RefuseItem(name, index, broken.Code, broken.Message);
            }
        }

        return ids.IsPresent ? ids.Value.Distinct() : null;
    }

    private static string[]? ReadOne(ObjectReader references, ContractEntry contract, string[] own)
    {
        var name = contract.Description.Name;
        if (references.Any(name) is { IsPresent: true, Value.ValueKind: JsonValueKind.Null })
        {
            if (own.Length > 0)
            {
                references.RefuseMember(name, "required", "cannot be taken away: the contract could not show the customer");
            }

            return null;
        }

        var id = contract.Description.ReferenceForm == ReferenceForm.Number
            ? references.Number(name).Select(number => number.ToString(CultureInfo.InvariantCulture))
            : references.Text(name).Select(text => text!);
        if (!id.IsPresent)
        {
            return null;
        }

        if (RuleBrokenBy(id.Value, contract) is { } broken)
        {
            references.RefuseMember(name, broken.Code, broken.Message);
            return null;
        }

        var read = contract.References.Read(id.Value)!;
        return own.Contains(read) ? own : [read, .. own.Skip(1)];
    }

    private static (string Code, string Message)? RuleBrokenBy(string id, ContractEntry contract) => contract.References.Read(id) switch
    {
        null => ("invalid_reference", $"is no id that {contract.Description.Title} could point at the customer with"),
        { Length: > CustomerKey.MaximumLength } => ("too_long", $"is too long (maximum is {CustomerKey.MaximumLength} characters)"),
        _ => null,
    };
}
