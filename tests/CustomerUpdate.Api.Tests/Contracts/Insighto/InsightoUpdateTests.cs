using System.Text.Json;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto;

/// <summary>What an update writes and shows.</summary>
public abstract class InsightoUpdateTests(HostFixture fixture) : InsightoHttpTests(fixture)
{
    [Fact]
    public async Task The_published_request_answers_with_the_published_members_in_the_published_order()
    {
        var customer = await Host.Customers.CreateAsync();
        var request = Sample.Read("published-request.json").Replace("<string>", "text", StringComparison.Ordinal);

        var (_, answer) = await SendAsync(Contract.Update(customer, request));

        var published = JsonElement.Parse(Sample.Read("published-response.json").Replace("<string>", "text", StringComparison.Ordinal));
        Assert.Equal(JsonSerializer.Serialize(published), JsonSerializer.Serialize(answer));
    }

    [Fact]
    public async Task What_is_not_sent_is_unchanged_and_shown()
    {
        var customer = await Host.Customers.CreateAsync();

        var data = await UpdateAsync(customer, """{ "last_name": "Byron", "phone": "+1", "id": "x" }""");

        Assert.Equal("Ada", data.GetProperty("first_name").GetString());
        Assert.Equal("Byron", data.GetProperty("last_name").GetString());
        Assert.Equal(customer.Profile.Email, data.GetProperty("email").GetString());
        Assert.Equal(customer.Profile.Phone, data.GetProperty("channels").GetProperty("telephone").GetString());
        Assert.Equal(13, data.EnumerateObject().Count());
        var stored = await Host.Customers.ReadAsync(customer);
        Assert.Equal(customer.Profile with { Name = new PersonName("Ada Byron", "Ada", "Byron") }, stored.Profile);
    }

