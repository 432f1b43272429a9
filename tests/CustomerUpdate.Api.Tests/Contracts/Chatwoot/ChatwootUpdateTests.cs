using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>What updates write, over HTTP.</summary>
public abstract class ChatwootUpdateTests
{
    private readonly HostUnderTest host;
    private readonly ChatwootClient chatwoot;

    private protected ChatwootUpdateTests(HostFixture fixture)
    {
        host = fixture.Host;
        chatwoot = new ChatwootClient(host);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task Both_methods_keep_what_is_not_sent(string method)
    {
        var customer = await host.Customers.CreateAsync();

        var answer = await chatwoot.SendAsync(
            new HttpMethod(method), ChatwootClient.PathOf(customer), Conformance.ContractUnderTest.Text("""{ "name": "Grace Hopper" }"""));

        Assert.Equal(200, answer.Status);
        Assert.Equal(
            customer.Profile with { Name = new PersonName("Grace Hopper", "Grace", "Hopper") },
            (await host.Customers.ReadAsync(customer)).Profile);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task An_empty_email_phone_or_identifier_reads_null_and_many_may_be_empty(string empty)
    {
        for (var times = 0; times < 2; times++)
        {
            var customer = await host.Customers.CreateAsync(profile => profile with { Identifier = $"crm-{profile.Email}" });

            var answer = await chatwoot.PutAsync(customer, $$"""{ "email": {{empty}}, "phone_number": {{empty}}, "identifier": {{empty}} }""");

            Assert.Equal(200, answer.Status);
            Assert.Equal(("null", "null", "null"), (answer["email"], answer["phone_number"], answer["identifier"]));
        }
    }

    [Fact]
    public async Task An_email_address_is_stored_in_lower_case()
    {
        var customer = await host.Customers.CreateAsync();

        await chatwoot.PutAsync(customer, $$"""{ "email": "{{customer.Profile.Email!.ToUpperInvariant()}}" }""");

        Assert.Equal(customer.Profile.Email, (await host.Customers.ReadAsync(customer)).Profile.Email);
    }

    [Fact]
    public async Task A_picture_comes_by_address_and_goes_with_an_empty_avatar()
    {
        var customer = await host.Customers.CreateAsync();

        var shown = await chatwoot.PutAsync(customer, """{ "avatar_url": "https://example.com/a.png" }""");
        var kept = await chatwoot.PutAsync(customer, """{ "avatar_url": "ftp://example.com/b.png" }""");
        var gone = await chatwoot.PutAsync(customer, """{ "avatar": null }""");

        Assert.Equal("\"https://example.com/a.png\"", shown["thumbnail"]);
        Assert.Equal("\"https://example.com/a.png\"", kept["thumbnail"]);
        Assert.Equal("\"\"", gone["thumbnail"]);
        Assert.Equal("{}", shown["additional_attributes"]);
        Assert.Null((await host.Customers.ReadAsync(customer)).Profile.PhotoUrl);
    }

    [Theory]
    [InlineData("\"on\"", "true")]
    [InlineData("1", "true")]
    [InlineData("\"off\"", "false")]
    public async Task Blocked_is_written_in_many_spellings(string sent, string shown)
    {
        var customer = await host.Customers.CreateAsync(profile => profile with { Blocked = shown == "false" });

        Assert.Equal(shown, (await chatwoot.PutAsync(customer, $$"""{ "blocked": {{sent}} }"""))["blocked"]);
    }

    [Fact]
    public async Task What_another_contract_wrote_blocks_nothing()
    {
        var customer = await host.Customers.CreateAsync(profile => profile with
        {
            Name = new PersonName(new string('x', 300), null, null),
            Phones = new EntryList { Entries = [new Entry(1, "work", "extension 12", $"extension {profile.Email}")], PrimaryId = 1 },
        });

        var answer = await chatwoot.PutAsync(customer, """{ "custom_attributes": { "plan": "gold" } }""");

        Assert.Equal(200, answer.Status);
        Assert.Equal("\"extension 12\"", answer["phone_number"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[{\"name\":\"x\"}]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("5")]
    [InlineData("")]
    [InlineData("{\"contact\":{\"name\":\"x\"}}")]
    [InlineData("{\"id\":1,\"account_id\":2,\"thumbnail\":\"x\",\"labels\":[\"x\"]}")]
    public async Task A_body_without_parameters_changes_nothing(string body)
    {
        var customer = await host.Customers.CreateAsync();

        var answer = await chatwoot.PutAsync(customer, body);

        Assert.Equal(200, answer.Status);
        Assert.Equal(ChatwootClient.IdOf(customer), JsonDocument.Parse(answer.Body).RootElement.GetProperty("id").GetRawText());
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootUpdateOnPostgres(PostgresHost host) : ChatwootUpdateTests(host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootUpdateOnSqlite(SqliteHost host) : ChatwootUpdateTests(host);
