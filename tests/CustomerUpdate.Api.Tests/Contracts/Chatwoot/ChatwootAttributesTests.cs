using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>How both bags of attributes are written, over HTTP.</summary>
public abstract class ChatwootAttributesTests
{
    private readonly HostUnderTest host;
    private readonly ChatwootClient chatwoot;

    private protected ChatwootAttributesTests(HostFixture fixture)
    {
        host = fixture.Host;
        chatwoot = new ChatwootClient(host);
    }

    [Fact]
    public async Task Attributes_are_merged_at_their_top_level_and_no_deeper()
    {
        var customer = await host.Customers.CreateAsync();
        await chatwoot.PutAsync(customer, """{ "custom_attributes": { "a": 1, "b": { "x": 1, "y": 2 } } }""");
        await chatwoot.PutAsync(customer, """{ "additional_attributes": { "city": "Rome", "s": { "p": 1 } } }""");

        await chatwoot.PutAsync(customer, """{ "custom_attributes": { "b": { "z": 3 }, "c": null }, "additional_attributes": { "s": { "q": 2 } } }""");
        await chatwoot.PutAsync(customer, """{ "custom_attributes": {}, "additional_attributes": null }""");
        var contact = await chatwoot.GetAsync(customer);

        Assert.Equal("""{"a":1,"b":{"z":3},"c":null}""", contact["custom_attributes"]);
        Assert.Equal("""{"city":"Rome","s":{"q":2}}""", contact["additional_attributes"]);
    }

    [Fact]
    public async Task Attributes_are_kept_as_deep_as_a_body_may_be()
    {
        var customer = await host.Customers.CreateAsync();
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 62)) + "{}" + new string('}', 62);

        var answer = await chatwoot.PutAsync(customer, $$"""{ "custom_attributes": {{deep}} }""");

        Assert.Equal(deep, answer["custom_attributes"]);
        Assert.Equal(deep, (await chatwoot.GetAsync(customer))["custom_attributes"]);
    }

    [Fact]
    public async Task Attributes_that_are_written_at_once_are_all_kept()
    {
        var customer = await host.Customers.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            chatwoot.PutAsync(customer, $$"""{ "custom_attributes": { "key{{number}}": {{number}} } }""")));

        var contact = await chatwoot.GetAsync(customer);
        Assert.Equal(8, contact.Contact.GetProperty("custom_attributes").GetPropertyCount());
    }
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootAttributesOnPostgres(PostgresHost host) : ChatwootAttributesTests(host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootAttributesOnSqlite(SqliteHost host) : ChatwootAttributesTests(host);
