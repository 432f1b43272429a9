using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tests.Properties;
using static CustomerUpdate.Core.Tests.Acme;

namespace CustomerUpdate.Core.Tests.Customers;

public sealed class ProfileMergeTests
{
    private static readonly Profile Full = new()
    {
        Name = new PersonName("Ada Lovelace", "Ada", "Lovelace"),
        Username = "ada",
        Identifier = "crm-1",
        Address = new Address { City = "London" },
        JobTitle = "Analyst",
        Organization = "Engine",
        Location = "UK",
        Background = "Notes",
        Age = "36",
        Gender = "female",
        PhotoUrl = "https://example.com/ada.png",
        PhotoType = "gravatar",
        AssigneeId = "7",
        LastSeenAt = Noon,
        Consent = new Consent { AcceptedServiceAgreement = true, TosIp = "::1", Signature = "Ada", SignatureAcceptedAt = Noon, OptedOutWhatsappAt = Noon },
        PasswordHash = "hash",
    };

    [Fact]
    public void What_the_survivor_lacks_it_takes() => Assert.Equal(Full, Merge(new Profile(), Full));

    [Fact]
    public void What_the_survivor_has_it_keeps()
    {
        var other = Full with
        {
            Name = new PersonName("Grace Hopper", "Grace", "Hopper"),
            Username = "grace",
            Identifier = "crm-2",
            Address = new Address { City = "New York", State = "NY" },
            JobTitle = "Admiral",
            PhotoUrl = "https://example.com/grace.png",
            PhotoType = "twitter",
            LastSeenAt = Noon.AddDays(1),
            Blocked = true,
            ArchivedAt = Noon,
            ArchivedById = "9",
            Consent = new Consent { Signature = "Grace", SignatureAcceptedAt = Noon.AddDays(1) },
            PasswordHash = "other hash",
        };

        Assert.Equal(Full, Merge(Full, other));
    }

    [Fact]
    public void No_name_and_no_address_is_made_of_two_halves()
    {
        var into = new Profile { Name = new PersonName("Ada", "Ada", null), Address = new Address { City = "London" } };

        var merged = Merge(into, Full with { Address = new Address { City = "Paris", PostalCode = "75001" } });

        Assert.Equal((into.Name, into.Address), (merged.Name, merged.Address));
    }

    [Fact]
    public void Lists_are_united_by_what_entries_mean_and_roles_are_kept()
    {
        var into = new Profile { Emails = List(1, Email(1, "a@example.com")) };
        var from = new Profile { Emails = List(3, Email(2, "A@example.com"), Email(3, "b@example.com")) };

        Assert.Equal(List(1, Email(1, "a@example.com"), Email(3, "b@example.com")), Merge(into, from).Emails);
        Assert.Equal(List(3, Email(3, "b@example.com"), Email(2, "A@example.com")), Merge(new Profile { Emails = List(3, Email(3, "b@example.com")) }, from).Emails);
    }

    [Fact]
    public void A_role_that_is_free_goes_to_the_entry_that_had_it_even_where_that_is_already_there()
    {
        var into = new Profile { Phones = new EntryList { Entries = [Phone(1, "+16502530000"), Phone(2, "+16502530001")], PrimaryId = 2 } };
        var from = new Profile { Phones = new EntryList { Entries = [Phone(7, "+1 650 253 0000")], PrimaryId = 7, SecondaryId = 7 } };

        Assert.Equal(into.Phones with { SecondaryId = 1 }, Merge(into, from).Phones);
        Assert.Equal(into.Phones with { PrimaryId = 1, SecondaryId = 1 }, Merge(into with { Phones = into.Phones with { PrimaryId = null } }, from).Phones);
    }

    [Fact]
    public void Entries_without_a_key_mean_the_same_where_type_and_text_are_the_same()
    {
        var into = new Profile { Chats = List(null, new Entry(1, "aim", "ada")) };
        var from = new Profile { Chats = List(null, new Entry(2, "aim", "ada"), new Entry(3, "skype", "ada")) };

        Assert.Equal([1L, 3L], Merge(into, from).Chats.Entries.Select(entry => entry.Id));
    }

