using CustomerUpdate.Api.Tests.Hosting;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutSamples;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>How Help Scout's update is refused: whole, and by the names of its operations.</summary>
public abstract class HelpScoutRefusalTests
{
    private readonly HelpScoutHttp http;

    private protected HelpScoutRefusalTests(HostFixture fixture) => http = new HelpScoutHttp(fixture.Host);

    [Fact]
    public async Task One_bad_operation_keeps_all_from_being_written()
    {
        var customer = await http.CreateAsync();

        var answer = await http.PatchAsync(customer, """
            [ { "op": "replace", "path": "/firstName", "value": "Vernon" },
              { "op": "remove", "path": "/emails" },
              { "op": "replace", "path": "/gender", "value": "bear" },
              { "op": "replace", "path": "/lastName", "value": "Bear" } ]
            """);

        Assert.Equal(400, answer.Status);
        Assert.Equal(
            [
                ("[1].op", "Not allowed on this path. Expected one of these: 'add'"),
                ("[2].value", "Expected one of these: 'male', 'female', 'unknown'"),
            ],
            answer.Errors);
        Assert.Equal(customer.Profile, await http.StoredAsync(customer));
    }

    [Fact]
    public async Task An_unknown_entry_keeps_all_from_being_written()
    {
        var customer = await http.CreateAsync();

        var answer = await http.PatchAsync(customer, """
            [ { "op": "replace", "path": "/firstName", "value": "Vernon" }, { "op": "remove", "path": "/emails/5001" },
              { "op": "remove", "path": "/emails/5001" }, { "op": "replace", "path": "/emails/5002/value", "value": "a@example.com" } ]
            """);

        Assert.Equal((404, "application/vnd.error+json"), (answer.Status, answer.ContentType));
        Assert.Equal("Customer entry not found ([2].path, [3].path)", answer.Message);
        Assert.False(answer.Json.TryGetProperty("_embedded", out _));
        Assert.Equal(customer.Profile, await http.StoredAsync(customer));
    }

    [Fact]
    public async Task An_unknown_entry_is_said_beside_all_else_that_is_wrong()
    {
        var customer = await http.CreateAsync();

        var answer = await http.PatchAsync(customer, """
            [ { "op": "remove", "path": "/emails/99999" }, { "op": "replace", "path": "/firstName", "value": "" },
              { "op": "remove", "path": "/emails/5001" }, { "op": "replace", "path": "/emails/5001", "value": { "type": "work" } },
              { "op": "add", "path": "/phones", "value": { "type": "work", "value": "1" } }, { "op": "replace", "path": "/phones/5002/type", "value": "fax" },
              { "op": "add", "path": "/phones/99999", "value": { "type": "work", "value": "1" } },
              { "op": "replace", "path": "/chats/9223372036854775808/value", "value": "ada" } ]
            """);

        Assert.Equal(400, answer.Status);
        Assert.Equal(
            [
                ("[0].path", "The customer has no such entry"),
                ("[1].value", "may not be empty"),
                ("[3].path", "The customer has no such entry"),
                ("[3].value.value", "may not be empty"),
                ("[6].op", "Not allowed on this path. Expected one of these: 'remove', 'replace'"),
                ("[7].path", "The customer has no such entry"),
            ],
            answer.Errors);
        Assert.Equal("/emails/99999", answer.Json.GetProperty("_embedded").GetProperty("errors")[0].GetProperty("rejectedValue").GetString());
        Assert.Equal(customer.Profile, await http.StoredAsync(customer));
    }

    [Theory]
    [InlineData("99999999")]
    [InlineData("abc")]
    public async Task Of_a_customer_of_nobodys_no_entry_is_missing(string id)
    {
        var answer = await http.PatchAsync(id, """
            [ { "op": "remove", "path": "/emails/99999" }, { "op": "replace", "path": "/firstName", "value": "" } ]
            """);

        Assert.Equal((400, ("[1].value", "may not be empty")), (answer.Status, Assert.Single(answer.Errors)));
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData("0")]
    public async Task An_entry_with_any_number_may_be_unknown(string id)
    {
        var answer = await http.PatchAsync(await http.CreateAsync(), OperationBody("remove", $"/emails/{id}", null));

        Assert.Equal((404, "Customer entry not found ([0].path)"), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task An_address_that_another_customer_has_is_a_conflict()
    {
        var owner = await http.CreateAsync();
        var customer = await http.CreateAsync();
        var body = OperationBody("replace", "/emails/5001/value", $"\"{owner.Profile.Email}\"");

        var answer = await http.PatchAsync(customer, body);

        Assert.Equal((409, "application/vnd.error+json"), (answer.Status, answer.ContentType));
        Assert.Equal("Another customer already has this value (/emails)", answer.Message);
        Assert.False(answer.Json.TryGetProperty("_embedded", out _));
        Assert.DoesNotContain("Lovelace", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_number_may_be_shared_unless_it_is_the_primary()
    {
        var owner = await http.CreateAsync();
        var customer = await http.CreateAsync();

        var added = await http.PatchAsync(customer, OperationBody("add", "/phones", $$"""{"type":"home","value":"{{owner.Profile.Phone}}"}"""));
        var replaced = await http.PatchAsync(customer, OperationBody("replace", "/phones/5002/value", $"\"{owner.Profile.Phone}\""));

        Assert.Equal((204, 409), (added.Status, replaced.Status));
        Assert.Equal("Another customer already has this value (/phones)", replaced.Message);
    }
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutRefusalTestsOnPostgres(PostgresHost host) : HelpScoutRefusalTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutRefusalTestsOnSqlite(SqliteHost host) : HelpScoutRefusalTests(host);
