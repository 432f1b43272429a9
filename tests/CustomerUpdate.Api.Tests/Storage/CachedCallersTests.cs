using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CustomerUpdate.Api.Tests.Storage;

/// <summary>What is remembered of callers, how long, and how much at most.</summary>
public sealed class CachedCallersTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly CountingCallers known = new();

    [Fact]
    public async Task A_caller_is_looked_up_once_in_thirty_seconds()
    {
        var callers = Cache();

        await AskAsync(callers, "a");
        clock.Advance(ICallers.MaximumAge - TimeSpan.FromTicks(1));
        await AskAsync(callers, "a");
        Assert.Equal(1, known.Asked);

        clock.Advance(TimeSpan.FromTicks(1));
        await AskAsync(callers, "a");
        Assert.Equal(2, known.Asked);
    }

    [Fact]
    public async Task A_key_that_ends_is_not_remembered_beyond_its_end()
    {
        var callers = Cache();
        known.ExpiresAt = clock.GetUtcNow().AddSeconds(5);

        await AskAsync(callers, "a");
        clock.Advance(TimeSpan.FromSeconds(5));
        await AskAsync(callers, "a");

        Assert.Equal(2, known.Asked);
    }

    [Fact]
    public async Task Contracts_and_tenant_names_are_told_apart()
    {
        var callers = Cache();

        await AskAsync(callers, "a");
        await callers.IdentifyAsync(new Credential("quentli", "a"), CancellationToken.None);
        await callers.IdentifyAsync(new Credential("hub", "a") { Tenant = new(TenantNameKind.Account, "1") }, CancellationToken.None);
        await callers.IdentifyAsync(new Credential("hub", null) { Tenant = new(TenantNameKind.Account, "1") }, CancellationToken.None);

        Assert.Equal(4, known.Asked);
    }

    [Fact]
    public async Task Refusals_are_not_remembered()
    {
        var callers = Cache();
        known.Refuses = true;
        await AskAsync(callers, "a");
        known.Refuses = false;

        Assert.Equal(0, callers.Count);
        Assert.True((await AskAsync(callers, "a")).Match(_ => true, _ => false));
    }

    [Fact]
    public async Task No_more_callers_are_remembered_than_allowed_and_the_oldest_goes_first()
    {
        var callers = Cache(limit: 3);

        foreach (var secret in new[] { "a", "b", "c", "d" })
        {
            await AskAsync(callers, secret);
        }

        Assert.Equal(3, callers.Count);
        await AskAsync(callers, "b");
        Assert.Equal(4, known.Asked);
        await AskAsync(callers, "a");
        Assert.Equal(5, known.Asked);
        Assert.Equal(3, callers.Count);
    }

    [Fact]
    public async Task What_has_ended_makes_room()
    {
        var callers = Cache(limit: 3);
        await AskAsync(callers, "a");
        await AskAsync(callers, "b");

        clock.Advance(ICallers.MaximumAge);
        await AskAsync(callers, "b");

        Assert.Equal(1, callers.Count);
    }

    [Fact]
    public async Task A_limit_of_zero_remembers_nobody()
    {
        var callers = Cache(limit: 0);

        await AskAsync(callers, "a");
        await AskAsync(callers, "a");

        Assert.Equal((2, 0), (known.Asked, callers.Count));
    }

    [Fact]
    public async Task A_tenant_can_be_forgotten()
    {
        var callers = Cache();
        await AskAsync(callers, "a");

        callers.Forget(Guid.CreateVersion7());
        await AskAsync(callers, "a");
        Assert.Equal(1, known.Asked);

        callers.Forget(DemoTenant.Id);
        await AskAsync(callers, "a");
        Assert.Equal(2, known.Asked);
    }

    [Fact]
    public async Task What_was_looked_up_before_it_was_forgotten_is_not_remembered_after()
    {
        var callers = Cache();
        known.Meanwhile = () => callers.Forget(DemoTenant.Id);

        await AskAsync(callers, "a");

        Assert.Equal(0, callers.Count);
    }

    private static Task<Result<Caller>> AskAsync(CachedCallers callers, string secret) =>
        callers.IdentifyAsync(new Credential("hub", secret), CancellationToken.None);

    // The callers here have no key's id, so that no use of a key is ever written.
    private CachedCallers Cache(int limit = 100) => new(known, new KeyUses(new NoDatabase(), new Api.Storage.Engines.PostgresEngine(), clock), clock, limit);

    private sealed class CountingCallers : ICallers
    {
        public int Asked { get; private set; }

        public bool Refuses { get; set; }

        public DateTimeOffset? ExpiresAt { get; set; }

        public Action? Meanwhile { get; set; }

        public Task<Result<Caller>> IdentifyAsync(Credential credential, CancellationToken cancellationToken)
        {
            Asked++;
            Meanwhile?.Invoke();
            return Task.FromResult<Result<Caller>>(Refuses
                ? Failure.Of(FailureKind.CredentialUnknown)
                : new Caller(DemoTenant.Tenant(default), null, credential.Contract, KeyRole.Write) { ExpiresAt = ExpiresAt });
        }
    }

    private sealed class NoDatabase : IDbContextFactory<Api.Storage.Model.CustomerDbContext>
    {
        public Api.Storage.Model.CustomerDbContext CreateDbContext() => throw new InvalidOperationException("Nothing is to be written.");
    }
}
