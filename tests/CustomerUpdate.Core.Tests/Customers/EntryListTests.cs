using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tests.Customers;

public class EntryListTests
{
    private static readonly Entry First = new(1, "home", "A", "a");
    private static readonly Entry Second = new(2, "mobile", "B", "b");
    private static readonly Entry Third = new(3, null, "C", "c");
    private static readonly EntryList Three = new() { Entries = [First, Second, Third], PrimaryId = 1, SecondaryId = 2 };

    [Theory]
    [InlineData(EntryRole.Primary)]
    [InlineData(EntryRole.Secondary)]
    public void An_entry_with_the_same_key_takes_the_role_and_the_new_text(EntryRole role)
    {
        var written = Write(Three, role, "c");

        Assert.Equal([First, Second, Third with { Value = "c" }], written.Entries);
        Assert.Equal(3, role == EntryRole.Primary ? written.PrimaryId : written.SecondaryId);
        Assert.Equal(role == EntryRole.Primary ? 2 : 1, role == EntryRole.Primary ? written.SecondaryId : written.PrimaryId);
    }

    [Fact]
    public void The_roles_own_entry_comes_before_another_with_the_same_key()
    {
        var twice = Three with { Entries = [First, Third with { Id = 4 }, Third], PrimaryId = 3, SecondaryId = null };

        Assert.Equal(3, Write(twice, EntryRole.Primary, "c").PrimaryId);
    }

    [Theory]
    [InlineData(EntryRole.Primary, 0)]
    [InlineData(EntryRole.Secondary, 1)]
    public void A_new_value_replaces_the_roles_own_entry_in_place(EntryRole role, int place)
    {
        var written = Write(Three, role, "New");

        Assert.Equal(Three.Entries[place] with { Value = "New", Key = "new" }, written.Entries[place]);
        Assert.Equal(3, written.Entries.Count);
        Assert.Equal((1L, 2L), (written.PrimaryId, written.SecondaryId));
    }

    [Theory]
    [InlineData(EntryRole.Primary, "A")]
    [InlineData(EntryRole.Secondary, "B")]
    public void The_text_that_is_there_keeps_its_key_whatever_the_text_would_be_now(EntryRole role, string text) =>
        Assert.Equal(Three, Three.Write(role, text, _ => "c", () => 9));

    [Fact]
    public void Another_entry_with_the_text_takes_the_role_as_it_is()
    {
        var written = Three.Write(EntryRole.Primary, "C", _ => "b", () => 9);

        Assert.Equal(Three.Entries, written.Entries);
        Assert.Equal(3, written.PrimaryId);
    }

    [Fact]
    public void Where_the_role_is_empty_an_entry_of_type_work_is_appended()
    {
        var written = Write(Three with { PrimaryId = null }, EntryRole.Primary, "New");

        Assert.Equal(new Entry(9, "work", "New", "new"), written.Entries[^1]);
        Assert.Equal(9, written.PrimaryId);
        Assert.Equal(4, written.Entries.Count);
    }

    [Fact]
    public void Null_removes_the_entry_and_leaves_the_role_empty()
    {
        var written = Write(Three, EntryRole.Primary, null);

        Assert.Equal([Second, Third], written.Entries);
        Assert.Null(written.Primary);
        Assert.Equal(Second, written.Secondary);
    }

    [Fact]
    public void Null_for_an_empty_role_changes_nothing()
    {
        var list = Three with { SecondaryId = null };

        Assert.Equal(list, Write(list, EntryRole.Secondary, null));
    }

    [Theory]
    [InlineData(EntryRole.Primary)]
    [InlineData(EntryRole.Secondary)]
    public void A_shared_entry_is_not_rewritten_for_one_of_its_roles(EntryRole role)
    {
        var shared = Three with { SecondaryId = 1 };
        var written = Write(shared, role, "New");

        Assert.Equal([First, Second, Third, new Entry(9, "work", "New", "new")], written.Entries);
        Assert.Equal(role == EntryRole.Primary ? (9L, 1L) : (1L, 9L), (written.PrimaryId, written.SecondaryId));
    }

    [Theory]
    [InlineData(EntryRole.Primary)]
    [InlineData(EntryRole.Secondary)]
    public void A_shared_entry_is_not_removed_for_one_of_its_roles(EntryRole role)
    {
        var written = Write(Three with { SecondaryId = 1 }, role, null);

        Assert.Equal(Three.Entries, written.Entries);
        Assert.Equal(role == EntryRole.Primary ? (null, 1L) : (1L, null), (written.PrimaryId, written.SecondaryId));
    }

    [Fact]
    public void An_appended_entry_becomes_the_primary_only_where_there_is_none_and_it_may()
    {
        Assert.Equal(1, Three.Append(new Entry(9, null, "D", "d"), mayBePrimary: true).PrimaryId);
        Assert.Equal(9, EntryList.Empty.Append(new Entry(9, null, "D", "d"), mayBePrimary: true).PrimaryId);
        Assert.Null(EntryList.Empty.Append(new Entry(9, null, "D", "d"), mayBePrimary: false).PrimaryId);
    }

    [Fact]
    public void Removing_the_primary_promotes_the_first_entry_that_is_free()
    {
        Assert.Equal(Third, Three.Remove(1, entry => entry.Id != 2).Primary);
        Assert.Equal(Second, Three.Remove(1, _ => true).Primary);
        Assert.Null(Three.Remove(1, _ => false).PrimaryId);
    }

    [Fact]
    public void Removing_another_entry_leaves_the_primary()
    {
        var left = Three.Remove(2, _ => true);

        Assert.Equal(First, left.Primary);
        Assert.Null(left.SecondaryId);
    }

    [Fact]
    public void The_primary_is_listed_first()
    {
        Assert.Equal([Third, First, Second], (Three with { PrimaryId = 3 }).PrimaryFirst);
        Assert.Equal([First, Second, Third], (Three with { PrimaryId = null }).PrimaryFirst);
    }

    private static EntryList Write(EntryList list, EntryRole role, string? text) =>
        list.Write(role, text, value => value.ToLowerInvariant(), () => 9);
}
