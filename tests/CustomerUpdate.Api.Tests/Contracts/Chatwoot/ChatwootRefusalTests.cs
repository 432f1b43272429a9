using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Who is let in, what is refused, and what is said first, over HTTP.</summary>
public abstract class ChatwootRefusalTests
{
    private const string SignIn = """401 {"errors":["You need to sign in or sign up before continuing."]}""";
    private const string UnknownToken = """401 {"error":"Invalid Access Token"}""";
    private const string ForeignAccount = """401 {"error":"You are not authorized to access this account"}""";
    private const string NotAllowed = """401 {"error":"You are not authorized to do this action"}""";
    private const string NotFound = """404 {"error":"Resource could not be found"}""";
    private const string Malformed = """400 {"status":400,"error":"Bad Request"}""";

    private readonly HostUnderTest host;
    private readonly ChatwootClient chatwoot;

    private protected ChatwootRefusalTests(HostFixture fixture)
    {
        host = fixture.Host;
        chatwoot = new ChatwootClient(host);
    }

    [Theory]
    [InlineData("api_access_token")]
    [InlineData("Api-Access-Token")]
    [InlineData("API_ACCESS_TOKEN")]
    [InlineData("api-access-token")]
    [InlineData("Api_Access-Token")]
    public async Task The_token_goes_by_any_spelling_of_its_header(string header)
    {
        var path = ChatwootClient.PathOf(await host.Customers.CreateAsync());

        Assert.Equal(200, (await chatwoot.SendAsync(HttpMethod.Get, path, null, (header, ChatwootClient.Token))).Status);
        Assert.Equal(200, (await chatwoot.SendAsync(HttpMethod.Put, path, null, (header, ChatwootClient.Token))).Status);
        Assert.Equal(UnknownToken, (await chatwoot.SendAsync(HttpMethod.Put, path, null, (header, "nobody's"))).Line);
    }

    [Fact]
    public async Task A_bearer_token_means_nothing()
    {
        var path = ChatwootClient.PathOf(await host.Customers.CreateAsync());
        var bearer = ("Authorization", $"Bearer {ChatwootClient.Token}");
        var token = ("api_access_token", ChatwootClient.Token);

        Assert.Equal(SignIn, (await chatwoot.SendAsync(HttpMethod.Get, path, null, bearer)).Line);
        Assert.Equal(200, (await chatwoot.SendAsync(HttpMethod.Get, path, null, bearer, token)).Status);
        Assert.Equal(200, (await chatwoot.SendAsync(HttpMethod.Get, path, null, ("Authorization", "Basic !"), token)).Status);
    }

    [Fact]
    public async Task A_blank_token_and_one_in_the_query_are_none()
    {
        var path = ChatwootClient.PathOf(await host.Customers.CreateAsync());

        Assert.Equal(SignIn, (await chatwoot.SendAsync(HttpMethod.Get, path, null, ("api_access_token", " "))).Line);
        Assert.Equal(
            SignIn, (await chatwoot.SendAsync(HttpMethod.Get, $"{path}?api_access_token={ChatwootClient.Token}", null, ("X-Other", "1"))).Line);
        Assert.Equal(
            200,
            (await chatwoot.SendAsync(HttpMethod.Get, path, null, ("api_access_token", ""), ("Api-Access-Token", ChatwootClient.Token))).Status);
    }

    [Theory]
    [InlineData("2", ForeignAccount)]
    [InlineData("999", NotFound)]
    [InlineData("abc", NotFound)]
    [InlineData("1abc", NotFound)]
    [InlineData("0", NotFound)]
    public async Task An_account_must_be_there_and_be_the_tokens(string account, string refusal)
    {
        var id = ChatwootClient.IdOf(await host.Customers.CreateAsync());

        Assert.Equal(refusal, (await chatwoot.SendAsync(HttpMethod.Get, ChatwootClient.PathOf(id, account))).Line);
        Assert.Equal(refusal, (await chatwoot.SendAsync(HttpMethod.Put, ChatwootClient.PathOf(id, account), ContractUnderTest.Text("{"))).Line);
    }

