using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Customers;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>The places of contacts in inboxes, over HTTP.</summary>
public abstract class ChatwootInboxTests
{
    private readonly HostUnderTest host;
    private readonly ChatwootClient chatwoot;

    private protected ChatwootInboxTests(HostFixture fixture)
    {
        host = fixture.Host;
        chatwoot = new ChatwootClient(host);
    }

    [Fact]
    public async Task A_place_is_answered_bare_and_listed_with_the_contact()
    {
        var (customer, inbox, visitor) = (await host.Customers.CreateAsync(), await chatwoot.NewInboxAsync("WebWidget"), $"{Guid.NewGuid()}");

        var answer = await JoinAsync(customer, inbox, $$""", "source_id": "{{visitor}}", "hmac_verified": true""");

        Assert.Equal(
            $$$"""200 {"source_id":"{{{visitor}}}","inbox":{"id":{{{inbox}}},"avatar_url":"","channel_id":{{{inbox}}},"name":"Desk","channel_type":"Channel::WebWidget","provider":null}}""",
            answer.Line);
        var row = Assert.Single((await chatwoot.GetAsync(customer)).Contact.GetProperty("contact_inboxes").EnumerateArray());
        Assert.Equal(visitor, row.GetProperty("source_id").GetString());
        Assert.Equal(6, row.GetProperty("inbox").GetPropertyCount());
    }

    [Fact]
    public async Task What_was_given_with_a_place_beyond_the_six_members_is_kept_and_never_shown()
    {
        var customer = await host.Customers.CreateAsync(profile => profile with
        {
            Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("chatwoot", ValueMap<BagValue>.Empty.Set("contactInboxes", BagValue.Of(JsonElement.Parse(
                """[ { "source_id": "z", "inbox": { "id": 7, "name": "Desk", "hmac_token": "secret", "imap_password": "secret" } }, {} ]""")))),
        });

        var (shown, updated) = (await chatwoot.GetAsync(customer), await chatwoot.PutAsync(customer, """{ "name": "Grace" }"""));

        const string rows = """[{"source_id":"z","inbox":{"id":7,"avatar_url":"","channel_id":null,"name":"Desk","channel_type":null,"provider":null}},"""
            + """{"source_id":null,"inbox":{"id":null,"avatar_url":"","channel_id":null,"name":null,"channel_type":null,"provider":null}}]""";
        Assert.Equal((rows, rows), (shown["contact_inboxes"], updated["contact_inboxes"]));
        Assert.DoesNotContain("secret", updated.Body, StringComparison.Ordinal);
        Assert.Equal(customer.Profile.Vendor, (await host.Customers.ReadAsync(customer)).Profile.Vendor);
    }

    [Fact]
    public async Task The_same_place_again_is_the_one_that_is_there()
    {
        var (customer, inbox) = (await host.Customers.CreateAsync(), await chatwoot.NewInboxAsync("Email"));

        var first = await JoinAsync(customer, inbox);
        var version = (await host.Customers.ReadAsync(customer)).Version;
        var again = await JoinAsync(customer, inbox);

        Assert.Equal(first.Line, again.Line);
        Assert.Equal(version, (await host.Customers.ReadAsync(customer)).Version);
    }

    [Theory]
    [InlineData("Email", "{email}")]
    [InlineData("Sms", "{phone}")]
    [InlineData("TwilioSms", "{phone}")]
    [InlineData("Whatsapp", "{digits}")]
    public async Task An_inbox_calls_a_contact_by_its_address(string channel, string source)
    {
        var customer = await host.Customers.CreateAsync();
        var (email, phone) = (customer.Profile.Email!, customer.Profile.Phone!);

        var answer = await JoinAsync(customer, await chatwoot.NewInboxAsync(channel), ", \"source_id\": \" \"");

        Assert.Equal(
            source.Replace("{email}", email, StringComparison.Ordinal).Replace("{phone}", phone, StringComparison.Ordinal).Replace("{digits}", phone[1..], StringComparison.Ordinal),
            answer.Root.GetProperty("source_id").GetString());
    }

