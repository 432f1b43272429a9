using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Limits;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto.CustomFields;

/// <summary>The definitions of custom fields, in an organisation of the test's own.</summary>
public abstract class InsightoCustomFieldTests(HostFixture fixture) : InsightoHttpTests(fixture)
{
    private const string Path = "/api/v1/contact_custom_field";

    [Fact]
    public async Task A_custom_field_is_defined_and_listed_and_deleted()
    {
        var tenant = await LimitedTenant.CreateAsync(Host);
        var key = await tenant.NewKeyAsync("insighto");
        var plan = await DoneAsync(Request("POST", Path, Body("plan", "String"), key));
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var seats = await DoneAsync(
            Request("POST", Path, $$"""{ "custom_field_name": "seats", "custom_field_type": "Number", "org_id": "{{tenant.Tenant.Tenant.OrganizationId}}" }""", key));

        var first = (await DoneAsync(Request("GET", $"{Path}/list?size=1", key: key))).GetProperty("data");
        var second = (await DoneAsync(Request("GET", $"{Path}/list?size=1&page=2", key: key))).GetProperty("data");

        Assert.Equal("Data created successfully", plan.GetProperty("message").GetString());
        Assert.Equal(
            ["custom_field_name", "custom_field_type", "org_id", "id", "created_at"],
            plan.GetProperty("data").EnumerateObject().Select(member => member.Name));
        Assert.Equal(plan.GetProperty("data").GetRawText(), Assert.Single(first.GetProperty("items").EnumerateArray()).GetRawText());
        Assert.Equal(seats.GetProperty("data").GetRawText(), Assert.Single(second.GetProperty("items").EnumerateArray()).GetRawText());
        Assert.Equal((2, 2, 2), (first.GetProperty("total").GetInt32(), first.GetProperty("pages").GetInt32(), first.GetProperty("next_page").GetInt32()));

        var id = plan.GetProperty("data").GetProperty("id").GetString();
        var deleted = await DoneAsync(Request("DELETE", $"{Path}/{id}", key: key));
        Assert.Equal("Data deleted successfully", deleted.GetProperty("message").GetString());
        Assert.Equal(plan.GetProperty("data").GetRawText(), deleted.GetProperty("data").GetRawText());
        Assert.Equal(
            (404, $"Unable to find the ContactCustomField with id {id}."), await RefusalAsync(Request("DELETE", $"{Path}/{id}", key: key)));
    }

    [Fact]
    public async Task A_name_is_defined_once_in_an_organisation()
    {
        var name = $"{Guid.NewGuid():N}";
        await DoneAsync(Request("POST", Path, Body(name, "String")));

        Assert.Equal((409, "Resource already exists"), await RefusalAsync(Request("POST", Path, Body(name, "Number"))));
        await DoneAsync(Request("POST", Path, Body(name, "Number"), TestTenants.Other.Key("insighto")));
    }

    [Fact]
    public async Task A_definition_binds_no_contact_and_its_values_outlive_it()
    {
        var name = $"{Guid.NewGuid():N}";
        var defined = await DoneAsync(Request("POST", Path, Body(name, "Number")));
        var customer = await Host.Customers.CreateAsync();

        await UpdateAsync(customer, $$"""{ "custom_fields": { "{{name}}": "text", "undefined": true } }""");
        await DoneAsync(Request("DELETE", $"{Path}/{defined.GetProperty("data").GetProperty("id").GetString()}"));

        var (_, shown) = await SendAsync(Contract.Show(customer));
        Assert.Equal("text", shown.GetProperty("data").GetProperty("custom_fields").GetProperty(name).GetString());
    }