    [Theory]
    [InlineData("99999999")]
    [InlineData("abc")]
    [InlineData("{0}abc")]
    [InlineData("-{0}")]
    [InlineData("{0}.xml")]
    [InlineData("{0}%20")]
    [InlineData("99999999999999999999999")]
    public async Task A_contact_that_is_nobody_is_not_found(string form)
    {
        var id = string.Format(null, form, ChatwootClient.IdOf(await host.Customers.CreateAsync()));

        Assert.Equal(NotFound, (await chatwoot.SendAsync(HttpMethod.Get, ChatwootClient.PathOf(id))).Line);
        Assert.Equal(
            NotFound, (await chatwoot.SendAsync(HttpMethod.Patch, ChatwootClient.PathOf(id), ContractUnderTest.Text("""{ "email": "x" }"""))).Line);
    }

    [Fact]
    public async Task Failures_show_in_the_vendors_order()
    {
        var id = ChatwootClient.IdOf(await host.Customers.CreateAsync());
        var readOnly = ("api_access_token", TestTenants.DemoReadOnly.Key("chatwoot"));

        Assert.Equal(SignIn, await PutAsync("999999", "0", "{", ("X-Other", "1")));
        Assert.Equal(UnknownToken, await PutAsync("999999", "0", "{", ("api_access_token", "nobody's")));
        Assert.Equal(NotFound, await PutAsync("999999", "0", "{"));
        Assert.Equal(NotAllowed, await PutAsync("1", "0", "{", readOnly));
        Assert.Equal(Malformed, await PutAsync("1", "0", "{"));
        Assert.Equal(NotFound, await PutAsync("1", "0", """{ "email": "x" }"""));
        Assert.Equal("""422 {"message":"Email Invalid email","attributes":["email"]}""", await PutAsync("1", id, """{ "email": "x" }"""));

        async Task<string> PutAsync(string account, string contact, string body, params (string, string)[] headers) =>
            (await chatwoot.SendAsync(HttpMethod.Put, ChatwootClient.PathOf(contact, account), ContractUnderTest.Text(body), headers)).Line;
    }

    [Fact]
    public async Task One_bad_member_refuses_all()
    {
        var customer = await host.Customers.CreateAsync();

        var answer = await chatwoot.PutAsync(customer, """{ "name": "Grace", "custom_attributes": { "a": 1 }, "phone_number": "12345" }""");

        Assert.Equal("""422 {"message":"Phone number should be in e164 format","attributes":["phone_number"]}""", answer.Line);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Values_of_another_contact_are_all_named_and_the_contact_is_not()
    {
        var owner = await host.Customers.CreateAsync(profile => profile with { Identifier = $"CRM-{profile.Email}" });
        var (email, phone, identifier) = (owner.Profile.Email, owner.Profile.Phone, owner.Profile.Identifier);
        var customer = await host.Customers.CreateAsync();

        var taken = await chatwoot.PutAsync(customer, $$"""{ "phone_number": "{{phone}}", "identifier": "{{identifier}}", "email": "{{email}}" }""");
        var otherCase = await chatwoot.PutAsync(customer, $$"""{ "identifier": "{{identifier!.ToLowerInvariant()}}" }""");

        Assert.Equal(
            """422 {"message":"Email has already been taken, Identifier has already been taken, """
                + """Phone number has already been taken","attributes":["email","identifier","phone_number"]}""",
            taken.Line);
        Assert.Equal(200, otherCase.Status);
    }

    [Fact]
    public async Task What_is_taken_is_said_beside_what_is_invalid()
    {
        var owner = await host.Customers.CreateAsync(profile => profile with { Identifier = $"CRM-{profile.Email}" });
        var customer = await host.Customers.CreateAsync();
        const string message = """422 {"message":"Name is too long (maximum is 255 characters), Email has already been taken, """
            + """Identifier has already been taken, Phone number should be in e164 format","attributes":["name","email","identifier","phone_number"]}""";
        var sent = $$"""{ "phone_number": "x", "identifier": "{{owner.Profile.Identifier}}", "email": "{{owner.Profile.Email}}", "name": "{{new string('x', 256)}}" }""";

        Assert.Equal(message, (await chatwoot.PutAsync(customer, sent)).Line);
        Assert.Equal(message, (await chatwoot.PostAsync("/contacts", sent)).Line);
        Assert.Equal(
            """422 {"message":"Phone number should be in e164 format","attributes":["phone_number"]}""",
            (await chatwoot.PutAsync(owner, $$"""{ "phone_number": "x", "email": "{{owner.Profile.Email}}" }""")).Line);
    }
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootRefusalsOnPostgres(PostgresHost host) : ChatwootRefusalTests(host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootRefusalsOnSqlite(SqliteHost host) : ChatwootRefusalTests(host);
