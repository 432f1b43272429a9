using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Tests.Customers;

/// <summary>How large a customer may be.</summary>
public sealed class ProfileSizeTests
{
    // What an empty customer counts for.
    private static readonly int Rest = ProfileSize.Limit - (int)ProfileSize.Of(new Profile());

    [Fact]
    public void A_text_counts_as_long_as_it_is_in_JSON()
    {
        Assert.False(ProfileSize.IsTooLarge(new Profile { Background = new string('x', Rest - 2) }));
        Assert.True(ProfileSize.IsTooLarge(new Profile { Background = new string('x', Rest - 1) }));
        Assert.True(ProfileSize.IsTooLarge(new Profile { Background = new string('"', Rest / 2) }));
        Assert.False(ProfileSize.IsTooLarge(new Profile { Background = new string('é', (Rest - 2) / 2) }));
    }

    [Fact]
    public void Every_part_that_has_no_bound_of_its_own_counts()
    {
        var text = new string('x', Rest);
        var bag = ValueMap<BagValue>.Of([new("k", BagValue.Of(JsonElement.Parse($"[\"{text}\"]")))]);
        Profile[] profiles =
        [
            new() { Name = new PersonName(text, null, null) },
            new() { Websites = new EntryList { Entries = [new Entry(1, null, text, null)] } },
            new() { Chats = new EntryList { Entries = [.. Enumerable.Range(1, Rest / 48).Select(id => new Entry(id, null, "", null))] } },
            new() { Address = new Address { Lines = [text] } },
            new() { Tags = [text] },
            new() { CustomAttributes = bag },
            new() { ProfileAttributes = bag },
            new() { OtherChannels = ValueMap<BagValue>.Of([new(text, BagValue.Null)]) },
            new() { Vendor = ValueMap<ValueMap<BagValue>>.Of([new("chatwoot", bag)]) },
            new() { References = [.. Enumerable.Range(0, Rest / 24).Select(id => new Reference("trillet", $"{id:x24}"))] },
        ];

        Assert.All(profiles, profile => Assert.True(ProfileSize.IsTooLarge(profile)));
    }

    [Fact]
    public void A_phone_counts_wherever_it_is_shown()
    {
        var text = new string(' ', Rest / 3) + "+12025550001";
        var phones = new EntryList { Entries = [new Entry(1, "work", text, "+12025550001")] };

        Assert.False(ProfileSize.IsTooLarge(new Profile { Phones = phones }));
        Assert.True(ProfileSize.IsTooLarge(new Profile { Phones = phones with { PrimaryId = 1 } }));
    }

    [Fact]
    public void What_failed_otherwise_fails_as_it_did()
    {
        Result<Profile> taken = Failure.Of(FailureKind.Taken);
        Result<Profile> large = new Profile { Background = new string('x', Rest) };

        Assert.True(taken.Bounded().TryFailure(out _, out var first));
        Assert.True(large.Bounded().TryFailure(out _, out var second));
        Assert.Equal((FailureKind.Taken, FailureKind.TooLarge), (first.Kind, second.Kind));
    }
}
