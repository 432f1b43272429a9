using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Core.Tests.Acme;

namespace CustomerUpdate.Core.Tests.Properties;

public class ChangeProperties
{
    [Fact]
    public void No_change_gives_an_equal_profile() =>
        Arbitrary.Profile.Holds(stored => Assert.Equal(stored, stored.After(CustomerChange.None)));

    [Fact]
    public void Applying_a_change_twice_equals_applying_it_once() =>
        Arbitrary.Profile.And(Arbitrary.Change()).Holds(pair => AppliesOnce(pair.First, pair.Second with { Entries = [] }));

    [Fact]
    public void Replacing_entries_twice_equals_replacing_them_once() =>
        Arbitrary.ProfileAndReplacements.Holds(pair => AppliesOnce(pair.Stored, new CustomerChange { Entries = pair.Edits }));

    [Fact]
    public void A_primary_that_was_written_is_read_back() =>
        Arbitrary.Profile.And(Arbitrary.Change()).Holds(pair =>
        {
            // The second phone may be the first one in other words, which both then show.
            var change = pair.Second with { Entries = [], SecondaryPhone = default };
            var written = pair.First.After(change, World(Arbitrary.FreshId(pair.First)));

            Assert.Equal(change.Email.Or(pair.First.Email), written.Email);
            Assert.Equal(change.Phone.Or(change.Channels.IsPresent ? Telephone(change.Channels.Value) : pair.First.Phone), written.Phone);
        });

    [Fact]
    public void A_profile_does_not_differ_from_itself() =>
        Arbitrary.Profile.Holds(profile => Assert.Empty(CustomerField.All.SelectMany(field => field.Compare(profile, profile))));

    [Fact]
    public void What_is_named_as_changed_is_what_the_change_writes_or_what_follows_from_it() =>
        Arbitrary.Profile.And(Arbitrary.Change()).Holds(pair =>
        {
            var (stored, change) = (pair.First, pair.Second with { Entries = [], Phone = default, Channels = default, SecondaryPhone = default });
            var written = stored.After(change, World(Arbitrary.FreshId(stored)));
            var named = CustomerField.All.Where(field => field.Compare(stored, written).Any()).Select(field => field.Name);

            string[] follow = ["name", "firstName", "lastName", "emails"];
            Assert.Empty(named.Except(change.Fields.Select(field => field.Name)).Except(follow));
        });

    [Fact]
    public void Keys_name_each_entry_that_must_be_unique() =>
        Arbitrary.Profile.Holds(profile =>
        {
            var world = World();
            var emails = profile.Emails.Entries.Select(entry => EmailAddress.KeyOf(entry.Value)).Where(key => key.Length > 0).Distinct();
            var phone = profile.Phone is { Length: > 0 } text ? [world.PhoneKey(text)] : Array.Empty<string>();

            Assert.Equal(emails, KeysOf(profile, CustomerKey.EmailKind));
            Assert.Equal(phone, KeysOf(profile, CustomerKey.PhoneKind));
            Assert.Equal(profile.Keys.Count(), profile.Keys.Distinct().Count());
        });

    [Fact]
    public void The_channels_telephone_is_the_phone() =>
        Arbitrary.Profile.Holds(profile =>
            Assert.Equal(profile.Phone, Telephone(profile.Channels)));

    private static void AppliesOnce(Profile stored, CustomerChange change)
    {
        var world = World(Arbitrary.FreshId(stored));
        var once = stored.After(change, world);

        Assert.Equal(once, once.After(change, world));
    }

    private static string? Telephone(ValueMap<BagValue> channels) =>
        channels.TryGetValue(Profile.TelephoneChannel, out var telephone) && !telephone.IsNull ? telephone.Text : null;

    private static IEnumerable<string> KeysOf(Profile profile, string kind) =>
        profile.Keys.Where(key => key.Kind == kind).Select(key => key.Value);
}