    [Theory]
    [InlineData("{}", """missing ["body","custom_field_name"]; missing ["body","custom_field_type"]""")]
    [InlineData("""{ "custom_field_name": null, "custom_field_type": null }""", """string_type ["body","custom_field_name"]; enum ["body","custom_field_type"]""")]
    [InlineData("""{ "custom_field_name": " ", "custom_field_type": "string" }""", """string_too_short ["body","custom_field_name"]; enum ["body","custom_field_type"]""")]
    [InlineData(
        """{ "custom_field_name": 5, "custom_field_type": 5, "org_id": "x" }""",
        """string_type ["body","custom_field_name"]; enum ["body","custom_field_type"]; uuid_parsing ["body","org_id"]""")]
    [InlineData("[]", """model_attributes_type ["body"]""")]
    [InlineData("", """missing ["body"]""")]
    public async Task A_definition_is_refused_as_Pydantic_does(string body, string detail) =>
        Assert.Equal((422, detail), await RefusalAsync(Request("POST", Path, body)));

    [Fact]
    public async Task A_type_that_there_is_not_is_answered_with_those_that_there_are()
    {
        var (_, answer) = await SendAsync(Request("POST", Path, Body("x", "Date")));

        Assert.Equal(
            """
            {"detail":[{"type":"enum","loc":["body","custom_field_type"],"msg":"Input should be 'String' or 'Number'","input":"Date","ctx":{"expected":"'String' or 'Number'"}}]}
            """.Trim(),
            answer.GetRawText());
    }

    [Fact]
    public async Task A_name_over_512_characters_is_refused() =>
        Assert.Equal(
            (422, """string_too_long ["body","custom_field_name"]"""), await RefusalAsync(Request("POST", Path, Body(new string('x', 513), "String"))));

    [Fact]
    public async Task It_is_refused_in_the_order_of_an_update()
    {
        var readOnly = TestTenants.DemoReadOnly.Key("insighto");
        var unknown = $"{Path}/{Guid.NewGuid()}";

        Assert.Equal((422, """json_invalid ["body",1]"""), await RefusalAsync(Request("POST", Path, "{", key: "")));
        Assert.Equal((401, "Not authenticated"), await RefusalAsync(Request("POST", Path, "{}", key: "")));
        Assert.Equal((401, "Not authenticated"), await RefusalAsync(Request("DELETE", $"{Path}/abc", key: "")));
        Assert.Equal((403, "This API key may read only."), await RefusalAsync(Request("POST", Path, "{}", readOnly)));
        Assert.Equal((403, "This API key may read only."), await RefusalAsync(Request("DELETE", unknown, key: readOnly)));
        await DoneAsync(Request("GET", $"{Path}/list", key: readOnly));
        Assert.Equal((422, """uuid_parsing ["path","custom_field_id"]"""), await RefusalAsync(Request("DELETE", $"{Path}/abc")));
        Assert.Equal(404, (await SendAsync(Request("DELETE", unknown))).Status);
        Assert.Equal(
            (403, "The API key is not valid for this organization."),
            await RefusalAsync(Request("POST", Path, $$"""{ "custom_field_name": "x", "custom_field_type": "String", "org_id": "{{Foreign}}" }""")));
    }

    [Fact]
    public async Task What_is_sent_twice_under_one_name_is_defined_once()
    {
        var name = $"{Guid.NewGuid():N}";
        string[] answers = ["", ""];
        for (var repeat = 0; repeat < 2; repeat++)
        {
            var request = Request("POST", Path, Body(name, "String"));
            request.Headers.Add("Idempotency-Key", name);
            answers[repeat] = (await DoneAsync(request)).GetRawText();
        }

        Assert.Equal(answers[0], answers[1]);
    }

    private static string Body(string name, string type) =>
        JsonSerializer.Serialize(new Dictionary<string, string> { ["custom_field_name"] = name, ["custom_field_type"] = type });
}

[Collection(PostgresTests.Name)]
public sealed class InsightoCustomFieldTestsOnPostgres(PostgresHost host) : InsightoCustomFieldTests(host);

[Collection(SqliteTests.Name)]
public sealed class InsightoCustomFieldTestsOnSqlite(SqliteHost host) : InsightoCustomFieldTests(host);
