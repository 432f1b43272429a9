using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Customers;
using CustomerUpdate.Api.Tests.Limits;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

[Collection(PostgresTests.Name)]
public sealed class QuentliCreateOnPostgres(PostgresHost host) : QuentliCreateTests(host);

[Collection(SqliteTests.Name)]
public sealed class QuentliCreateOnSqlite(SqliteHost host) : QuentliCreateTests(host);

/// <summary>What Quentli's creation of a customer does, over HTTP.</summary>
public abstract class QuentliCreateTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly QuentliUnderTest contract = new();

    [Fact]
    public async Task A_new_customer_has_all_that_was_sent_and_is_shown_in_an_envelope()
    {
        var (name, phone, second) = (Unique(), $"+1{CustomerRoutes.UniqueDigits()}", $"+1{CustomerRoutes.UniqueDigits()}");

        var (status, body) = await CreateAsync(
            $$"""
            { "name": "Lucia Torres", "username": "{{name}}", "email": "{{name}}@example.com", "phoneNumber": "{{phone}}",
              "secondaryPhoneNumber": "{{second}}", "acceptedServiceAgreement": true, "skipTaxInvoice": true, "assigneeId": "u_1",
              "optedOutWhatsappAt": "2025-01-15T10:30:00.000Z", "metadata": [{ "key": "studentId", "value": "A-1029" }], "tags": ["VIP"] }
            """);

        Assert.Equal(201, status);
        Assert.Equal(QuentliWire.NamesOf(JsonDocument.Parse(QuentliWire.PublishedResponse).RootElement), QuentliWire.NamesOf(body).Where(name => name != "studentId"));
        var shown = body.GetProperty("customer");
        Assert.Matches("^c[0-9a-z]{24}$", shown.GetProperty("id").GetString());
        Assert.Equal(("Lucia Torres", name, phone), (TextOf(shown, "name"), TextOf(shown, "username"), TextOf(shown, "phoneNumber")));
        Assert.True(shown.GetProperty("skipTaxInvoice").GetBoolean());
        Assert.False(shown.GetProperty("hasChangedPassword").GetBoolean());
        var profile = (await host.Customers.FindAsync(CustomerKey.Reference("quentli", TextOf(shown, "id")!)))!.Profile;
        Assert.Equal((second, "u_1"), (profile.SecondaryPhone, profile.AssigneeId));
        Assert.Equal(["VIP"], profile.Tags);
        Assert.True(profile.Consent.AcceptedServiceAgreement);
        Assert.Equal("A-1029", profile.CustomAttributes["studentId"].Text);
    }

    [Fact]
    public async Task The_other_contracts_have_an_id_for_it_too()
    {
        var (_, body) = await CreateAsync($$"""{ "name": "{{Unique()}}" }""");

        var made = await host.Customers.FindAsync(CustomerKey.Reference("quentli", TextOf(body.GetProperty("customer"), "id")!));
        Assert.Equal(["chatwoot", "helpscout", "insighto", "quentli"], made!.Profile.References.Select(reference => reference.Contract).Order());
    }

    [Fact]
    public async Task The_answer_is_what_a_read_shows()
    {
        var (_, body) = await CreateAsync($$"""{ "name": "{{Unique()}}" }""");
        var customer = body.GetProperty("customer");
        var made = await host.Customers.FindAsync(CustomerKey.Reference("quentli", TextOf(customer, "id")!));

        var (status, shown) = await SendAsync(contract.Show(made!));

        Assert.Equal((200, customer.GetRawText()), (status, shown.GetRawText()));
    }

    [Fact]
    public async Task Members_that_only_an_update_writes_are_ignored()
    {
        var (status, body) = await CreateAsync(
            $$"""
            { "name": "{{Unique()}}", "password": 5, "otp": 5, "meta": { "grade": "5A" }, "emailVerified": true, "hasChangedPassword": "?",
              "signature": "x", "tosIp": "1.2.3.4", "replyWithAssistant": true, "id": "cm1", "createdAt": "?", "shoeSize": 42 }
            """);

        var customer = body.GetProperty("customer");
        Assert.Equal(201, status);
        Assert.Equal("{}", customer.GetProperty("meta").GetRawText());
        Assert.False(customer.GetProperty("emailVerified").GetBoolean());
        Assert.NotEqual("cm1", TextOf(customer, "id"));
        Assert.Equal(JsonValueKind.Null, customer.GetProperty("signatureAcceptedAt").ValueKind);
    }

    [Fact]
    public async Task Null_is_no_value()
    {
        var (status, body) = await CreateAsync(
            $$"""
            { "name": "{{Unique()}}", "username": null, "email": null, "phoneNumber": null, "secondaryPhoneNumber": null,
              "acceptedServiceAgreement": null, "skipTaxInvoice": null, "assigneeId": null, "optedOutWhatsappAt": null, "metadata": null, "tags": null }
            """);

        Assert.Equal(201, status);
        Assert.Equal(JsonValueKind.Null, body.GetProperty("customer").GetProperty("username").ValueKind);
    }

    [Theory]
    [InlineData("""{ "email": "a@example.com" }""", "input.name")]
    [InlineData("""{ "name": null }""", "input.name")]
    [InlineData("""{ "name": 5, "username": "" }""", "input.name", "input.username")]
    [InlineData("""{ "name": "x", "email": "x", "phoneNumber": "555 0100" }""", "input.email", "input.phoneNumber")]
    [InlineData("""{ "name": "x", "acceptedServiceAgreement": "yes", "skipTaxInvoice": 0 }""", "input.acceptedServiceAgreement", "input.skipTaxInvoice")]
    [InlineData("""{ "name": "x", "metadata": [{ "key": "a" }], "tags": [5] }""", "input.tags", "input.metadata")]
    [InlineData("""{ "name": "x", "optedOutWhatsappAt": "2025-01-15" }""", "input.optedOutWhatsappAt")]
    [InlineData("""{ "data": { "name": "x" } }""", "input.name")]
    [InlineData("null", "input")]
    [InlineData("[]", "input")]
    public async Task A_bad_member_is_named(string input, params string[] paths)
    {
        var (status, error) = await CreateAsync(input);

        Assert.Equal((400, "VALIDATION_ERROR"), (status, TextOf(error, "code")));
        Assert.Equal(paths, error.GetProperty("errors").EnumerateArray().Select(problem => TextOf(problem, "path")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "input": { "name": "\u0000" } }""")]
    public async Task A_body_without_input_is_refused(string body) =>
        Assert.Equal(400, (await SendAsync(contract.Customers(query: null, body))).Status);

    [Theory]
    [InlineData("email", "EMAIL_TAKEN")]
    [InlineData("phoneNumber", "PHONE_TAKEN")]
    [InlineData("username", "USERNAME_TAKEN")]
    public async Task A_value_of_another_customer_is_a_conflict_that_shows_the_customer(string member, string code)
    {
        var owner = await host.Customers.CreateAsync(profile => profile with { Username = $"ada-{profile.Email}" });
        var value = member switch { "email" => owner.Profile.Email, "phoneNumber" => owner.Profile.Phone, _ => owner.Profile.Username };

        var (status, error) = await CreateAsync($$"""{ "name": "Not Written", "{{member}}": "{{value}}" }""");

        Assert.Equal((409, code, value), (status, TextOf(error, "code"), TextOf(error, member)));
        Assert.Equal(owner.Profile.ReferenceOf("quentli"), TextOf(error.GetProperty("conflictingCustomer"), "id"));
    }

    [Fact]
    public async Task A_value_may_be_anothers_in_another_organization()
    {
        var tenant = await LimitedTenant.CreateAsync(host);
        var owner = await host.Customers.CreateAsync();

        var (status, _) = await CreateAsync($$"""{ "name": "x", "email": "{{owner.Profile.Email}}" }""", await tenant.NewKeyAsync("quentli"));

        Assert.Equal(201, status);
    }

    [Fact]
    public async Task Whose_key_may_not_write_creates_nobody()
    {
        var email = $"{Unique()}@example.com";

        var (status, error) = await CreateAsync($$"""{ "name": "x", "email": "{{email}}" }""", TestTenants.DemoReadOnly.Key("quentli"));
        var (keyless, _) = await CreateAsync($$"""{ "name": "x", "email": "{{email}}" }""", "");

        Assert.Equal((403, "FORBIDDEN", 401), (status, TextOf(error, "code"), keyless));
        Assert.Null(await host.Customers.FindAsync(new CustomerKey(CustomerKey.EmailKind, email)));
    }

    [Fact]
    public async Task A_tenant_that_asks_for_one_time_passwords_and_versions_needs_neither_here()
    {
        foreach (var tenant in new[] { TestTenants.Strict, TestTenants.Careful })
        {
            var (status, _) = await CreateAsync($$"""{ "name": "x", "email": "{{Unique()}}@example.com" }""", tenant.Key("quentli"));

            Assert.Equal(201, status);
        }
    }

    [Fact]
    public async Task The_same_request_again_makes_nobody_else_and_a_dry_run_makes_nobody()
    {
        var body = $$"""{ "input": { "name": "x", "email": "{{Unique()}}@example.com" } }""";
        var dry = contract.Customers(query: null, body);
        dry.Headers.Add("Prefer", "dry-run");

        var (looked, _) = await SendAsync(dry);
        var (first, made) = await SendAsync(Keyed());
        var (again, repeated) = await SendAsync(Keyed());

        Assert.Equal((201, 201, 201), (looked, first, again));
        Assert.Equal(made.GetRawText(), repeated.GetRawText());

        HttpRequestMessage Keyed()
        {
            var request = contract.Customers(query: null, body);
            request.Headers.Add("Idempotency-Key", body[^40..].Replace('"', '-').Replace(' ', '-'));
            return request;
        }
    }

    private static string Unique() => $"q-{Guid.NewGuid():N}";

    private static string? TextOf(JsonElement json, string member) => json.GetProperty(member).GetString();

    private Task<(int Status, JsonElement Body)> CreateAsync(string input, string? key = null) =>
        SendAsync(contract.Customers(query: null, $$"""{ "input": {{input}} }""", key));

    private async Task<(int Status, JsonElement Body)> SendAsync(HttpRequestMessage request)
    {
        var answer = await host.Client.SendAsync(request);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
