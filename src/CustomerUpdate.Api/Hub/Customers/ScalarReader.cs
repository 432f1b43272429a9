using System.Text.Json;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>Reads the members that hold one value, and the address.</summary>
internal static class ScalarReader
{
    /// <summary>The change that they ask for.</summary>
    public static CustomerChange Read(ObjectReader root) => new()
    {
        Name = root.Text("name"),
        FirstName = root.Text("firstName"),
        LastName = root.Text("lastName"),
        Username = root.Text("username"),
        Identifier = root.Text("identifier"),
        Address = ReadAddress(root.NullableObject("address")),
        JobTitle = root.Text("jobTitle"),
        Organization = root.Text("organization"),
        Location = root.Text("location"),
        Background = root.Text("background"),
        Age = root.Text("age"),
        Gender = root.Text("gender"),
        PhotoUrl = root.Text("photoUrl"),
        PhotoType = root.Text("photoType"),
        Tags = root.Texts("tags"),
        Blocked = root.Flag("blocked"),
        AssigneeId = root.Text("assigneeId"),
        LastSeenAt = root.Instant("lastSeenAt"),
    };

    private static AddressChange ReadAddress(Optional<ObjectReader?> sent)
    {
        if (!sent.IsPresent)
        {
            return AddressChange.None;
        }

        if (sent.Value is not { } address)
        {
            return new AddressChange { Whole = Optional<Address?>.Of(null) };
        }

        var change = new AddressChange
        {
            Lines = ReadLines(address),
            City = address.Text("city"),
            State = address.Text("state"),
            PostalCode = address.Text("postalCode"),
            Country = address.Text("country"),
        };
        address.RefuseOthers();
        return change;
    }

    // No lines, and lines that were taken away, are the same.
    private static Optional<ValueList<string>> ReadLines(ObjectReader address) =>
        address.Any("lines") is { IsPresent: true, Value.ValueKind: JsonValueKind.Null } ? ValueList<string>.Empty : address.Texts("lines");
}
