using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Core.Tests.Acme;

namespace CustomerUpdate.Core.Tests.Customers;

/// <summary>How the primary e-mail address, the phones and the channels are written.</summary>
public class ContactPointChangeTests
{
    private static readonly Profile Juan = new Profile().After(new CustomerChange
    {
        Email = "juan@example.com",
        Channels = Bag(
            ("telephone", "\"+16502530000\""), ("national_number", "\"6502530000\""), ("country_code", "\"1\""), ("dial_code", "\"US\""), ("slack", "\"@juan\"")),
    });

    [Fact]
    public void The_telephone_of_the_channels_is_the_primary_phone()
    {
        Assert.Equal("+16502530000", Juan.Phone);
        Assert.Equal("+16502530000", Juan.Channels["telephone"].Text);
        Assert.DoesNotContain("telephone", Juan.OtherChannels.Keys);
    }

    [Fact]
    public void A_phone_written_elsewhere_shows_in_the_channels_and_drops_what_no_longer_fits()
    {
        var written = Juan.After(new CustomerChange { Phone = "+16502530001" });

        Assert.Equal(Bag(("slack", "\"@juan\""), ("telephone", "\"+16502530001\"")), written.Channels);
    }

    [Fact]
    public void The_same_phone_in_other_words_keeps_the_details()
    {
        var written = Juan.After(new CustomerChange { Phone = "(650) 253-0000" });

        Assert.Equal(Juan.Channels.Set("telephone", BagValue.Of("(650) 253-0000")), written.Channels);
    }

    [Fact]
    public void The_same_text_is_the_same_number_after_the_default_region_has_changed()
    {
        var stored = new Profile().After(new CustomerChange { Phone = "(650) 253-0000", SecondaryPhone = "(650) 253-0001" });
        var elsewhere = World() with { Tenant = Tenant with { Settings = Tenant.Settings with { DefaultRegion = "MX" } } };

        Assert.Equal(stored, stored.After(new CustomerChange { Phone = "(650) 253-0000", SecondaryPhone = "(650) 253-0001" }, elsewhere));
        Assert.Equal(stored, stored.After(new CustomerChange { Channels = stored.Channels }, elsewhere));
        Assert.Equal("+526502530000", stored.After(new CustomerChange { Phone = "650 253 0000" }, elsewhere).Phones.Primary?.Key);
    }

    [Fact]
    public void An_edit_of_the_primary_entry_drops_the_details_too()
    {
        var edit = new EntryEdit.Replace(EntryKind.Phone, Juan.Phones.PrimaryId!.Value, default, "+16502530001");

        Assert.Equal(["slack", "telephone"], Juan.After(new CustomerChange { Entries = [edit] }).Channels.Keys);
    }

    [Theory]
    [InlineData("""{"slack":"@juan"}""")]
    [InlineData("""{"slack":"@juan","telephone":null}""")]
    public void Channels_without_a_telephone_clear_the_phone(string channels)
    {
        var written = Juan.After(new CustomerChange { Channels = ValueMap<BagValue>.Of(Members(channels)) });

        Assert.Null(written.Phone);
        Assert.Empty(written.Phones.Entries);
        Assert.Equal(["slack"], written.Channels.Keys);
    }

    [Fact]
    public void Channels_written_as_they_were_read_change_nothing() =>
        Assert.Equal(Juan, Juan.After(new CustomerChange { Channels = Juan.Channels }));

    [Fact]
    public void A_phone_beside_channels_wins()
    {
        var written = Juan.After(new CustomerChange { Phone = "+16502530001", Channels = Bag(("slack", "\"@jp\"")) });

        Assert.Equal(Bag(("slack", "\"@jp\""), ("telephone", "\"+16502530001\"")), written.Channels);
    }

    [Fact]
    public void A_second_phone_is_another_entry_until_it_is_the_same_number()
    {
        var two = Juan.After(new CustomerChange { SecondaryPhone = "+16502530009" });
        var one = Juan.After(new CustomerChange { SecondaryPhone = "650-253-0000" });

        Assert.Equal(2, two.Phones.Entries.Count);
        Assert.Equal("+16502530000", two.Phone);
        Assert.Equal("+16502530009", two.SecondaryPhone);
        Assert.Equal(one.Phone, one.SecondaryPhone);
        Assert.Single(one.Phones.Entries);
    }

    [Fact]
    public void Clearing_the_email_leaves_no_primary_even_where_others_are_left()
    {
        var two = Juan.After(new CustomerChange { Entries = [new EntryEdit.Append(EntryKind.Email, "home", "jp@example.com")] });
        var cleared = two.After(new CustomerChange { Email = null });

        Assert.Null(cleared.Email);
        Assert.Equal("jp@example.com", Assert.Single(cleared.Emails.Entries).Value);
    }

    [Fact]
    public void The_same_address_in_another_case_keeps_its_entry_and_takes_the_text()
    {
        var written = Juan.After(new CustomerChange { Email = "Juan@Example.com" });

        Assert.Equal(Juan.Emails.Entries[0] with { Value = "Juan@Example.com" }, Assert.Single(written.Emails.Entries));
    }

    [Fact]
    public void New_entries_pass_over_ids_that_the_customer_has()
    {
        var world = World(firstId: 1);
        var stored = new Profile { Websites = new EntryList { Entries = [new Entry(1, null, "https://a"), new Entry(2, null, "https://b")] } };

        var written = stored.After(new CustomerChange { Email = "a@b", Phone = "+16502530000" }, world);

        Assert.Equal(3, written.Emails.PrimaryId);
        Assert.Equal(4, written.Phones.PrimaryId);
    }

    private static IEnumerable<KeyValuePair<string, BagValue>> Members(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, BagValue.Of(member.Value)))];
    }
}
