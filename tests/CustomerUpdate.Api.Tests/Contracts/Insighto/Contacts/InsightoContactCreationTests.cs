using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto.Contacts;

/// <summary>Making contacts.</summary>
public abstract class InsightoContactCreationTests(HostFixture fixture) : InsightoHttpTests(fixture)
{
    private const string Path = "/api/v1/contact";

    [Fact]
    public async Task A_contact_is_made_and_shown_with_its_id()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var body = $$"""
            { "first_name": "Grace", "last_name": "Hopper", "email": "{{email}}", "org_id": "{{TestTenants.Demo.Tenant.OrganizationId}}",
              "first_assistant_id": "3c90c3cc0d444b5088888dd25736052a", "last_widget_id": null }
            """;

        var answer = await DoneAsync(Request("POST", Path, body));

        var data = answer.GetProperty("data");
        Assert.Equal("Data created successfully", answer.GetProperty("message").GetString());
        Assert.Equal("3c90c3cc-0d44-4b50-8888-8dd25736052a", data.GetProperty("first_assistant_id").GetString());
        var shown = await DoneAsync(Request("GET", $"{Path}/{data.GetProperty("id").GetString()}"));
        Assert.Equal(shown.GetProperty("data").GetRawText(), data.GetRawText());
        var stored = await Host.Customers.FindAsync(new CustomerKey(CustomerKey.EmailKind, email));
        Assert.Equal("Grace Hopper", stored!.Profile.Name.Full);
        Assert.NotNull(stored.Profile.ReferenceOf("helpscout"));
        Assert.Equal(["insighto"], await Host.Customers.HistoryAsync(stored));
    }

    [Fact]
    public async Task A_contact_may_have_nothing_but_its_id()
    {
        var data = (await DoneAsync(Request("POST", Path, "{}"))).GetProperty("data");

        Assert.True(Guid.TryParseExact(data.GetProperty("id").GetString(), "D", out _));
        Assert.Equal("null", data.GetProperty("first_name").GetRawText());
    }

    [Fact]
    public async Task A_value_of_another_contact_is_taken()
    {
        var owner = await Host.Customers.CreateAsync();

        Assert.Equal(
            (409, "Another contact already has this email."), await RefusalAsync(Request("POST", Path, $$"""{ "email": "{{owner.Profile.Email}}" }""")));
        Assert.Equal(
            (409, "Another contact already has this telephone."),
            await RefusalAsync(Request("POST", Path, $$"""{ "channels": { "telephone": "{{owner.Profile.Phone}}" } }""")));
    }

    [Fact]
    public async Task Another_organisation_is_refused_and_nothing_is_made()
    {
        var email = $"{Guid.NewGuid():N}@example.com";

        Assert.Equal(
            (403, "The API key is not valid for this organization."),
            await RefusalAsync(Request("POST", Path, $$"""{ "email": "{{email}}", "org_id": "{{Foreign}}" }""")));
        Assert.Null(await Host.Customers.FindAsync(new CustomerKey(CustomerKey.EmailKind, email)));
    }

    [Fact]
    public async Task It_is_refused_in_the_order_of_the_update()
    {
        Assert.Equal((422, "json_invalid [\"body\",1]"), await RefusalAsync(Request("POST", Path, "{", key: "")));
        Assert.Equal((401, "Not authenticated"), await RefusalAsync(Request("POST", Path, "[]", key: "")));
        Assert.Equal(
            (403, "This API key may read only."), await RefusalAsync(Request("POST", Path, "[]", key: TestTenants.DemoReadOnly.Key("insighto"))));
        Assert.Equal((422, "missing [\"body\"]"), await RefusalAsync(Request("POST", Path)));
        Assert.Equal((422, "model_attributes_type [\"body\"]"), await RefusalAsync(Request("POST", Path, "[]")));
        Assert.Equal(
            (422, "string_type [\"body\",\"first_name\"]; uuid_parsing [\"body\",\"org_id\"]"),
            await RefusalAsync(Request("POST", Path, """{ "first_name": 5, "org_id": "x" }""")));
        Assert.Equal((422, "json_invalid [\"body\",16]"), await RefusalAsync(Request("POST", Path, """{ "first_name": "\u0000" }""")));
    }

    [Fact]
    public async Task What_is_sent_twice_under_one_name_is_made_once()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var answers = new List<string>();
        for (var repeat = 0; repeat < 2; repeat++)
        {
            var request = Request("POST", Path, $$"""{ "email": "{{email}}" }""");
            request.Headers.Add("Idempotency-Key", email);
            answers.Add((await DoneAsync(request)).GetRawText());
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [Fact]
    public async Task A_contact_that_is_only_looked_at_is_not_made()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var request = Request("POST", Path, $$"""{ "email": "{{email}}" }""");
        request.Headers.Add("Prefer", "dry-run");

        await DoneAsync(request);

        Assert.Null(await Host.Customers.FindAsync(new CustomerKey(CustomerKey.EmailKind, email)));
    }
}

[Collection(PostgresTests.Name)]
public sealed class InsightoContactCreationTestsOnPostgres(PostgresHost host) : InsightoContactCreationTests(host);

[Collection(SqliteTests.Name)]
public sealed class InsightoContactCreationTestsOnSqlite(SqliteHost host) : InsightoContactCreationTests(host);
