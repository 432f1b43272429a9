using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>The kinds of body, over HTTP.</summary>
public abstract class ChatwootBodyTests
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Malformed = """400 {"status":400,"error":"Bad Request"}""";

    private readonly HostUnderTest host;
    private readonly ChatwootClient chatwoot;

    private protected ChatwootBodyTests(HostFixture fixture)
    {
        host = fixture.Host;
        chatwoot = new ChatwootClient(host);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    [InlineData("text/x-json")]
    [InlineData("application/jsonrequest")]
    [InlineData("application/vnd.api+json")]
    public async Task Json_has_several_names(string mediaType)
    {
        var answer = await chatwoot.PutAsync(await host.Customers.CreateAsync(), ContractUnderTest.Text("""{ "name": "Grace" }""", mediaType));

        Assert.Equal("\"Grace\"", answer["name"]);
    }

    [Fact]
    public async Task A_form_is_read()
    {
        var customer = await host.Customers.CreateAsync();

        var answer = await chatwoot.PutAsync(customer, ContractUnderTest.Text(
            "name=Zo%C3%AB+L&blocked=on&custom_attributes[plan]=gold&custom_attributes[tags][]=a&custom_attributes[tags][]=b"
                + "&additional_attributes[social][x]=y",
            Form));

        Assert.Equal(("\"Zoë L\"", "true"), (answer["name"], answer["blocked"]));
        Assert.Equal("""{"plan":"gold","tags":["a","b"]}""", answer["custom_attributes"]);
        Assert.Equal("""{"social":{"x":"y"}}""", answer["additional_attributes"]);
    }

    [Fact]
    public async Task A_multipart_form_is_read()
    {
        var form = new MultipartFormDataContent { { new StringContent("Zoë"), "name" }, { new StringContent("5"), "\"custom_attributes[n]\"" } };

        var answer = await chatwoot.PutAsync(await host.Customers.CreateAsync(), form);

        Assert.Equal(("\"Zoë\"", """{"n":"5"}"""), (answer["name"], answer["custom_attributes"]));
    }

    [Fact]
    public async Task The_body_wins_over_the_query_and_the_path_over_both()
    {
        var customer = await host.Customers.CreateAsync();
        const string query = "?name=Query&identifier=from-query&id=1&account_id=2&custom_attributes[q]=1";

        var body = ContractUnderTest.Text("""{ "name": "Body", "id": 3, "custom_attributes": { "b": 1 } }""");
        var answer = await chatwoot.PutAsync(customer, body, query);

        Assert.Equal(("\"Body\"", "\"from-query\"", """{"b":1}"""), (answer["name"], answer["identifier"], answer["custom_attributes"]));
        Assert.Equal(ChatwootClient.IdOf(customer), JsonDocument.Parse(answer.Body).RootElement.GetProperty("id").GetRawText());
    }

    [Fact]
    public async Task The_query_alone_is_enough()
    {
        var customer = await host.Customers.CreateAsync();

        Assert.Equal("\"A\"", (await chatwoot.PutAsync(customer, (HttpContent?)null, "?name=A"))["name"]);
        Assert.Equal("\"B\"", (await chatwoot.PutAsync(customer, ContractUnderTest.Text("[]"), "?name=B"))["name"]);
        Assert.Equal("\"C\"", (await chatwoot.PutAsync(customer, ContractUnderTest.Text("", Form), "?name=C"))["name"]);
    }

    [Fact]
    public async Task No_body_at_all_asks_for_nothing()
    {
        var customer = await host.Customers.CreateAsync();

        Assert.Equal(200, (await chatwoot.PutAsync(customer, (HttpContent?)null)).Status);
        Assert.Equal(200, (await chatwoot.PutAsync(customer, ContractUnderTest.Bytes([], null))).Status);
        Assert.Equal(200, (await chatwoot.PutAsync(customer, ContractUnderTest.Bytes([], "multipart/form-data"))).Status);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/octet-stream")]
    public Task A_body_of_an_unread_type_is_refused(string? mediaType) => RefusesAsync(
        """415 {"error":"The Content-Type must be application/json, application/x-www-form-urlencoded or multipart/form-data"}""",
        ContractUnderTest.Bytes([.. """{ "name": "Grace" }"""u8], mediaType));

    [Fact]
    public Task A_broken_escape_is_refused() => RefusesAsync(Malformed, ContractUnderTest.Text("name=%zz", Form));

    [Theory]
    [InlineData("name=%C3%28")]
    [InlineData("name=a%00b")]
    [InlineData("name=a&name[b]=c")]
    public async Task A_malformed_form_or_query_is_refused(string parameters)
    {
        await RefusesAsync(Malformed, ContractUnderTest.Text(parameters, Form));
        await RefusesAsync(Malformed, null, "?" + parameters);
        await RefusesAsync(Malformed, ContractUnderTest.Text("{}"), "?" + parameters);
        Assert.Equal(Malformed, (await chatwoot.GetAsync(await host.Customers.CreateAsync(), "?" + parameters)).Line);
    }

    [Fact]
    public Task A_malformed_multipart_form_is_refused() => RefusesAsync(Malformed, ContractUnderTest.Text("x", "multipart/form-data; boundary=XX"));

    [Fact]
    public Task A_form_over_1_MiB_is_refused() => RefusesAsync(
        """413 {"error":"The request body must not be larger than 1 MiB, a picture aside, and no contact larger than 4 MiB"}""",
        ContractUnderTest.Text("name=" + new string('x', 1024 * 1024), Form));

    private async Task RefusesAsync(string refusal, HttpContent? body, string query = "")
    {
        Customer customer = await host.Customers.CreateAsync();

        Assert.Equal(refusal, (await chatwoot.PutAsync(customer, body, query)).Line);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootBodiesOnPostgres(PostgresHost host) : ChatwootBodyTests(host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootBodiesOnSqlite(SqliteHost host) : ChatwootBodyTests(host);
