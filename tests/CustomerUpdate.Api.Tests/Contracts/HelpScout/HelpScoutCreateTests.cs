using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Customers;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>A customer is made with all that it has.</summary>
public abstract class HelpScoutCreateTests
{
    private readonly HostUnderTest host;
    private readonly HelpScoutHttp http;

    private protected HelpScoutCreateTests(HostFixture fixture)
    {
        host = fixture.Host;
        http = new HelpScoutHttp(host);
    }

    [Fact]
    public async Task It_is_answered_without_content_and_with_both_headers()
    {
        var answer = await PostAsync("""{ "firstName": "Vernon" }""");

        var id = answer.Header("Resource-ID");
        Assert.Equal((201, null, ""), (answer.Status, answer.ContentType, answer.Body));
        Assert.Equal($"{host.Client.BaseAddress}v2/customers/{id}", answer.Header("Location"));
        Assert.Equal("Vernon", (await http.GetAsync(id)).Json.GetProperty("firstName").GetString());
        Assert.NotEmpty(answer.Header("Correlation-Id"));
    }

    [Fact]
    public async Task All_members_are_written()
    {
        var (email, phone) = (Email(), CustomerRoutes.UniqueDigits());

        var created = await PostAsync($$"""
            { "firstName": "Vernon", "lastName": "Bear", "photoUrl": "https://example.com/v.png", "photoType": "twitter", "jobTitle": "CEO",
              "location": "Dallas", "background": "Bears.", "age": "30-35", "gender": "male", "organization": "Acme, Inc", "organizationId": 7,
              "phone": "{{phone}}", "emails": [ { "type": "work", "value": "{{email}}" }, { "type": "home", "value": "2{{email}}" } ],
              "phones": [ { "type": "fax", "value": "{{phone}}" } ], "chats": [ { "type": "aim", "value": "jsprout" } ],
              "socialProfiles": [ { "type": "foursquare", "value": "bear" } ], "websites": [ { "value": "https://acme.example" } ],
              "address": { "city": "Dallas", "state": "TX", "postalCode": "74206", "country": "US", "lines": [ "123 West Main St", "Suite 123" ] } }
            """);

        Assert.Equal(201, created.Status);
        var stored = await StoredAsync(created);
        Assert.Equal(new PersonName("Vernon Bear", "Vernon", "Bear"), stored.Name);
        Assert.Equal(
            ("https://example.com/v.png", "twitter", "CEO", "Dallas", "Bears.", "30-35", "Male", "Acme, Inc", "7"),
            (stored.PhotoUrl, stored.PhotoType, stored.JobTitle, stored.Location, stored.Background, stored.Age, stored.Gender, stored.Organization,
                stored.VendorValue("helpscout", "organizationId").Text));
        Assert.Equal([("work", email), ("home", $"2{email}")], Typed(stored.Emails));
        Assert.Equal([("fax", phone)], Typed(stored.Phones));
        Assert.Equal([("aim", "jsprout")], Typed(stored.Chats));
        Assert.Equal([("forsquare", "bear")], Typed(stored.SocialProfiles));
        Assert.Equal([(null, "https://acme.example")], Typed(stored.Websites));
        Assert.Equal(
            new Address { City = "Dallas", State = "TX", PostalCode = "74206", Country = "US", Lines = ["123 West Main St", "Suite 123"] }, stored.Address);
        Assert.Equal(email, stored.Email);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "id": 5, "email": "no", "draft": true, "firstName": null, "phone": "", "emails": null, "address": null, "jobTitle": "", "phones": [] }""")]
    public async Task No_member_is_required_and_others_are_ignored(string body)
    {
        var created = await PostAsync(body);

        Assert.Equal(201, created.Status);
        var stored = await StoredAsync(created);
        Assert.Equal(new Profile { References = stored.References }, stored);
    }

    [Fact]
    public async Task A_phone_of_its_own_is_one_more()
    {
        var (phone, other) = (CustomerRoutes.UniqueDigits(), CustomerRoutes.UniqueDigits());

        var created = await PostAsync($$"""{ "phone": "{{phone}}", "phones": [ { "type": "work", "value": "{{other}}" } ] }""");

        Assert.Equal([("work", other), (null, phone)], Typed((await StoredAsync(created)).Phones));
    }

    [Fact]
    public async Task Every_contract_knows_the_new_customer()
    {
        var stored = await StoredAsync(await PostAsync("""{ "firstName": "Vernon" }"""));

        foreach (var contract in new[] { "quentli", "chatwoot", "insighto" })
        {
            Assert.NotNull(await host.Customers.FindAsync(CustomerKey.Reference(contract, stored.ReferenceOf(contract)!)));
        }
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var answer = await PostAsync($$"""
            { "firstName": "{{new string('a', 41)}}", "gender": "bear", "organizationId": 0, "phone": 5,
              "emails": [ { "value": "a@example.com" }, { "type": "office", "value": "no" }, null, 5 ],
              "phones": {}, "chats": [ { "type": "aim" } ], "socialProfiles": [ { "type": "twitter", "value": "" } ], "websites": [ { "value": 5 } ],
              "address": { "city": "Dallas", "lines": [ 5, null ] }, "properties": [ { "value": "x" }, { "slug": "a", "value": [] } ] }
            """);

        Assert.Equal((400, "application/vnd.error+json"), (answer.Status, answer.ContentType));
        Assert.Equal(
            [
                ("firstName", "size must be between 1 and 40"),
                ("gender", "Expected one of these: 'male', 'female', 'unknown'"),
                ("organizationId", "Expected a positive integer"),
                ("phone", "Expected a string"),
                ("emails[0].type", "may not be empty"),
                ("emails[1].type", "Expected one of these: 'home', 'other', 'work'"),
                ("emails[1].value", "not a well-formed email address"),
                ("emails[2]", "may not be empty"),
                ("emails[3]", "Expected an object"),
                ("phones", "Expected an array of objects"),
                ("chats[0].value", "may not be empty"),
                ("socialProfiles[0].value", "may not be empty"),
                ("websites[0].value", "Expected a string"),
                ("address.state", "may not be empty"),
                ("address.postalCode", "may not be empty"),
                ("address.country", "may not be empty"),
                ("address.lines", "Expected an array of strings"),
                ("properties[0].slug", "may not be empty"),
                ("properties[1].slug", "There is no such property"),
            ],
            answer.Errors);
    }

    [Fact]
    public async Task Properties_are_those_that_are_defined()
    {
        var created = await PostAsync("""{ "properties": [ { "slug": "plan", "value": "premium" } ] }""");
        var refused = await PostAsync("""{ "properties": [ { "slug": "plan", "value": [] }, { "slug": "unheard-of", "value": "x" }, { "slug": "plan" } ] }""");

        Assert.Equal("premium", (await StoredAsync(created)).CustomAttributes.Find("plan").Text);
        Assert.Equal(400, refused.Status);
        Assert.Equal(
            [
                ("properties[0].value", "Expected a string"),
                ("properties[1].slug", "There is no such property"),
                ("properties[2].value", "may not be empty"),
            ],
            refused.Errors);
    }

    [Fact]
    public async Task Bad_properties_are_said_beside_all_else_that_is_wrong()
    {
        var answer = await PostAsync("""
            { "firstName": "", "properties": [ { "slug": "plan", "value": 5 }, null, { "slug": "unheard-of" }, { "slug": 5 }, { "slug": "plan", "value": "basic" } ] }
            """);

        Assert.Equal(400, answer.Status);
        Assert.Equal(
            [
                ("firstName", "may not be empty"),
                ("properties[0].value", "Expected a string"),
                ("properties[1]", "may not be empty"),
                ("properties[2].slug", "There is no such property"),
                ("properties[3].slug", "Expected a string"),
            ],
            answer.Errors);
        Assert.Equal("unheard-of", answer.Json.GetProperty("_embedded").GetProperty("errors")[3].GetProperty("rejectedValue").GetString());
    }

    [Theory]
    [InlineData("a@b..com")]
    [InlineData("mailto:a@b.com")]
    public async Task An_address_that_is_not_well_formed_is_refused(string address)
    {
        var answer = await PostAsync($$"""{ "emails": [ { "type": "work", "value": "{{address}}" } ] }""");

        Assert.Equal((400, ("emails[0].value", "not a well-formed email address")), (answer.Status, Assert.Single(answer.Errors)));
    }

    [Fact]
    public async Task A_list_has_at_most_500_items()
    {
        var websites = string.Join(',', Enumerable.Repeat("""{ "value": "https://acme.example" }""", 501));

        var answer = await PostAsync($$"""{ "websites": [ {{websites}} ] }""");

        Assert.Equal([("websites", "size must be between 0 and 500")], answer.Errors);
    }

    [Fact]
    public async Task An_address_that_another_customer_has_is_a_conflict()
    {
        var owner = await http.CreateAsync();

        var answer = await PostAsync($$"""{ "emails": [ { "type": "work", "value": "{{owner.Profile.Email!.ToUpperInvariant()}}" } ] }""");

        Assert.Equal((409, "Another customer already has this value (/emails)"), (answer.Status, answer.Message));
    }

    [Theory]
    [InlineData("", "may not be empty")]
    [InlineData("null", "may not be empty")]
    [InlineData("[]", "Expected an object")]
    [InlineData("{", "Not readable as JSON from byte 1 on")]
    [InlineData("""{ "firstName": "a\u0000" }""", "Not readable as JSON from byte 15 on")]
    [InlineData("""{ "age": "1", "age": "2" }""", "The member 'age' is there twice, again at byte 14")]
    public async Task A_body_is_one_object(string body, string message)
    {
        var answer = await PostAsync(body);

        Assert.Equal((400, ("{}", message)), (answer.Status, Assert.Single(answer.Errors)));
    }

    [Fact]
    public async Task A_repeat_makes_no_second_customer_and_a_look_ahead_none()
    {
        var (key, email) = (Guid.NewGuid().ToString(), Email());
        var body = $$"""{ "emails": [ { "type": "work", "value": "{{email}}" } ] }""";

        var preview = await PostAsync(body, request => request.Headers.Add("Prefer", "dry-run"));
        var first = await PostAsync(body, request => request.Headers.Add("Idempotency-Key", key));
        var again = await PostAsync(body, request => request.Headers.Add("Idempotency-Key", key));

        Assert.Equal((201, 201, 201), (preview.Status, first.Status, again.Status));
        Assert.Equal((first.Header("Resource-ID"), "true"), (again.Header("Resource-ID"), again.Header("Idempotency-Replayed")));
    }

    [Fact]
    public async Task Who_may_not_write_is_refused()
    {
        Assert.Equal(403, (await PostAsync("{}", request => Show(request, TestTenants.DemoReadOnly.Key("helpscout")))).Status);
        Assert.Equal(401, (await PostAsync("{}", request => Show(request, "none"))).Status);
        Assert.Equal(415, (await PostAsync("{}", request => request.Content!.Headers.ContentType = new("text/plain"))).Status);
    }

    private static string Email() => $"{Guid.NewGuid():N}@example.com";

    private static IEnumerable<(string? Type, string Value)> Typed(EntryList list) => list.Entries.Select(entry => (entry.Type, entry.Value));

    private static void Show(HttpRequestMessage request, string token)
    {
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
    }

    private Task<HelpScoutAnswer> PostAsync(string body, Action<HttpRequestMessage>? alter = null) =>
        http.SendAsync(HttpMethod.Post, "/v2/customers", body, alter);

    private async Task<Profile> StoredAsync(HelpScoutAnswer created) =>
        (await host.Customers.FindAsync(CustomerKey.Reference("helpscout", created.Header("Resource-ID"))))!.Profile;
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutCreateTestsOnPostgres(PostgresHost host) : HelpScoutCreateTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutCreateTestsOnSqlite(SqliteHost host) : HelpScoutCreateTests(host);