    [Fact]
    public async Task Null_clears_each_member_that_may_be_null()
    {
        var customer = await Host.Customers.CreateAsync();
        await UpdateAsync(customer, Sample.Read("published-request.json").Replace("\"email\": \"<string>\",", "", StringComparison.Ordinal));

        var data = await UpdateAsync(
            customer,
            """
            { "first_name": null, "last_name": null, "email": null, "last_seen": null, "last_sent": null, "org_id": null,
              "first_assistant_id": null, "last_assistant_id": null, "first_widget_id": null, "last_widget_id": null }
            """);

        var left = data.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).Select(member => member.Name);
        Assert.Equal(["channels", "user_attributes", "org_id", "custom_fields"], left);
        var stored = (await Host.Customers.ReadAsync(customer)).Profile;
        Assert.Equal(PersonName.None, stored.Name);
        Assert.Empty(stored.Emails.Entries);
        Assert.Empty(stored.Vendor);
    }

    [Fact]
    public async Task Null_where_nothing_was_makes_no_version()
    {
        var customer = await Host.Customers.CreateAsync();

        await UpdateAsync(
            customer, """{ "last_seen": null, "last_sent": null, "org_id": null, "first_assistant_id": null, "last_widget_id": null }""");

        Assert.Equal(customer, await Host.Customers.ReadAsync(customer));
        Assert.Single(await Host.Customers.HistoryAsync(customer));
    }

    [Fact]
    public async Task The_three_objects_are_replaced_whole()
    {
        var customer = await Host.Customers.CreateAsync();
        await UpdateAsync(
            customer,
            """
            { "channels": { "slack": "U1", "telephone": "+12025559999" }, "user_attributes": { "a": { "b": 1, "c": 2 } },
              "custom_fields": { "plan": "gold", "seats": 3 } }
            """);

        var data = await UpdateAsync(
            customer, """{ "channels": { "whatsapp": null }, "user_attributes": { "a": { "b": 3 } }, "custom_fields": { "seats": 4.50 } }""");

        Assert.Equal("""{"whatsapp":null}""", data.GetProperty("channels").GetRawText());
        Assert.Equal("""{"a":{"b":3}}""", data.GetProperty("user_attributes").GetRawText());
        Assert.Equal("""{"seats":4.5}""", data.GetProperty("custom_fields").GetRawText());
        Assert.Null((await Host.Customers.ReadAsync(customer)).Profile.Phone);
    }

    [Fact]
    public async Task The_telephone_of_the_channels_is_the_primary_phone_number()
    {
        var customer = await Host.Customers.CreateAsync();
        var telephone = $"+1 (303) {customer.Profile.Phone![5..8]}-{customer.Profile.Phone[8..]}";

        var data = await UpdateAsync(
            customer, $$"""{ "channels": { "telephone": "{{telephone}}", "national_number": "303", "country_code": "1", "dial_code": "US" } }""");

        Assert.Equal(
            ["country_code", "dial_code", "national_number", "telephone"],
            data.GetProperty("channels").EnumerateObject().Select(member => member.Name));
        Assert.Equal(telephone, data.GetProperty("channels").GetProperty("telephone").GetString());
        var phone = (await Host.Customers.ReadAsync(customer)).Profile.Phones.Primary!;
        Assert.Equal((5002, "mobile", telephone), (phone.Id, phone.Type, phone.Value));
    }

    [Fact]
    public async Task Another_spelling_of_a_number_makes_no_version()
    {
        var customer = await Host.Customers.CreateAsync();
        await UpdateAsync(customer, """{ "custom_fields": { "a": 1.0, "b": 1.50, "c": 0.0, "d": [1.0], "e": 100 } }""");
        var stored = await Host.Customers.ReadAsync(customer);

        await UpdateAsync(customer, """{ "custom_fields": { "a": 1, "b": 15e-1, "c": -0, "d": [1.00], "e": 1e2 } }""");

        Assert.Equal(stored, await Host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task What_was_shown_can_be_written_back_and_changes_nothing_of_what_another_put_there()
    {
        var customer = await Host.Customers.CreateAsync(profile => profile with
        {
            Name = new PersonName("Dr. Ada Lovelace", "Ada", "Lovelace"),
            LastSeenAt = Host.Clock.GetUtcNow(),
            CustomAttributes = Bag("""{ "plan": 1.50, "list": [null, { "b": 1, "a": "2" }] }"""),
            Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("insighto", Bag(
                """
                { "lastSent": "31.12.2024", "firstAssistantId": "asst_123", "lastAssistantId": "3C90C3CC-0D44-4B50-8888-8DD25736052A",
                  "lastWidgetId": 7 }
                """)),
        });
        var timed = await Host.Customers.CreateAsync(profile => profile with
        {
            Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("insighto", Bag("""{ "lastSent": "2024-12-31T10:00:00.1234567+02:00" }""")),
        });

        foreach (var each in new[] { customer, timed })
        {
            var (_, shown) = await SendAsync(Contract.Show(each));
            await UpdateAsync(each, shown.GetProperty("data").GetRawText());

            Assert.Equal(each, await Host.Customers.ReadAsync(each));
            Assert.Single(await Host.Customers.HistoryAsync(each));
        }

        await UpdateAsync(customer, """{ "last_assistant_id": null, "first_assistant_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a" }""");

        Assert.Equal(
            Bag("""{ "lastSent": "31.12.2024", "firstAssistantId": "3c90c3cc-0d44-4b50-8888-8dd25736052a", "lastWidgetId": 7 }"""),
            (await Host.Customers.ReadAsync(customer)).Profile.Vendor["insighto"]);
    }

    [Theory]
    [InlineData("1700000000", "2023-11-14T22:13:20Z")]
    [InlineData("\"1700000000123\"", "2023-11-14T22:13:20.123000Z")]
    [InlineData("\"2023-11-07\"", "2023-11-07T00:00:00Z")]
    [InlineData("\"2023-11-07 05:31:56\"", "2023-11-07T05:31:56Z")]
    [InlineData("\"2023-11-07T05:31:56.1234567+02:00\"", "2023-11-07T03:31:56.123456Z")]
    public async Task A_time_in_any_form_is_kept_and_answered_in_utc(string sent, string expected)
    {
        var customer = await Host.Customers.CreateAsync();

        await UpdateAsync(customer, $$"""{ "last_seen": {{sent}}, "last_sent": {{sent}} }""");

        var (_, shown) = await SendAsync(Contract.Show(customer));
        Assert.Equal(expected, shown.GetProperty("data").GetProperty("last_seen").GetString());
        Assert.Equal(expected, shown.GetProperty("data").GetProperty("last_sent").GetString());
    }

    [Fact]
    public async Task A_uuid_in_any_form_is_answered_in_lower_case_with_dashes()
    {
        var customer = await Host.Customers.CreateAsync();

        var data = await UpdateAsync(
            customer,
            """{ "first_assistant_id": "3C90C3CC0D444B5088888DD25736052A", "last_widget_id": "urn:uuid:3c90c3cc-0d44-4b50-8888-8DD25736052a" }""");

        Assert.Equal("3c90c3cc-0d44-4b50-8888-8dd25736052a", data.GetProperty("first_assistant_id").GetString());
        Assert.Equal("3c90c3cc-0d44-4b50-8888-8dd25736052a", data.GetProperty("last_widget_id").GetString());
    }

    [Fact]
    public async Task The_keys_own_organisation_is_accepted_in_any_form()
    {
        var customer = await Host.Customers.CreateAsync();

        var data = await UpdateAsync(customer, $$"""{ "org_id": "{{DemoTenant.OrganizationId.ToString("B").ToUpperInvariant()}}" }""");

        Assert.Equal(DemoTenant.OrganizationId.ToString(), data.GetProperty("org_id").GetString());
        Assert.Equal(customer, await Host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task An_email_address_is_any_text_and_an_empty_one_is_none()
    {
        var customer = await Host.Customers.CreateAsync();
        var text = $"not an address {IdOf(customer)}";

        Assert.Equal(text, (await UpdateAsync(customer, $$"""{ "email": "{{text}}" }""")).GetProperty("email").GetString());
        Assert.Equal(JsonValueKind.Null, (await UpdateAsync(customer, """{ "email": "" }""")).GetProperty("email").ValueKind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/vnd.api+json")]
    public async Task Json_is_read_under_any_of_its_types_and_without_one(string? mediaType)
    {
        var customer = await Host.Customers.CreateAsync();

        var (status, _) = await SendAsync(
            Contract.Update(customer, Conformance.ContractUnderTest.Bytes("""{ "first_name": "Grace" }"""u8.ToArray(), mediaType)));

        Assert.Equal(200, status);
        Assert.Equal("Grace", (await Host.Customers.ReadAsync(customer)).Profile.Name.First);
    }

    private static ValueMap<BagValue> Bag(string json) => ValueMap<BagValue>.Of(
        JsonElement.Parse(json).EnumerateObject().Select(member => KeyValuePair.Create(member.Name, BagValue.Of(member.Value))));
}

[Collection(PostgresTests.Name)]
public sealed class InsightoUpdateTestsOnPostgres(PostgresHost host) : InsightoUpdateTests(host);

[Collection(SqliteTests.Name)]
public sealed class InsightoUpdateTestsOnSqlite(SqliteHost host) : InsightoUpdateTests(host);
