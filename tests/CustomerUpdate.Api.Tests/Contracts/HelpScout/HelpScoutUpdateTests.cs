using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutSamples;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>What is particular to Help Scout's update.</summary>
public abstract class HelpScoutUpdateTests
{
    private readonly HelpScoutHttp http;

    private protected HelpScoutUpdateTests(HostFixture fixture) => http = new HelpScoutHttp(fixture.Host);

    [Fact]
    public async Task An_update_is_answered_without_content()
    {
        var answer = await http.PatchAsync(await http.CreateAsync(), Read("published-update.json"));

        Assert.Equal((204, "", null), (answer.Status, answer.Body, answer.ContentType));
        Assert.Equal("no-cache, no-store, max-age=0, must-revalidate", answer.Header("Cache-Control"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.True(Guid.TryParseExact(answer.Header("Correlation-Id"), "D", out _));
    }

    [Theory]
    [InlineData("published-update.json")]
    [InlineData("published-add-email.json")]
    [InlineData("published-delete-email.json")]
    [InlineData("published-update-chat.json")]
    [InlineData("published-multiple-fields.json")]
    public async Task Published_examples_succeed(string sample)
    {
        var customer = await http.CreateAsync(WithPublishedEntries);

        // Several customers are sent the example, and an address may be one customer's only.
        var answer = await http.PatchAsync(customer, Read(sample).Replace("bear@", $"bear-{customer.Id:N}@", StringComparison.Ordinal));

        Assert.True(answer.Status == 204, answer.Body);
        Assert.NotEqual(customer.Profile, await http.StoredAsync(customer));
    }

    [Fact]
    public async Task Operations_apply_in_order_to_what_the_ones_before_left()
    {
        var customer = await http.CreateAsync();
        var email = $"new-{customer.Id:N}@example.com";

        var answer = await http.PatchAsync(customer, $$"""
            [ { "op": "replace", "path": "/jobTitle", "value": "Clerk" },
              { "op": "remove", "path": "/emails/5001" },
              { "op": "add", "path": "/emails", "value": { "type": "home", "value": "{{email}}" } },
              { "op": "replace", "path": "/phones/5002", "value": { "type": "work", "value": "not a number" } },
              { "op": "replace", "path": "/phones/5002/type", "value": "fax" },
              { "op": "replace", "path": "/jobTitle", "value": "Countess" } ]
            """);

        var stored = await http.StoredAsync(customer);
        Assert.True(answer.Status == 204, answer.Body);
        Assert.Equal("Countess", stored.JobTitle);
        Assert.Equal([("home", email)], stored.Emails.Entries.Select(entry => (entry.Type, entry.Value)));
        Assert.Equal(email, stored.Email);
        Assert.Equal([(5002, "fax", "not a number")], stored.Phones.Entries.Select(entry => (entry.Id, entry.Type, entry.Value)));
    }

    [Fact]
    public async Task A_customer_may_have_an_address_twice()
    {
        var customer = await http.CreateAsync();

        var answer = await http.PatchAsync(customer, OperationBody("add", "/emails", $$"""{"type":"home","value":"{{customer.Profile.Email}}"}"""));

        Assert.True(answer.Status == 204, answer.Body);
        Assert.Equal(["work", "home"], (await http.StoredAsync(customer)).Emails.Entries.Select(entry => entry.Type));
    }

    [Fact]
    public async Task No_operations_change_nothing()
    {
        var customer = await http.CreateAsync();

        var answer = await http.PatchAsync(customer, "[]");

        Assert.Equal(204, answer.Status);
        Assert.Equal(customer.Profile, await http.StoredAsync(customer));
    }

    [Fact]
    public async Task An_address_is_made_of_its_parts_and_goes_with_the_last()
    {
        var customer = await http.CreateAsync();

        await http.PatchAsync(customer, OperationBody("replace", "/address/city", "\"London\""));
        var made = await http.StoredAsync(customer);
        await http.PatchAsync(customer, OperationBody("remove", "/address/city", null));

        Assert.Equal(new Address { City = "London" }, made.Address);
        Assert.Null((await http.StoredAsync(customer)).Address);
    }

    [Fact]
    public async Task What_another_contract_stored_does_not_block()
    {
        var customer = await http.CreateAsync(profile => profile with
        {
            Name = new PersonName(null, "", null),
            JobTitle = new string('x', 100),
            Gender = "other",
            Emails = new EntryList { Entries = [profile.Emails.Entries[0] with { Type = "billing" }], PrimaryId = 5001 },
        });

        var answer = await http.PatchAsync(customer, OperationBody("replace", "/age", "\"36\""));

        Assert.True(answer.Status == 204, answer.Body);
        Assert.Equal(customer.Profile with { Age = "36" }, await http.StoredAsync(customer));
    }

    [Fact]
    public async Task A_type_that_another_contract_stored_stays_where_only_the_value_is_written()
    {
        var customer = await http.CreateAsync(profile => profile with
        {
            Phones = new EntryList { Entries = [profile.Phones.Entries[0] with { Id = 9223372036854775807, Type = "cell" }] },
        });

        var answer = await http.PatchAsync(customer, OperationBody("replace", "/phones/9223372036854775807/value", "\"555-1234\""));

        var shown = (await http.GetAsync(customer)).Json.GetProperty("_embedded").GetProperty("phones")[0];
        Assert.True(answer.Status == 204, answer.Body);
        Assert.Equal([("cell", "555-1234")], (await http.StoredAsync(customer)).Phones.Entries.Select(entry => (entry.Type, entry.Value)));
        Assert.Equal("""{"id":9223372036854775807,"value":"555-1234","type":"other"}""", shown.GetRawText());
    }

    private static Profile WithPublishedEntries(Profile profile) => profile with
    {
        Emails = new EntryList { Entries = [profile.Emails.Entries[0] with { Id = 1001 }], PrimaryId = 1001 },
        Chats = new EntryList { Entries = [new Entry(1002, "skype", "ada")] },
    };
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutUpdateTestsOnPostgres(PostgresHost host) : HelpScoutUpdateTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutUpdateTestsOnSqlite(SqliteHost host) : HelpScoutUpdateTests(host);
