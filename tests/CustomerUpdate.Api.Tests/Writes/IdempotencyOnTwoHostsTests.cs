using System.Text;
using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Writes;

public sealed class IdempotencyOnPostgres() : IdempotencyOnTwoHostsTests(PostgresDatabase.Engine)
{
    [Fact]
    public async Task A_twin_on_another_host_is_waited_for_no_longer_than_a_second_and_then_said_to_be_running()
    {
        var customer = await Here.Customers.CreateAsync();

        // Somebody holds the customer's row: the first request adds its answer, and then waits.
        await using var db = await OpenAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Customers.Where(row => row.Id == customer.Id).ExecuteUpdateAsync(row => row.SetProperty(held => held.Version, held => held.Version));
        var first = SendAsync(Here, customer, "k");
        await WaitForWaitingAsync();

        var (second, _) = await SendAsync(There, customer, "k");
        await transaction.RollbackAsync();
        var (answered, body) = await first;

        Assert.Equal(409, (int)second.StatusCode);
        Assert.True(answered.IsSuccessStatusCode, body);
        Assert.Equal(2, (await Here.Customers.ReadAsync(customer)).Version);
    }

    // Outside the transaction, which would see the same activity for ever.
    private async Task WaitForWaitingAsync()
    {
        const string Waiting = "SELECT count(*) AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var db = await OpenAsync();
        while (await db.Database.SqlQueryRaw<long>(Waiting).SingleAsync(deadline.Token) == 0)
        {
        }
    }
}

public sealed class IdempotencyOnSqlite() : IdempotencyOnTwoHostsTests(SqliteDatabase.Engine);

/// <summary>What is kept of a request under an idempotency key: for all hosts, for a day, and no longer than its customer.</summary>
public abstract class IdempotencyOnTwoHostsTests(string engine) : IAsyncLifetime
{
    private protected HostUnderTest Here { get; private set; } = null!;

    private protected HostUnderTest There { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Here = await HostUnderTest.StartAsync(engine);
        There = await Here.StartAnotherAsync();
    }

    public async Task DisposeAsync()
    {
        await There.DisposeAsync();
        await Here.DisposeAsync();
    }

    [Fact]
    public async Task What_one_host_answered_the_other_gives_again()
    {
        var customer = await Here.Customers.CreateAsync();

        var (first, firstBody) = await SendAsync(Here, customer, "k");
        var (again, againBody) = await SendAsync(There, customer, "k");

        Assert.False(IsReplay(first));
        Assert.True(IsReplay(again));
        Assert.Equal(firstBody, againBody);
    }

    [Fact]
    public async Task Twins_on_two_hosts_make_one_version_and_one_line_of_history()
    {
        var customer = await Here.Customers.CreateAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => SendAsync(number % 2 == 0 ? Here : There, customer, "twin")));

        Assert.Contains(answers, answer => answer.Answer.IsSuccessStatusCode);
        Assert.All(answers, answer => Assert.True(answer.Answer.IsSuccessStatusCode || (int)answer.Answer.StatusCode == 409, answer.Body));
        Assert.Single(answers.Where(answer => answer.Answer.IsSuccessStatusCode).Select(answer => answer.Body).Distinct());
        Assert.Equal(2, (await Here.Customers.ReadAsync(customer)).Version);
        Assert.Equal(2, (await Here.Customers.HistoryAsync(customer)).Count);
    }

    [Fact]
    public async Task After_a_day_a_key_is_free_again()
    {
        var customer = await Here.Customers.CreateAsync();
        await SendAsync(Here, customer, "k");

        Here.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        var (kept, _) = await SendAsync(Here, customer, "k");
        Here.Clock.Advance(TimeSpan.FromSeconds(1));
        var (anew, _) = await SendAsync(Here, customer, "k");

        Assert.True(IsReplay(kept));
        Assert.True(anew.IsSuccessStatusCode && !IsReplay(anew));
    }

    [Fact]
    public async Task What_has_ended_is_swept_away()
    {
        var customer = await Here.Customers.CreateAsync();
        await SendAsync(Here, customer, "old");
        Here.Clock.Advance(TimeSpan.FromHours(23));
        await SendAsync(Here, customer, "young");
        Here.Clock.Advance(TimeSpan.FromHours(1));

        await Here.Services.GetRequiredService<KeptAnswers>().SweepAsync(CancellationToken.None);

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task What_is_kept_goes_with_its_customer()
    {
        var customer = await Here.Customers.CreateAsync();
        await SendAsync(Here, customer, "k");
        Assert.Equal(1, await CountAsync());

        var erase = new HttpRequestMessage(HttpMethod.Delete, $"/hub/v1/tenants/{customer.TenantId}/customers/{customer.Id}");
        erase.Headers.Add("Authorization", $"Bearer {HostUnderTest.OperatorKey}");
        var erased = await Here.Client.SendAsync(erase);

        Assert.Equal(204, (int)erased.StatusCode);
        Assert.Equal(0, await CountAsync());
    }

    private protected static async Task<(HttpResponseMessage Answer, string Body)> SendAsync(HostUnderTest host, Customer customer, string key)
    {
        var path = $"/api/v1/accounts/{DemoTenant.AccountId}/contacts/{customer.Profile.ReferenceOf("chatwoot")}";
        var request = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Content = new StringContent("""{ "name": "Grace Hopper" }""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("api_access_token", DemoTenant.Keys["chatwoot"]);
        request.Headers.Add("Idempotency-Key", key);
        var answer = await host.Client.SendAsync(request);
        return (answer, await answer.Content.ReadAsStringAsync());
    }

    private protected Task<CustomerDbContext> OpenAsync() =>
        Here.Services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync();

    private static bool IsReplay(HttpResponseMessage answer) => answer.Headers.Contains("Idempotency-Replayed");

    private async Task<int> CountAsync()
    {
        await using var db = await OpenAsync();
        return await db.IdempotencyKeys.CountAsync();
    }
}
