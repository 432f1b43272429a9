using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto.Contacts;

/// <summary>Deleting contacts, which erases customers.</summary>
public abstract class InsightoDeletionTests(HostFixture fixture) : InsightoHttpTests(fixture)
{
    private const string Unknown = "abcdef00-0000-4000-8000-000000000000";
    private const string Several = "/api/v1/contact/multiple";

    [Fact]
    public async Task A_contact_is_deleted_for_all_contracts_and_not_shown_again()
    {
        var customer = await Host.Customers.CreateAsync();

        var answer = await DoneAsync(Request("DELETE", $"/api/v1/contact/{IdOf(customer)}"));

        Assert.Equal("""{"message":"Data deleted successfully","meta":{},"data":null}""", answer.GetRawText());
        Assert.False(await IsThereAsync(customer));
        Assert.Empty(await Host.Customers.HistoryAsync(customer));
        Assert.Equal(
            (404, $"Unable to find the Contact with id {IdOf(customer)}."), await RefusalAsync(Request("DELETE", $"/api/v1/contact/{IdOf(customer)}")));
    }

    [Fact]
    public async Task A_deletion_is_refused_as_an_update_is()
    {
        var customer = await Host.Customers.CreateAsync();
        var foreign = await Host.Customers.CreateAsync(TestTenants.Other);

        Assert.Equal((401, "Not authenticated"), await RefusalAsync(Request("DELETE", "/api/v1/contact/abc", key: "")));
        Assert.Equal(
            (403, "This API key may read only."),
            await RefusalAsync(Request("DELETE", $"/api/v1/contact/{IdOf(customer)}", key: TestTenants.DemoReadOnly.Key("insighto"))));
        Assert.Equal((422, """uuid_parsing ["path","contact_id"]"""), await RefusalAsync(Request("DELETE", "/api/v1/contact/abc")));
        Assert.Equal(404, (await SendAsync(Request("DELETE", $"/api/v1/contact/{Guid.NewGuid()}"))).Status);
        Assert.Equal(
            428,
            (await SendAsync(Request(
                "DELETE",
                $"/api/v1/contact/{IdOf(await Host.Customers.CreateAsync(TestTenants.Careful))}",
                key: TestTenants.Careful.Key("insighto")))).Status);
        Assert.True(await IsThereAsync(customer));
        Assert.True(await IsThereAsync(foreign));
    }

    [Fact]
    public async Task Several_contacts_are_deleted_together()
    {
        var (one, other) = (await Host.Customers.CreateAsync(), await Host.Customers.CreateAsync());

        var answer = await DoneAsync(Delete($"\"{IdOf(one)}\", \"{IdOf(other).ToUpperInvariant()}\", \"{IdOf(one)}\""));

        Assert.Equal("""{"message":"Data deleted successfully","meta":{},"data":null}""", answer.GetRawText());
        Assert.False(await IsThereAsync(one) || await IsThereAsync(other));
        Assert.Empty(await Host.Customers.HistoryAsync(other));
    }

    [Fact]
    public async Task One_that_is_not_there_keeps_all_from_being_deleted()
    {
        var customer = await Host.Customers.CreateAsync();
        var foreign = await Host.Customers.CreateAsync(
            TestTenants.Other, profile => profile with { References = [.. profile.References.Where(reference => reference.Contract != "insighto"), new Reference("insighto", $"{Guid.NewGuid()}")] });

        Assert.Equal(
            (404, $"Unable to find the Contact with id {Unknown}."),
            await RefusalAsync(Delete($"\"{IdOf(customer)}\", \"{Unknown.ToUpperInvariant()}\"")));
        Assert.Equal(
            (404, $"Unable to find the Contact with id {IdOf(foreign)}."), await RefusalAsync(Delete($"\"{IdOf(foreign)}\", \"{IdOf(customer)}\"")));
        Assert.True(await IsThereAsync(customer));
        Assert.True(await IsThereAsync(foreign));
    }

    [Fact]
    public async Task A_list_without_ids_deletes_nobody() => await DoneAsync(Delete(""));

    [Fact]
    public async Task A_deletion_of_several_is_refused_as_an_update_is()
    {
        Assert.Equal((422, """json_invalid ["body",1]"""), await RefusalAsync(Request("DELETE", Several, "{", key: "")));
        Assert.Equal((401, "Not authenticated"), await RefusalAsync(Request("DELETE", Several, "{}", key: "")));
        Assert.Equal(
            (403, "This API key may read only."), await RefusalAsync(Request("DELETE", Several, "{}", key: TestTenants.DemoReadOnly.Key("insighto"))));
        Assert.Equal((422, """missing ["body"]"""), await RefusalAsync(Request("DELETE", Several)));
        Assert.Equal((422, """model_attributes_type ["body"]"""), await RefusalAsync(Request("DELETE", Several, "[]")));
        Assert.Equal((422, """missing ["body","contact_ids"]"""), await RefusalAsync(Request("DELETE", Several, "{}")));
        Assert.Equal((422, """uuid_parsing ["body","contact_ids",0]"""), await RefusalAsync(Delete("\"abc\"")));
    }

    [Fact]
    public async Task A_precondition_holds_for_each_contact()
    {
        var key = TestTenants.Careful.Key("insighto");
        var customer = await Host.Customers.CreateAsync(TestTenants.Careful);

        Assert.Equal(428, (await SendAsync(Delete($"\"{IdOf(customer)}\"", key))).Status);
        Assert.Equal(412, (await SendAsync(IfMatch(Delete($"\"{IdOf(customer)}\"", key), "\"7-insighto\""))).Status);
        Assert.True(await IsThereAsync(customer));
        await DoneAsync(IfMatch(Delete($"\"{IdOf(customer)}\"", key), "*"));
        Assert.False(await IsThereAsync(customer));
    }

    [Fact]
    public async Task A_look_ahead_deletes_nobody()
    {
        var customer = await Host.Customers.CreateAsync();
        var request = Delete($"\"{IdOf(customer)}\"");
        request.Headers.Add("Prefer", "dry-run");

        await DoneAsync(request);

        Assert.True(await IsThereAsync(customer));
    }

    private HttpRequestMessage Delete(string ids, string? key = null) => Request("DELETE", Several, $$"""{ "contact_ids": [{{ids}}] }""", key);

    private static HttpRequestMessage IfMatch(HttpRequestMessage request, string tag)
    {
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return request;
    }

    private async Task<bool> IsThereAsync(Customer customer)
    {
        var (status, _) = await SendAsync(Contract.Show(customer, key: KeyOf(customer)));
        return status == 200;
    }

    private static string KeyOf(Customer customer) => new[] { TestTenants.Demo, TestTenants.Other, TestTenants.Careful }
        .Single(tenant => tenant.Tenant.Id == customer.TenantId).Key("insighto");
}

[Collection(PostgresTests.Name)]
public sealed class InsightoDeletionTestsOnPostgres(PostgresHost host) : InsightoDeletionTests(host);

[Collection(SqliteTests.Name)]
public sealed class InsightoDeletionTestsOnSqlite(SqliteHost host) : InsightoDeletionTests(host);
