using System.Reflection;
using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Core.Tests.Acme;

namespace CustomerUpdate.Core.Tests.Customers;

public class CustomerChangeTests
{
    public static TheoryData<string> Members { get; } =
        [.. typeof(CustomerChange).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)];

    /// <summary>The members that are not an <see cref="Optional{T}"/>, with an edit each.</summary>
    private static readonly Dictionary<string, object> Edits = new()
    {
        [nameof(CustomerChange.Entries)] = (ValueList<EntryEdit>)[new EntryEdit.Remove(EntryKind.Chat, 1)],
        [nameof(CustomerChange.Address)] = new AddressChange { City = "Lima" },
        [nameof(CustomerChange.CustomAttributes)] = new BagEdit { Remove = ["plan"] },
        [nameof(CustomerChange.ProfileAttributes)] = new BagEdit { Remove = ["plan"] },
        [nameof(CustomerChange.Vendor)] = ValueMap<BagEdit>.Empty.Set("quentli", new BagEdit { Remove = ["plan"] }),
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void Every_member_writes_a_field(string member)
    {
        var change = With(member);

        // Says which tenant is meant and writes nothing: refused when applied, unless it is the caller's own.
        var expected = member == nameof(CustomerChange.OrganizationId) ? 0 : 1;
        Assert.Equal(expected, change.Fields.Count());
    }

    [Theory]
    [InlineData(EntryKind.Email, "emails")]
    [InlineData(EntryKind.Phone, "phones")]
    [InlineData(EntryKind.Chat, "chats")]
    [InlineData(EntryKind.SocialProfile, "socialProfiles")]
    [InlineData(EntryKind.Website, "websites")]
    public void An_edit_of_an_entry_writes_its_list(EntryKind kind, string field) =>
        Assert.Equal(field, Assert.Single(new CustomerChange { Entries = [new EntryEdit.Remove(kind, 1)] }.Fields).Name);

    [Fact]
    public void No_change_writes_nothing()
    {
        Assert.Empty(CustomerChange.None.Fields);
        Assert.Empty(new CustomerChange { Vendor = ValueMap<BagEdit>.Empty.Set("quentli", BagEdit.None) }.Fields);
        Assert.Equal(0, CustomerChange.None.EntryIdsNeeded);
    }

    [Fact]
    public void Ids_are_asked_for_every_entry_that_may_be_new()
    {
        var change = new CustomerChange
        {
            Email = "a@b",
            Channels = Bag(("telephone", "\"+16502530000\"")),
            SecondaryPhone = "+16502530001",
            Entries = [new EntryEdit.Append(EntryKind.Chat, "other", "juan"), new EntryEdit.Remove(EntryKind.Chat, 1)],
        };

        Assert.Equal(4, change.EntryIdsNeeded);
    }

    [Fact]
    public void What_is_printed_holds_names_and_no_values()
    {
        var change = new CustomerChange { Email = "juan@example.com", Password = "correct horse" };

        Assert.Equal("email password", change.ToString());
    }

    private static CustomerChange With(string member)
    {
        var property = typeof(CustomerChange).GetProperty(member)!;
        var change = new CustomerChange();
        property.SetValue(change, Edits.GetValueOrDefault(member) ?? Present(property.PropertyType));
        return change;
    }

    private static object Present(Type optional)
    {
        Assert.Equal(typeof(Optional<>), optional.GetGenericTypeDefinition());
        return optional.GetMethod(nameof(Optional<>.Of), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [null])!;
    }
}
