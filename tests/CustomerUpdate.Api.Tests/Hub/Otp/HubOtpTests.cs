using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Keys;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hub.Otp;

/// <summary>Asking for a code through the hub.</summary>
public abstract class HubOtpTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly SentCodes codes = fixture.Codes;
    private readonly HubClient hub = new(fixture.Host);

    [Fact]
    public async Task A_code_is_on_its_way_and_the_answer_says_until_when_and_where_to()
    {
        var customer = await host.Customers.CreateAsync();

        var answer = await hub.PostAsync(SentCodes.PathOf(customer));

        Assert.Equal(202, answer.Status);
        Assert.Equal(["expiresAt", "sentTo"], answer.Json.Select(member => member.Key));
        Assert.Equal((hub.Time(TimeSpan.FromMinutes(10)), "a***@example.com"), (answer.Text("expiresAt"), answer.Text("sentTo")));
        Assert.Equal("no-store", answer.Message.Headers.CacheControl?.ToString());
        var message = Assert.Single(codes.To(customer));
        Assert.Equal(new OtpAddress(OtpChannel.Email, customer.Profile.Email!), message.Address);
        Assert.DoesNotContain(message.Code, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_to_the_address_of_now()
    {
        var customer = await host.Customers.CreateAsync(TestTenants.Strict);
        await hub.PostAsync(SentCodes.PathOf(customer));

        // The hub's own writes need no code, wherever the tenant asks others for one.
        var patched = await hub.SendAsync(HttpMethod.Patch, PathOf(customer), $$"""{ "email": "now-{{customer.Id}}@example.com" }""", "application/merge-patch+json");
        await hub.PostAsync(SentCodes.PathOf(customer));
        await hub.SendAsync(HttpMethod.Patch, PathOf(customer), """{ "email": null }""", "application/merge-patch+json");
        var last = await hub.PostAsync(SentCodes.PathOf(customer));

        Assert.Equal(200, patched.Status);
        Assert.Equal($"+***{customer.Profile.Phone![^2..]}", last.Text("sentTo"));
        Assert.Equal(
            [customer.Profile.Email, $"now-{customer.Id}@example.com", customer.Profile.Phone],
            codes.To(customer).Select(message => message.Address.Value));
    }

    [Fact]
    public async Task Whoever_has_no_address_gets_no_code()
    {
        var customer = await host.Customers.CreateAsync(profile => profile with { Emails = EntryList.Empty, Phones = EntryList.Empty });

        AssertProblem(409, "no-address", await hub.PostAsync(SentCodes.PathOf(customer)));
        Assert.Empty(codes.To(customer));
    }

    [Fact]
    public async Task A_code_that_could_not_be_sent_is_not_right()
    {
        var customer = await host.Customers.CreateAsync();
        codes.Refusal = Failure.Of(FailureKind.OtpNotSent);
        var answer = await hub.PostAsync(SentCodes.PathOf(customer));
        codes.Refusal = null;

        AssertProblem(502, "not-sent", answer);
        await using var db = await OpenAsync();
        var row = await db.OtpChallenges.SingleAsync(row => row.CustomerId == customer.Id);
        Assert.Equal((null, null), (row.ChallengeId, row.CodeHash));
    }

    [Fact]
    public async Task Those_who_may_not_ask_are_refused_like_everywhere()
    {
        var customer = await host.Customers.CreateAsync();
        var path = SentCodes.PathOf(customer);

        AssertProblem(401, "unauthorized", await hub.As("cu_none").PostAsync(path));
        AssertProblem(401, "unauthorized", await hub.As(TestTenants.Demo.Key("chatwoot")).PostAsync(path));
        AssertProblem(403, "forbidden", await hub.As(TestTenants.DemoReadOnly.Key("hub")).PostAsync(path));
        AssertProblem(404, "not-found", await hub.As(TestTenants.Other.Key("hub")).PostAsync(path));
        AssertProblem(404, "not-found", await hub.PostAsync($"/tenants/{customer.TenantId}/customers/{Guid.CreateVersion7()}/otp"));
        AssertProblem(404, "not-found", await hub.PostAsync($"/tenants/{customer.TenantId}/customers/nobody/otp"));
        AssertProblem(404, "not-found", await hub.PostAsync($"/tenants/{TestTenants.Other.Tenant.Id}/customers/{customer.Id}/otp"));
        AssertProblem(405, "method-not-allowed", await hub.GetAsync(path));
        Assert.Empty(codes.To(customer));
        Assert.Equal(202, (await hub.As(TestTenants.Demo.Key("hub")).PostAsync(path)).Status);
    }

    [Fact]
    public async Task It_is_logged_without_code_and_address()
    {
        var customer = await host.Customers.CreateAsync();
        var code = await codes.NewCodeAsync(host, customer);

        Assert.Contains(host.Log.Lines, line => line.Contains("asked to send a one-time password: Done", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(customer.Profile.Email!, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(host.Log.Lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, $@"(?<![0-9a-f.]){code}(?![0-9a-f])"));
    }

    [Fact]
    public async Task A_challenge_goes_with_its_customer()
    {
        var (erased, survivor, merged) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync(), await host.Customers.CreateAsync());
        foreach (var customer in new[] { erased, survivor, merged })
        {
            await codes.NewCodeAsync(host, customer);
        }

        Assert.Equal(204, (await hub.DeleteAsync(PathOf(erased))).Status);
        var merge = await hub.PostAsync($"/tenants/{survivor.TenantId}/customers/merge", $$"""{ "into": "{{survivor.Id}}", "from": "{{merged.Id}}" }""");
        Assert.Equal(200, merge.Status);

        Assert.Equal((0, 1, 0), (await CountAsync(erased), await CountAsync(survivor), await CountAsync(merged)));

        // The id of the one that was merged is another name of the survivor.
        Assert.Equal(202, (await hub.PostAsync(SentCodes.PathOf(merged))).Status);
        Assert.Equal((2, 1), (codes.To(survivor).Count, codes.To(merged).Count));
    }

    [Fact]
    public async Task A_challenge_goes_with_its_tenant()
    {
        var tenant = await hub.NewTenantAsync();
        var made = await hub.PostAsync($"{tenant}/customers", """{ "email": "juan@example.com" }""");
        var id = Guid.Parse(made.Text("id"));
        Assert.Equal(202, (await hub.PostAsync($"{tenant}/customers/{id}/otp")).Status);

        Assert.Equal(204, (await hub.DeleteAsync(tenant)).Status);

        await using var db = await OpenAsync();
        Assert.False(await db.OtpChallenges.AnyAsync(row => row.CustomerId == id));
    }

    private static string PathOf(Customer customer) => $"/tenants/{customer.TenantId}/customers/{customer.Id}";

    private static void AssertProblem(int status, string type, HubAnswer answer)
    {
        Assert.Equal(("application/problem+json", status, type), (answer.Message.Content.Headers.ContentType?.ToString(), answer.Status, answer.Text("type")));
        Assert.Equal("no-store", answer.Status == 405 ? "no-store" : answer.Message.Headers.CacheControl?.ToString());
    }

    private async Task<int> CountAsync(Customer customer)
    {
        await using var db = await OpenAsync();
        return await db.OtpChallenges.CountAsync(row => row.CustomerId == customer.Id);
    }

    private Task<CustomerDbContext> OpenAsync() => host.Services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync();
}

[Collection(PostgresTests.Name)]
public sealed class HubOtpOnPostgres(PostgresHost host) : HubOtpTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubOtpOnSqlite(SqliteHost host) : HubOtpTests(host);
