using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

/// <summary>The free attributes, which Quentli shows and takes as a list and as a map, over HTTP.</summary>
public abstract class QuentliAttributesTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly QuentliUnderTest contract = new();

    [Fact]
    public async Task Both_views_are_written_key_by_key_and_show_the_union()
    {
        var customer = await WithAttributesAsync(new("kept", BagValue.Of("as it was")), new("both", BagValue.Of("old")));

        var shown = await WriteAsync(
            customer,
            """
            { "metadata": [{ "key": "studentId", "value": "A-1029" }, { "key": "both", "value": "list" }],
              "meta": { "both": "map", "Grade": "5A" } }
            """);

        Assert.Equal(
            """[{"key":"Grade","value":"5A"},{"key":"both","value":"map"},{"key":"kept","value":"as it was"},{"key":"studentId","value":"A-1029"}]""",
            shown.GetProperty("metadata").GetRawText());
        Assert.Equal("""{"Grade":"5A","both":"map","kept":"as it was","studentId":"A-1029"}""", shown.GetProperty("meta").GetRawText());
    }

    [Fact]
    public async Task A_value_that_is_no_string_is_shown_as_json_and_keeps_its_type_when_it_is_written_back()
    {
        var list = BagValue.Of(JsonDocument.Parse("""[1, "a"]""").RootElement);
        var customer = await WithAttributesAsync(new("active", BagValue.Of(true)), new("list", list), new("nothing", BagValue.Null));

        var shown = await WriteAsync(customer, "{}");
        var metadata = shown.GetProperty("metadata").GetRawText();
        var meta = shown.GetProperty("meta").GetRawText();
        await WriteAsync(customer, $$"""{ "metadata": {{metadata}}, "meta": {{meta}} }""");

        Assert.Equal("""{"active":"true","list":"[1,\"a\"]","nothing":"null"}""", meta);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Another_text_replaces_a_value_of_any_type()
    {
        var customer = await WithAttributesAsync(new("active", BagValue.Of(true)), new("number", BagValue.Of(JsonDocument.Parse("5").RootElement)));

        await WriteAsync(customer, """{ "meta": { "active": "false", "number": "5" } }""");

        var attributes = (await host.Customers.ReadAsync(customer)).Profile.CustomAttributes;
        Assert.Equal("\"false\"", attributes["active"].Json);
        Assert.Equal("5", attributes["number"].Json);
    }

    private Task<Customer> WithAttributesAsync(params KeyValuePair<string, BagValue>[] attributes) =>
        host.Customers.CreateAsync(profile => profile with { CustomAttributes = ValueMap<BagValue>.Of(attributes) });

    private async Task<JsonElement> WriteAsync(Customer customer, string members)
    {
        var answer = await host.Client.SendAsync(contract.Write(customer, members));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body).RootElement.GetProperty("customer");
    }
}

[Collection(PostgresTests.Name)]
public sealed class QuentliAttributesOnPostgres(PostgresHost host) : QuentliAttributesTests(host);

[Collection(SqliteTests.Name)]
public sealed class QuentliAttributesOnSqlite(SqliteHost host) : QuentliAttributesTests(host);