    [Theory]
    [InlineData("Api")]
    [InlineData("WebWidget")]
    public async Task An_inbox_without_addresses_makes_a_name_up_each_time(string channel)
    {
        var (customer, inbox) = (await host.Customers.CreateAsync(), await chatwoot.NewInboxAsync(channel));

        var (first, second) = (await JoinAsync(customer, inbox), await JoinAsync(customer, inbox));

        Assert.All([first, second], answer => Assert.True(Guid.TryParseExact(answer.Root.GetProperty("source_id").GetString(), "D", out _)));
        Assert.NotEqual(first.Body, second.Body);
    }

    [Theory]
    [InlineData("Email", """422 {"error":"param is missing or the value is empty: contact email"}""")]
    [InlineData("Sms", """422 {"error":"param is missing or the value is empty: contact phone number"}""")]
    [InlineData("TwilioSms", """422 {"error":"param is missing or the value is empty: contact phone number"}""")]
    [InlineData("Whatsapp", """422 {"error":"param is missing or the value is empty: contact phone number"}""")]
    [InlineData("Telegram", """422 {"error":"Unsupported operation for this channel: Channel::Telegram"}""")]
    public async Task Without_an_address_there_is_no_place(string channel, string refusal)
    {
        var customer = await host.Customers.CreateAsync(profile => profile with { Emails = EntryList.Empty, Phones = EntryList.Empty });

        Assert.Equal(refusal, (await JoinAsync(customer, await chatwoot.NewInboxAsync(channel))).Line);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Theory]
    [InlineData("Whatsapp", "+12025550123", @"invalid source id for whatsapp inbox. valid Regex (?-mix:^\\d{1,15}\\z)")]
    [InlineData("Whatsapp", "1202555012345678", @"invalid source id for whatsapp inbox. valid Regex (?-mix:^\\d{1,15}\\z)")]
    [InlineData("TwilioSms", "12025550123", @"invalid source id for twilio sms inbox. valid Regex (?-mix:^\\+\\d{1,15}\\z)")]
    [InlineData("TwilioSms", "sms:+12025550123", @"invalid source id for twilio sms inbox. valid Regex (?-mix:^\\+\\d{1,15}\\z)")]
    [InlineData("Api", "{256}", "is too long (maximum is 255 characters)")]
    public async Task A_name_of_the_wrong_form_is_refused(string channel, string source, string message)
    {
        var customer = await host.Customers.CreateAsync();
        var sent = source.Replace("{256}", new string('x', 256), StringComparison.Ordinal);

        var answer = await JoinAsync(customer, await chatwoot.NewInboxAsync(channel), $$""", "source_id": "{{sent}}" """);

        Assert.Equal($$"""422 {"message":"Source {{message}}","attributes":["source_id"]}""", answer.Line);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Twilio_takes_both_of_its_forms_and_a_channel_without_addresses_what_it_is_given()
    {
        var digits = CustomerRoutes.UniqueDigits();
        foreach (var (channel, source) in new[] { ("TwilioSms", $"+1{digits}"), ("TwilioSms", $"whatsapp:+1{digits}"), ("Telegram", digits) })
        {
            var answer = await JoinAsync(await host.Customers.CreateAsync(), await chatwoot.NewInboxAsync(channel), $$""", "source_id": "{{source}}" """);

            Assert.Equal((200, source), (answer.Status, answer.Root.GetProperty("source_id").GetString()));
        }
    }

    [Fact]
    public async Task A_name_of_another_contact_is_taken_in_an_inbox_without_addresses()
    {
        var (holder, customer) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync());
        var (inbox, elsewhere) = (await chatwoot.NewInboxAsync("Api"), await chatwoot.NewInboxAsync("Api"));
        const string source = ", \"source_id\": \"visitor\"";
        const string taken = """422 {"message":"Source has already been taken","attributes":["source_id"]}""";
        var row = await JoinAsync(holder, inbox, source);

        Assert.Equal(taken, (await JoinAsync(customer, inbox, source)).Line);
        Assert.Equal(taken, (await chatwoot.PostAsync("/contacts", $$"""{ "inbox_id": {{inbox}}{{source}} }""")).Line);
        Assert.Equal(row.Line, (await JoinAsync(holder, inbox, source)).Line);
        Assert.Equal(200, (await JoinAsync(customer, elsewhere, source)).Status);
    }

