using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Trillet;

/// <summary>What is particular to Trillet, over HTTP.</summary>
public abstract class TrilletEditTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly TrilletUnderTest contract = new();

    [Fact]
    public async Task The_answer_is_the_whole_customer_in_the_published_order()
    {
        var customer = await host.Customers.CreateAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var (status, body) = await SendAsync(contract.Update(customer, """{ "name": "Alice" }"""));

        var stored = await host.Customers.ReadAsync(customer);
        Assert.Equal(200, status);
        Assert.Equal(
            Published(customer.Profile.ReferenceOf("trillet")!, "Alice", customer.Profile.Email!, customer.Profile.Phone!, stored),
            body);
    }

    [Fact]
    public async Task What_has_no_value_is_absent()
    {
        var customer = await host.Customers.CreateAsync(profile => profile with { Emails = EntryList.Empty, Phones = EntryList.Empty });

        var (_, body) = await SendAsync(contract.Update(customer, "{}"));

        var details = JsonDocument.Parse(body).RootElement.GetProperty("updatedCustomerDetails");
        Assert.Equal(["name", "_id", "createdAt", "updatedAt"], details.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "nickname": "Al", "customer": { "name": "Al" } }""")]
    public async Task An_edit_without_known_members_succeeds_and_changes_nothing(string body)
    {
        var customer = await host.Customers.CreateAsync();

        var (status, _) = await SendAsync(contract.Update(customer, body));

        Assert.Equal(200, status);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Theory]
    [InlineData("""{ "name": null }""", "bad_request")]
    [InlineData("""{ "name": "" }""", "bad_request")]
    [InlineData("""{ "name": 5 }""", "bad_request")]
    [InlineData("""{ "email": null }""", "bad_request")]
    [InlineData("""{ "email": ["a@example.com"] }""", "bad_request")]
    [InlineData("""{ "email": "alice" }""", "invalid_email")]
    [InlineData("""{ "email": "alice @example.com" }""", "invalid_email")]
    [InlineData("""{ "phone": null }""", "bad_request")]
    [InlineData("""{ "phone": 1234567890 }""", "bad_request")]
    [InlineData("""{ "phone": "1234567890" }""", "invalid_number")]
    [InlineData("""{ "phone": "+1 234 567 890" }""", "invalid_number")]
    [InlineData("""{ "phone": "+0234567890" }""", "invalid_number")]
    [InlineData("""{ "phone": "+1234567890123456" }""", "invalid_number")]
    [InlineData("""{ "phone": "+12345\n" }""", "invalid_number")]
    [InlineData("""{ "phone": "+١٢٣٤٥٦٧" }""", "invalid_number")]
    [InlineData("""{ "name": "Alice", "email": "alice" }""", "invalid_email")]
    public async Task A_bad_member_is_refused_with_its_code_and_nothing_is_written(string body, string code)
    {
        var customer = await host.Customers.CreateAsync();

        var (status, answer) = await SendAsync(contract.Update(customer, body));

        Assert.Equal(400, status);
        Assert.Equal(code, CodeOf(answer));
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task A_phone_number_of_another_customer_is_refused()
    {
        var owner = await host.Customers.CreateAsync();
        var customer = await host.Customers.CreateAsync();

        var (status, answer) = await SendAsync(contract.Update(customer, $$"""{ "phone": "{{owner.Profile.Phone}}" }"""));

        Assert.Equal(400, status);
        Assert.Equal("already_taken", CodeOf(answer));
    }

    [Fact]
    public async Task The_workspace_is_required_and_must_be_the_keys()
    {
        var customer = await host.Customers.CreateAsync();

        var missing = contract.Update(customer, "{}");
        missing.Headers.Remove("x-workspace-id");
        var unknown = contract.Update(customer, "{}");
        unknown.Headers.Remove("x-workspace-id");
        unknown.Headers.Add("x-workspace-id", "ffffffffffffffffffffffff");
        var foreign = contract.Update(customer, "{}", key: contract.Key, tenant: TestTenants.Other);

        Assert.Equal((400, "bad_request"), await RefusalAsync(missing));
        Assert.Equal((403, "forbidden"), await RefusalAsync(unknown));
        Assert.Equal((403, "forbidden"), await RefusalAsync(foreign));
    }

    [Fact]
    public async Task The_workspace_alone_lets_a_caller_in_where_its_tenant_chose_so()
    {
        var customer = await host.Customers.CreateAsync();

        var (optional, _) = await SendAsync(contract.Update(customer, """{ "name": "Alice" }""", key: ""));
        var required = await RefusalAsync(contract.Update(customer, "{}", key: "", tenant: TestTenants.Other));
        var wrong = await RefusalAsync(contract.Update(customer, "{}", key: contract.Key.Replace('0', '9')));

        Assert.Equal(200, optional);
        Assert.Equal((401, "unauthorized"), required);
        Assert.Equal((401, "unauthorized"), wrong);
    }

    [Fact]
    public async Task Two_conversations_of_one_customer_show_the_same_person()
    {
        var second = Guid.NewGuid().ToString("N")[..24];
        var customer = await host.Customers.CreateAsync(profile =>
            profile with { References = [.. profile.References, new Reference("trillet", second)] });

        await SendAsync(contract.Update(customer, """{ "name": "Alice" }"""));
        var (_, body) = await SendAsync(contract.Show(customer, reference: second));

        var conversation = JsonDocument.Parse(body).RootElement;
        Assert.Equal(second, conversation.GetProperty("_id").GetString());
        Assert.Equal("Alice", conversation.GetProperty("customer").GetProperty("name").GetString());
        Assert.Equal(0, conversation.GetProperty("messages").GetArrayLength());
    }

    private static string Published(string conversation, string name, string email, string phone, Customer customer) =>
        $$$"""{"status":"success","conversationId":"{{{conversation}}}","updatedCustomerDetails":"""
        + $$$"""{"name":"{{{name}}}","email":"{{{email}}}","phone":"{{{phone}}}","_id":"{{{customer.Id.ToString("N")[8..]}}}","""
        + $$$""" "createdAt":"{{{Time(customer.CreatedAt)}}}","updatedAt":"{{{Time(customer.UpdatedAt)}}}"}}""".TrimStart();

    private static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null);

    private static string? CodeOf(string answer) => JsonDocument.Parse(answer).RootElement.GetProperty("error").GetProperty("code").GetString();

    private async Task<(int Status, string? Code)> RefusalAsync(HttpRequestMessage request)
    {
        var (status, body) = await SendAsync(request);
        return (status, CodeOf(body));
    }

    private async Task<(int Status, string Body)> SendAsync(HttpRequestMessage request)
    {
        var answer = await host.Client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

[Collection(PostgresTests.Name)]
public sealed class TrilletEditOnPostgres(PostgresHost host) : TrilletEditTests(host);

[Collection(SqliteTests.Name)]
public sealed class TrilletEditOnSqlite(SqliteHost host) : TrilletEditTests(host);