    [Fact]
    public void Ids_that_clash_are_given_anew_across_all_lists()
    {
        var into = new Profile { Emails = List(1, Email(1, "a@example.com")), Websites = List(null, new Entry(2, null, "https://a.example")) };
        var from = new Profile { Emails = List(2, Email(2, "b@example.com")), Chats = List(null, new Entry(101, "aim", "b"), new Entry(1, "icq", "b")) };

        var merged = Merge(into, from);

        Assert.Equal([1L, 102L], merged.Emails.Entries.Select(entry => entry.Id)); // 101 is brought along by another entry
        Assert.Equal([101L, 103L], merged.Chats.Entries.Select(entry => entry.Id));
        Assert.Equal(1, merged.Emails.PrimaryId);
    }

    [Fact]
    public void Tags_bags_and_references_are_united_and_the_survivors_come_first()
    {
        var into = new Profile
        {
            Tags = ["VIP"],
            CustomAttributes = Bag(("plan", "\"gold\""), ("seats", "null")),
            Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("one", Bag(("a", "1"))),
            References = [new("quentli", "own")],
        };
        var from = new Profile
        {
            Tags = ["new", "VIP"],
            CustomAttributes = Bag(("plan", "\"silver\""), ("seats", "3"), ("since", "2020")),
            Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("one", Bag(("a", "2"), ("b", "2"))).Set("two", Bag(("c", "3"))),
            References = [new("quentli", "other"), new("helpscout", "7")],
        };

        var merged = Merge(into, from);

        Assert.Equal(["VIP", "new"], merged.Tags);
        Assert.Equal(Bag(("plan", "\"gold\""), ("seats", "null"), ("since", "2020")), merged.CustomAttributes);
        Assert.Equal(Bag(("a", "1"), ("b", "2")), merged.Vendor["one"]);
        Assert.Equal(Bag(("c", "3")), merged.Vendor["two"]);
        Assert.Equal([new("quentli", "own"), new("quentli", "other"), new("helpscout", "7")], merged.References);
        Assert.Equal("own", merged.ReferenceOf("quentli"));
    }

    [Fact]
    public void The_details_of_a_number_and_whether_it_is_verified_go_with_the_number()
    {
        var details = Bag(("dial_code", "\"+1\""), ("whatsapp", "\"x\""));
        var from = new Profile
        {
            Phones = List(7, Phone(7, "+16502530000")),
            OtherChannels = details,
            Verification = new Verification { PhoneNumberVerified = true, EmailVerified = true },
        };

        var taken = Merge(new Profile { OtherChannels = Bag(("dial_code", "\"+52\"")) }, from);
        var kept = Merge(new Profile { Phones = List(1, Phone(1, "+16502530001")) }, from);

        Assert.Equal((details, true), (taken.OtherChannels, taken.Verification.PhoneNumberVerified));
        Assert.Equal((Bag(("whatsapp", "\"x\"")), false), (kept.OtherChannels, kept.Verification.PhoneNumberVerified));
        Assert.False(taken.Verification.EmailVerified);
    }

    [Fact]
    public void Attributes_are_united_however_deep_and_a_vendors_lists_put_behind_each_other()
    {
        var into = new Profile
        {
            CustomAttributes = Bag(("limits", """{"seats":5,"left":null,"deep":{"a":1}}"""), ("plan", "\"gold\"")),
            Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("one", Bag(("rows", """[{"id":1},{"id":2}]"""), ("flag", "true"))),
        };
        var from = new Profile
        {
            CustomAttributes = Bag(("limits", """{"seats":1,"left":2,"right":3,"deep":{"a":2,"b":[3]}}"""), ("plan", """{"name":"free"}""")),
            Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("one", Bag(("rows", """[{"id":2},{"id":3}]"""), ("flag", "false"))),
        };

        var merged = Merge(into, from);

        Assert.Equal(Bag(("limits", """{"deep":{"a":1,"b":[3]},"left":null,"right":3,"seats":5}"""), ("plan", "\"gold\"")), merged.CustomAttributes);
        Assert.Equal(Bag(("rows", """[{"id":1},{"id":2},{"id":3}]"""), ("flag", "true")), merged.Vendor["one"]);
    }

