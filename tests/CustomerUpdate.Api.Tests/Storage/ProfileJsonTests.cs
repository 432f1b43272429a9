using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Core.Customers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerUpdate.Api.Tests.Storage;

public sealed class ProfileJsonTests
{
    [Fact]
    public void Any_profile_comes_back_as_it_was() =>
        Prop.ForAll(Profiles.Any.ToArbitrary(), profile => ProfileJson.Read(ProfileJson.Write(profile)) == profile)
            .Check(Config.QuickThrowOnFailure.WithReplay(20260102, 7));

    [Fact]
    public void What_is_empty_is_not_written() => Assert.Equal("{}", ProfileJson.Write(new Profile()));

    [Fact]
    public void The_document_is_compact_and_has_nothing_computed() => Assert.Equal(
        """
        {"name":{"full":"Alice Example","first":"Alice","last":"Example"},
        "emails":{"entries":[{"id":1001,"type":"work","value":"alice@example.com","key":"alice@example.com"}],"primaryId":1001},
        "phones":{"entries":[{"id":1003,"type":"mobile","value":"+1234567890","key":"+1234567890"}],"primaryId":1003},
        "chats":{"entries":[{"id":1002,"type":"skype","value":"alice.example"}]},
        "socialProfiles":{"entries":[{"id":1005,"type":"linkedin","value":"https://linkedin.com/in/alice"}]},
        "websites":{"entries":[{"id":1006,"value":"https://alice.example"}]},
        "address":{"lines":["123 West Main St"],"city":"Dallas","state":"TX","postalCode":"74206","country":"US"},
        "tags":["VIP"],
        "customAttributes":{"newsletter":true,"plan":"premium"},
        "vendor":{"chatwoot":{"contactInboxes":[{"inbox":{"avatar_url":"","channel_id":1,"channel_type":"Channel::Api","id":1,"name":"Website","provider":null},
        "source_id":"0198f000-0000-4000-8000-0000000000f1"}]}},
        "references":[{"contract":"trillet","value":"123e3a141eccd665d3ba8abc"},
        {"contract":"quentli","value":"cmdemo0000customer0000001"},
        {"contract":"helpscout","value":"100"},
        {"contract":"chatwoot","value":"123"},
        {"contract":"insighto","value":"5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b3"}]}
        """.ReplaceLineEndings(""),
        ProfileJson.Write(DemoCustomer.Profile));

    [Fact]
    public void A_document_that_an_engine_rewrote_reads_the_same()
    {
        var written = """{"phones":{"entries":[{"id":2,"value":"1"}],"primaryId":2},"customAttributes":{"b":{"x":1.0,"aa":2},"a":100}}""";
        var rewritten = """{"customAttributes": {"b": {"aa": 2, "x": 1}, "a": 1e2}, "phones": {"primaryId": 2, "entries": [{"value": "1", "id": 2}]}}""";

        Assert.Equal(ProfileJson.Read(written), ProfileJson.Read(rewritten));
    }

    [Fact]
    public void A_value_as_deep_as_a_body_may_be_comes_back()
    {
        var deep = Profiles.Parse(new string('[', 64) + new string(']', 64));
        var vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("hub", ValueMap<BagValue>.Empty.Set("deep", deep));

        Assert.Equal(vendor, ProfileJson.Read(ProfileJson.Write(new Profile { Vendor = vendor })).Vendor);
    }
}