    [Fact]
    public async Task An_address_passes_to_the_contact_that_has_it_now()
    {
        var (holder, customer) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync());
        var inbox = await chatwoot.NewInboxAsync("Whatsapp");
        var number = holder.Profile.Phone!;
        await JoinAsync(holder, inbox);
        await chatwoot.PutAsync(holder, """{ "phone_number": null }""");
        await chatwoot.PutAsync(customer, $$"""{ "phone_number": "{{number}}" }""");

        var answer = await JoinAsync(customer, inbox);

        Assert.Equal(number[1..], answer.Root.GetProperty("source_id").GetString());
        var row = Assert.Single((await chatwoot.GetAsync(holder)).Contact.GetProperty("contact_inboxes").EnumerateArray());
        Assert.StartsWith($"{number[1..]}-", row.GetProperty("source_id").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("\"x\"")]
    [InlineData("null")]
    [InlineData("[1]")]
    public async Task An_unknown_inbox_is_not_found(string inbox)
    {
        var customer = await host.Customers.CreateAsync();

        Assert.Equal(
            """404 {"error":"Resource could not be found"}""",
            (await chatwoot.PostAsync(customer, "/contact_inboxes", $$"""{ "inbox_id": {{inbox}} }""")).Line);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Contactable_are_the_inboxes_that_have_an_address_of_the_contact_or_have_met_it()
    {
        var customer = await host.Customers.CreateAsync(profile => profile with { Emails = EntryList.Empty });
        var phone = customer.Profile.Phone!;
        var (email, sms, whatsapp) = (await chatwoot.NewInboxAsync("Email"), await chatwoot.NewInboxAsync("Sms"), await chatwoot.NewInboxAsync("Whatsapp"));
        var (met, unmet, line) = (await chatwoot.NewInboxAsync("WebWidget"), await chatwoot.NewInboxAsync("WebWidget"), await chatwoot.NewInboxAsync("Line"));
        await JoinAsync(customer, met, $$""", "source_id": "{{customer.Id}}" """);

        var answer = await chatwoot.GetPartAsync(customer, "/contactable_inboxes");

        var rows = answer.Root.GetProperty("payload").EnumerateArray().ToList();
        Assert.All(rows, row => Assert.Equal(["inbox", "source_id"], row.EnumerateObject().Select(member => member.Name)));
        Assert.All(rows, row => Assert.Equal(6, row.GetProperty("inbox").GetPropertyCount()));
        var sources = rows.ToDictionary(row => row.GetProperty("inbox").GetProperty("id").GetInt64(), row => row.GetProperty("source_id").GetString());
        Assert.Equal((phone, phone[1..], $"{customer.Id}"), (sources[sms], sources[whatsapp], sources[met]));
        Assert.True(Guid.TryParseExact(sources[1], "D", out _)); // the demo tenant's own, a program's
        Assert.All([email, unmet, line], inbox => Assert.DoesNotContain(inbox, sources.Keys));
    }

    private Task<ChatwootAnswer> JoinAsync(Customer customer, long inbox, string more = "") =>
        chatwoot.PostAsync(customer, "/contact_inboxes", $$"""{ "inbox_id": {{inbox}}{{more}} }""");
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootInboxesOnPostgres(PostgresHost host) : ChatwootInboxTests(host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootInboxesOnSqlite(SqliteHost host) : ChatwootInboxTests(host);