    [Fact]
    public void A_blank_name_is_filled_and_gives_way_to_no_other_blank_one()
    {
        var blank = new Profile { Name = new PersonName("", null, null) };

        Assert.Equal("Ada", Merge(blank, new Profile { Name = new PersonName("Ada", "Ada", null) }).Name.Full);
        Assert.Equal("", Merge(blank, new Profile()).Name.Full);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_blank_text_is_filled_and_fills_nothing(string blank)
    {
        var empty = new Profile
        {
            Username = blank,
            Identifier = blank,
            Address = new Address { Lines = [blank], City = blank },
            JobTitle = blank,
            Organization = blank,
            Location = blank,
            Background = blank,
            Age = blank,
            Gender = blank,
            PhotoUrl = blank,
            PhotoType = blank,
            AssigneeId = blank,
            LastSeenAt = Full.LastSeenAt,
            Consent = new Consent { TosIp = blank, Signature = blank, SignatureAcceptedAt = Noon.AddDays(1) },
        };

        Assert.Equal(Full, Merge(empty, Full));
        Assert.Equal(Full, Merge(Full, empty));
        Assert.Equal(empty, Merge(empty, new Profile()));
    }

    [Fact]
    public void A_blank_primary_gives_its_role_away_and_stays_an_entry()
    {
        var into = new Profile
        {
            Emails = List(1, Email(1, "")),
            Phones = new EntryList { Entries = [Phone(2, " ")], PrimaryId = 2, SecondaryId = 2 },
            OtherChannels = Bag(("dial_code", "\"+52\"")),
        };
        var from = new Profile
        {
            Emails = List(3, Email(3, "a@example.com")),
            Phones = List(4, Phone(4, "+16502530000")),
            Verification = new Verification { EmailVerified = true, PhoneNumberVerified = true },
        };

        var merged = Merge(into, from);

        Assert.Equal(List(3, Email(1, ""), Email(3, "a@example.com")), merged.Emails);
        Assert.Equal(new EntryList { Entries = [Phone(2, " "), Phone(4, "+16502530000")], PrimaryId = 4, SecondaryId = 2 }, merged.Phones);
        Assert.Equal(from.Verification, merged.Verification);
        Assert.Empty(merged.OtherChannels);
        Assert.Equal(3, Merge(from, into).Emails.PrimaryId);
    }

    [Fact]
    public void Whoever_merges_loses_no_key_of_the_survivor_and_no_address_of_the_other() =>
        Arbitrary.Profile.And(Arbitrary.Profile).Holds(pair =>
        {
            var (into, from) = pair;
            var merged = Merge(into, from);

            Assert.Empty(into.Keys.Except(merged.Keys));
            Assert.Empty(from.Keys.Where(key => key.Kind == CustomerKey.EmailKind).Except(merged.Keys));
            Assert.Empty(merged.Keys.Except(into.Keys).Except(from.Keys));
            Assert.Equal(merged.Entries.Count(), merged.Entries.Select(entry => entry.Id).Distinct().Count());
            Assert.Equal(merged, Merge(merged, from)); // there is nothing left to take
        });

    private static Profile Merge(Profile into, Profile from)
    {
        var next = 101L;
        return ProfileMerge.Merge(into, from, () => next++);
    }

    private static EntryList List(long? primary, params ReadOnlySpan<Entry> entries) => new() { Entries = [.. entries], PrimaryId = primary };

    private static Entry Email(long id, string value) => new(id, "work", value, EmailAddress.KeyOf(value));

    private static Entry Phone(long id, string value) => new(id, "work", value, PhoneNumber.ReadInternational(value));
}
