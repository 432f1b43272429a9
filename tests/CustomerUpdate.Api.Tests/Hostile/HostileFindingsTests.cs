using System.Text;
using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>What hostile requests have found, each by its name.</summary>
public sealed class HostileFindingsTests
{
    /// <summary>It was a 500: a tenant's counter, from which a new customer's entries get their ids, was the one write that was not tried again.</summary>
    [Fact]
    public async Task A_counter_on_an_SQLite_file_that_somebody_else_is_writing_is_waited_for()
    {
        BeatenEngine? engine = null;
        await using var host = await HostUnderTest.StartAsync(SqliteDatabase.Engine, replace: services =>
            services.Replace(ServiceDescriptor.Singleton<IDatabaseEngine>(_ => engine = new BeatenEngine())));
        await using var somebody = new SqliteConnection($"Data Source={host.Database.Settings["Database:SqlitePath"]}");
        await somebody.OpenAsync();
        await using var writing = await somebody.BeginTransactionAsync(System.Data.IsolationLevel.Serializable); // BEGIN IMMEDIATE
        engine!.Beaten = () => writing.Rollback();

        using var answer = await host.Client.SendAsync(NewCustomer());

        Assert.Equal(201, (int)answer.StatusCode);
        Assert.True(engine.Times > 0, "Nobody was waited for.");
    }

    private static HttpRequestMessage NewCustomer() => new(HttpMethod.Post, $"/hub/v1/tenants/{TestTenants.Demo.Tenant.Id}/customers")
    {
        Headers = { { "Authorization", $"Bearer {TestTenants.Demo.Key("hub")}" } },
        Content = new StringContent("""{ "name": "Ada", "emails": [ { "value": "counter@example.com" } ] }""", Encoding.UTF8, "application/json"),
    };

    // Somebody else is done as soon as a write of the host's was beaten once: no clock has a part in it.
    private sealed class BeatenEngine : IDatabaseEngine, IDisposable
    {
        private readonly SqliteEngine engine = new();
        private int times;

        public Action Beaten { get; set; } = () => { };

        public int Times => times;

        public DatabaseFault Classify(Exception exception)
        {
            var fault = engine.Classify(exception);
            if (fault == DatabaseFault.LostRace && Interlocked.Increment(ref times) == 1)
            {
                Beaten();
            }

            return fault;
        }

        public Task PrepareAsync(CustomerDbContext db, CancellationToken cancellationToken) => engine.PrepareAsync(db, cancellationToken);

        public ValueTask<IDisposable?> TakeWriteTurnAsync(CancellationToken cancellationToken) => engine.TakeWriteTurnAsync(cancellationToken);

        public Task ClearTracesAsync(CustomerDbContext db) => engine.ClearTracesAsync(db);

        public Task BoundWaitsAsync(CustomerDbContext db, TimeSpan? limit, CancellationToken cancellationToken) => engine.BoundWaitsAsync(db, limit, cancellationToken);

        public void Dispose() => engine.Dispose();
    }
}
