using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>A customer's fields are overwritten as a whole.</summary>
public abstract class HelpScoutOverwriteTests
{
    private const string AllFields = """
        { "firstName": "Vernon", "lastName": "Bear", "photoUrl": "https://example.com/v.png", "photoType": "twitter", "jobTitle": "CEO",
          "location": "Dallas", "background": "Bears.", "age": "30-35", "gender": "male", "organization": "Acme, Inc", "organizationId": 7 }
        """;

    private readonly HelpScoutHttp http;

    private protected HelpScoutOverwriteTests(HostFixture fixture) => http = new HelpScoutHttp(fixture.Host);

    [Fact]
    public async Task All_fields_are_written()
    {
        var customer = await http.CreateAsync();

        var answer = await PutAsync(customer, AllFields);

        Assert.Equal((204, null, ""), (answer.Status, answer.ContentType, answer.Body));
        var stored = await http.StoredAsync(customer);
        Assert.Equal(
            customer.Profile with
            {
                Name = new PersonName("Vernon Bear", "Vernon", "Bear"),
                PhotoUrl = "https://example.com/v.png",
                PhotoType = "twitter",
                JobTitle = "CEO",
                Location = "Dallas",
                Background = "Bears.",
                Age = "30-35",
                Gender = "Male",
                Organization = "Acme, Inc",
                Vendor = stored.Vendor,
            },
            stored);
        Assert.Equal("7", stored.VendorValue("helpscout", "organizationId").Text);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "firstName": null, "age": null, "organizationId": null }""")]
    [InlineData("""{ "jobTitle": "", "background": "" }""")]
    public async Task What_is_missing_is_cleared(string body)
    {
        var customer = await http.CreateAsync();
        await PutAsync(customer, AllFields);

        Assert.Equal(204, (await PutAsync(customer, body)).Status);

        Assert.Equal(customer.Profile with { Name = PersonName.None }, await http.StoredAsync(customer));
    }

    [Fact]
    public async Task Entries_the_phone_and_unknown_members_are_ignored()
    {
        var customer = await http.CreateAsync();

        var answer = await PutAsync(customer, $$"""
            { "id": 5, "firstName": "Ada", "lastName": "Lovelace", "phone": 5, "emails": [ { "id": 1, "value": "other@example.com" } ], "phones": "none",
              "address": { "city": "Dallas" }, "createdAt": "never", "_embedded": {} }
            """);

        Assert.Equal(204, answer.Status);
        Assert.Equal(customer.Profile, await http.StoredAsync(customer));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_nothing_is_written()
    {
        var customer = await http.CreateAsync();

        var answer = await PutAsync(customer, $$"""
            { "firstName": "", "lastName": "{{new string('a', 41)}}", "photoUrl": "{{new string('a', 201)}}", "photoType": "default", "jobTitle": 5,
              "location": "{{new string('a', 61)}}", "age": 30, "gender": "other", "organizationId": "seven" }
            """);

        Assert.Equal(400, answer.Status);
        Assert.Equal(
            [
                ("firstName", "may not be empty"),
                ("lastName", "size must be between 1 and 40"),
                ("photoUrl", "size must be between 0 and 200"),
                ("photoType", "Expected one of these: 'unknown', 'gravatar', 'twitter', 'facebook', 'googleprofile', 'googleplus', 'linkedin', 'instagram'"),
                ("jobTitle", "Expected a string"),
                ("location", "size must be between 0 and 60"),
                ("age", "Expected a string"),
                ("gender", "Expected one of these: 'male', 'female', 'unknown'"),
                ("organizationId", "Expected a positive integer"),
            ],
            answer.Errors);
        Assert.Equal(customer.Profile, await http.StoredAsync(customer));
    }

    [Theory]
    [InlineData("", "{}", "may not be empty")]
    [InlineData("null", "{}", "may not be empty")]
    [InlineData("[]", "{}", "Expected an object")]
    [InlineData("5", "{}", "Expected an object")]
    [InlineData("{", "{}", "Not readable as JSON from byte 1 on")]
    public async Task A_body_is_one_object(string body, string path, string message)
    {
        var answer = await PutAsync(await http.CreateAsync(), body);

        Assert.Equal(400, answer.Status);
        Assert.Equal([(path, message)], answer.Errors);
    }

    [Fact]
    public async Task It_is_refused_as_an_update_is()
    {
        var customer = await http.CreateAsync();
        var stranger = await http.CreateAsync();

        Assert.Equal(404, (await http.SendAsync(HttpMethod.Put, "/v2/customers/99999999", "{}")).Status);
        Assert.Equal(412, (await PutAsync(customer, "{}", request => request.Headers.TryAddWithoutValidation("If-Match", "\"9-helpscout\""))).Status);
        Assert.Equal(403, (await PutAsync(customer, "{}", request => Show(request, TestTenants.DemoReadOnly.Key("helpscout")))).Status);
        Assert.Equal(404, (await PutAsync(stranger, "{}", request => Show(request, TestTenants.Other.Key("helpscout")))).Status);
        Assert.Equal(415, (await PutAsync(customer, "{}", request => request.Content!.Headers.ContentType = new("text/plain"))).Status);
        Assert.Equal(customer.Profile, await http.StoredAsync(customer));
    }

    private static void Show(HttpRequestMessage request, string token)
    {
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
    }

    private Task<HelpScoutAnswer> PutAsync(Customer customer, string body, Action<HttpRequestMessage>? alter = null) =>
        http.SendAsync(HttpMethod.Put, $"/v2/customers/{customer.Profile.ReferenceOf("helpscout")}", body, alter);
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutOverwriteTestsOnPostgres(PostgresHost host) : HelpScoutOverwriteTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutOverwriteTestsOnSqlite(SqliteHost host) : HelpScoutOverwriteTests(host);
