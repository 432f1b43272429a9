using System.Text.Json;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tests.Customers;

/// <summary>Places in inboxes, read out of lists that come from anywhere.</summary>
public sealed class InboxPlaceTests
{
    [Fact]
    public void What_is_no_place_is_passed_over_and_keeps_its_turn()
    {
        const string list = """
            [{ "source_id": "a", "inbox": { "id": 1 } }, { "source_id": 5, "inbox": { "id": 1 } }, { "inbox": { "id": 2 } }, { "source_id": "b", "inbox": 3 },
             { "source_id": "c", "inbox": { "id": 1.5 } }, 7, null, { "source_id": "", "inbox": { "id": 4 } }]
            """;

        Assert.Equal(
            [new InboxPlace(1, "a"), null, null, null, null, null, null, new InboxPlace(4, "")], InboxPlace.In(BagValue.Of(JsonElement.Parse(list))));
        Assert.Empty(InboxPlace.In(BagValue.Null));
        Assert.Empty(InboxPlace.In(BagValue.Of("x")));
    }

    [Fact]
    public void A_profile_has_those_of_all_vendors()
    {
        ValueMap<BagValue> Bag(string source) => ValueMap<BagValue>.Empty.Set(
            InboxPlace.ListName, BagValue.Of(JsonElement.Parse($$"""[{ "source_id": "{{source}}", "inbox": { "id": 1 } }]""")));
        var profile = new Profile { Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("one", Bag("a")).Set("two", Bag("b")) };

        Assert.Equal([new InboxPlace(1, "a"), new InboxPlace(1, "b")], InboxPlace.Of(profile));
    }
}
