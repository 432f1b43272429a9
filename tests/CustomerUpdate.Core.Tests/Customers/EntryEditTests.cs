using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using static CustomerUpdate.Core.Tests.Acme;

namespace CustomerUpdate.Core.Tests.Customers;

/// <summary>Edits of entries by id.</summary>
public class EntryEditTests
{
    private static readonly Profile Juan = new Profile().After(Edits(
        new EntryEdit.Append(EntryKind.Email, "work", "juan@example.com"),
        new EntryEdit.Append(EntryKind.Email, "home", "jp@example.com"),
        new EntryEdit.Append(EntryKind.Phone, "mobile", "+16502530000"),
        new EntryEdit.Append(EntryKind.Website, null, "https://example.com")));

    [Fact]
    public void Appended_entries_get_ids_and_the_first_becomes_the_primary()
    {
        Assert.Equal([101, 102], Juan.Emails.Entries.Select(entry => entry.Id));
        Assert.Equal("juan@example.com", Juan.Email);
        Assert.Equal("+16502530000", Juan.Phone);
        Assert.Null(Juan.Websites.PrimaryId);
    }

    [Fact]
    public void Replacing_keeps_what_is_absent()
    {
        var type = Juan.After(Edits(new EntryEdit.Replace(EntryKind.Email, 101, "home", default)));
        var value = Juan.After(Edits(new EntryEdit.Replace(EntryKind.Email, 101, default, "New@example.com")));

        Assert.Equal(new Entry(101, "home", "juan@example.com", "juan@example.com"), type.Emails.Primary);
        Assert.Equal(new Entry(101, "work", "New@example.com", "new@example.com"), value.Emails.Primary);
    }

    [Fact]
    public void The_text_that_is_there_keeps_its_key_after_the_default_region_has_changed()
    {
        var stored = new Profile().After(Edits(new EntryEdit.Append(EntryKind.Phone, "work", "(650) 253-0000")));
        var elsewhere = World() with { Tenant = Tenant with { Settings = Tenant.Settings with { DefaultRegion = "MX" } } };
        Optional<string>[] texts = [default, "(650) 253-0000"];

        Assert.All(texts, text => Assert.Equal(
            new Entry(101, "home", "(650) 253-0000", "+16502530000"),
            stored.After(Edits(new EntryEdit.Replace(EntryKind.Phone, 101, "home", text)), elsewhere).Phones.Primary));
        Assert.Equal(
            "+526502530000", stored.After(Edits(new EntryEdit.Replace(EntryKind.Phone, 101, default, "650 253 0000")), elsewhere).Phones.Primary?.Key);
    }

    [Fact]
    public void Removing_the_primary_promotes_the_next() =>
        Assert.Equal("jp@example.com", Juan.After(Edits(new EntryEdit.Remove(EntryKind.Email, 101))).Email);

    [Fact]
    public void Edits_apply_in_their_order()
    {
        var written = Juan.After(Edits(
            new EntryEdit.Remove(EntryKind.Email, 101),
            new EntryEdit.Remove(EntryKind.Email, 102),
            new EntryEdit.Append(EntryKind.Email, "other", "new@example.com")));

        Assert.Equal("new@example.com", written.Email);
    }

    [Fact]
    public void Every_entry_that_is_missing_is_named_and_nothing_is_written()
    {
        var failure = Juan.Refused(Edits(
            new EntryEdit.Remove(EntryKind.Email, 999),
            new EntryEdit.Replace(EntryKind.Email, 101, "home", default),
            new EntryEdit.Replace(EntryKind.Phone, 101, "home", default),
            new EntryEdit.Remove(EntryKind.Email, 102),
            new EntryEdit.Remove(EntryKind.Email, 102)));

        Assert.Equal(FailureKind.EntryNotFound, failure.Kind);
        Assert.Equal(["0", "2", "4"], failure.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void A_phone_that_is_somebody_elses_primary_is_appended_and_stays_an_extra_one()
    {
        var world = World(others: new CustomerKey(CustomerKey.PhoneKind, "+16502530007"));
        var written = new Profile().After(Edits(new EntryEdit.Append(EntryKind.Phone, "home", "(650) 253-0007")), world);

        Assert.Null(written.Phone);
        Assert.Equal("+16502530007", Assert.Single(written.Phones.Entries).Key);
        Assert.Empty(written.Keys);
    }

    [Fact]
    public void Removing_the_primary_phone_passes_over_numbers_that_are_somebody_elses()
    {
        var family = Juan.After(Edits(
            new EntryEdit.Append(EntryKind.Phone, "home", "+16502530007"), new EntryEdit.Append(EntryKind.Phone, "work", "+16502530008")), World(201));
        var world = World(301, null, new CustomerKey(CustomerKey.PhoneKind, "+16502530007"));

        Assert.Equal("+16502530008", family.After(Edits(new EntryEdit.Remove(EntryKind.Phone, family.Phones.PrimaryId!.Value)), world).Phone);
    }

    [Fact]
    public void The_same_value_twice_on_one_customer_is_allowed()
    {
        var twice = Juan.After(Edits(new EntryEdit.Append(EntryKind.Email, "other", "JUAN@example.com")), World(201));

        Assert.Equal(3, twice.Emails.Entries.Count);
        Assert.Equal(2, twice.Keys.Count(key => key.Kind == CustomerKey.EmailKind));
    }

    private static CustomerChange Edits(params EntryEdit[] edits) => new() { Entries = [.. edits] };
}
