using CustomerUpdate.Core.Customers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerUpdate.Core.Tests.Properties;

public class EntryListProperties
{
    private static readonly EntryKind[] Kinds = Enum.GetValues<EntryKind>();

    private static Gen<(EntryRole Role, string? Text)> Writes =>
        from role in Gen.Elements(EntryRole.Primary, EntryRole.Secondary)
        from text in Gen.Elements<string?>(null, "a", "A", "b", "c")
        select (role, text);

    private static Gen<EntryList> Lists => Writes.ListOf(6).Select(writes =>
    {
        var ids = 0L;
        return writes.Aggregate(EntryList.Empty, (list, write) => Write(list, write.Role, write.Text, () => ++ids));
    });

    [Fact]
    public void No_two_entries_have_one_id() =>
        Arbitrary.Profile.Holds(profile =>
        {
            var ids = Kinds.SelectMany(kind => profile.List(kind).Entries).Select(entry => entry.Id).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
        });

    [Fact]
    public void A_role_points_at_an_entry_that_is_there_or_at_none() =>
        Arbitrary.Profile.Holds(profile => Assert.All(Kinds.Select(profile.List), list =>
        {
            Assert.Equal(list.PrimaryId, list.Primary?.Id);
            Assert.Equal(list.SecondaryId, list.Secondary?.Id);
        }));

    [Fact]
    public void The_value_of_a_role_is_what_was_written_for_it() =>
        Lists.And(Writes).Holds(pair =>
        {
            var written = Write(pair.First, pair.Second.Role, pair.Second.Text, () => 99);
            var entry = pair.Second.Role == EntryRole.Primary ? written.Primary : written.Secondary;

            Assert.Equal(pair.Second.Text, entry?.Value);
            Assert.Equal(pair.Second.Text?.ToLowerInvariant(), entry?.Key);
        });

    [Fact]
    public void Writing_one_role_does_not_take_the_other_ones_number() =>
        Lists.And(Writes).Holds(pair =>
        {
            var written = Write(pair.First, pair.Second.Role, pair.Second.Text, () => 99);
            var (before, after) = pair.Second.Role == EntryRole.Primary
                ? (pair.First.Secondary, written.Secondary)
                : (pair.First.Primary, written.Primary);

            Assert.Equal(before?.Key, after?.Key);
        });

    private static EntryList Write(EntryList list, EntryRole role, string? text, Func<long> nextId) =>
        list.Write(role, text, value => value.ToLowerInvariant(), nextId);
}
