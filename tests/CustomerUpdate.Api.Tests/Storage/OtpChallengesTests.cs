using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Tests.Storage;

public sealed class OtpChallengesTestsOnPostgres() : OtpChallengesTests("postgres");

public sealed class OtpChallengesTestsOnSqlite() : OtpChallengesTests("sqlite");

/// <summary>What is kept of challenges, and when they are spent.</summary>
public abstract class OtpChallengesTests(string engine) : StorageTests(engine)
{
    private const string Code = "042042";
    private const string Wrong = "042043";

    [Fact]
    public async Task Nothing_stored_is_the_code()
    {
        await ChallengeAsync();

        await using var db = Store.OpenContext();
        var row = await db.OtpChallenges.SingleAsync();
        Assert.Equal((DemoTenant.Id, DemoTenant.CustomerId), (row.TenantId, row.CustomerId));
        Assert.DoesNotContain(Code, row.CodeHash, StringComparison.Ordinal);
        Assert.True(row.CodeHash!.Length > 60, "Salted and slow hashes are longer than plain ones.");
    }

    [Fact]
    public async Task An_update_that_changes_nothing_spends_the_code_and_makes_no_version()
    {
        await ChallengeAsync();

        Assert.Equal(1, Success(await CommitAsync(Code, CustomerChange.None)).Customer.Version);

        Assert.Equal(0, await CountAsync());
        Assert.Equal(FailureKind.OtpRejected, Failed(await CommitAsync(Code)).Kind);
    }

    [Fact]
    public async Task An_update_that_is_refused_spends_nothing()
    {
        var other = await Store.AddCustomerAsync();
        Success(await Store.CommitAsync(new CustomerChange { Email = "taken@example.com" }, other.Id));
        await ChallengeAsync();

        Assert.Equal(FailureKind.Taken, Failed(await CommitAsync(Code, new CustomerChange { Email = "taken@example.com" })).Kind);

        Success(await CommitAsync(Code));
    }

    [Fact]
    public async Task A_dry_run_counts_tries_and_spends_nothing()
    {
        await ChallengeAsync();

        Success(await CommitAsync(Code, isDryRun: true));
        Assert.Equal(FailureKind.OtpRejected, Failed(await CommitAsync(Wrong, isDryRun: true)).Kind);

        await using (var db = Store.OpenContext())
        {
            Assert.Equal(1, (await db.OtpChallenges.SingleAsync()).FailedTries);
        }

        Success(await CommitAsync(Code));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_wrong_try_counts_where_there_is_no_challenge_too_and_one_in_a_pause_does_not()
    {
        for (var tries = 0; tries < 7; tries++)
        {
            Assert.Equal(FailureKind.OtpRejected, Failed(await CommitAsync(Wrong)).Kind);
        }

        await using var db = Store.OpenContext();
        Assert.Equal(5, (await db.OtpChallenges.SingleAsync()).FailedTries);
    }

    [Fact]
    public async Task A_code_that_is_spent_ends_the_row_of_wrong_tries()
    {
        for (var round = 0; round < 2; round++)
        {
            await ChallengeAsync();
            for (var tries = 0; tries < 4; tries++)
            {
                Failed(await CommitAsync(Wrong));
            }

            Success(await CommitAsync(Code));
        }
    }

    [Fact]
    public async Task A_fixed_code_waits_for_the_end_of_a_pause_and_spends_nothing()
    {
        await ChallengeAsync();
        Success(await CommitAsync("123456", claim: OtpClaim.Fixed));
        for (var tries = 0; tries < 5; tries++)
        {
            Failed(await CommitAsync(Wrong));
        }

        Assert.Equal(FailureKind.OtpRejected, Failed(await CommitAsync("123456", claim: OtpClaim.Fixed)).Kind);
        Store.Clock.Advance(OtpTries.PauseAfter(5));
        Success(await CommitAsync("123456", claim: OtpClaim.Fixed));
        Success(await CommitAsync(Code));
    }

    [Fact]
    public async Task Wrong_tries_at_once_on_several_hosts_are_all_counted()
    {
        StoreUnderTest[] hosts = [Store, AddHost(), AddHost()];

        await Task.WhenAll(hosts.Select(host => host.Challenges.CountFailureAsync(DemoTenant.Id, DemoTenant.CustomerId, CancellationToken.None)));

        await using var db = Store.OpenContext();
        Assert.Equal(3, (await db.OtpChallenges.SingleAsync()).FailedTries);
    }

    [Fact]
    public async Task A_challenge_is_taken_back_unless_another_took_its_place()
    {
        var first = await ChallengeAsync();
        var second = await ChallengeAsync();

        await Store.Challenges.WithdrawAsync(DemoTenant.Id, DemoTenant.CustomerId, first, CancellationToken.None);
        Success(await CommitAsync(Code, isDryRun: true));
        await Store.Challenges.WithdrawAsync(DemoTenant.Id, DemoTenant.CustomerId, second, CancellationToken.None);

        Assert.Equal(FailureKind.OtpRejected, Failed(await CommitAsync(Code)).Kind);
    }

    [Fact]
    public async Task Nobody_gets_a_challenge_who_is_not_there()
    {
        var made = await Store.Challenges.ReplaceAsync(DemoTenant.Id, Guid.CreateVersion7(), Code, CancellationToken.None);

        Assert.Equal(FailureKind.NotFound, Failed(made).Kind);
    }

    [Fact]
    public async Task An_unknown_customer_is_said_before_a_code_that_is_missing()
    {
        var command = Command(null, CustomerChange.None, OtpClaim.Missing) with { Target = CustomerKey.Id(Guid.CreateVersion7()) };

        Assert.Equal(FailureKind.NotFound, Failed(await Store.Commits.CommitAsync(command, CancellationToken.None)).Kind);
    }

    private async Task<OtpChallenge> ChallengeAsync() =>
        (await Store.Challenges.ReplaceAsync(DemoTenant.Id, DemoTenant.CustomerId, Code, CancellationToken.None)).Match(made => made, _ => null!);

    private Task<Result<UpdatedCustomer>> CommitAsync(
        string otp, CustomerChange? change = null, bool isDryRun = false, OtpClaim claim = OtpClaim.Code) =>
        Store.Commits.CommitAsync(
            Command(otp, change ?? new CustomerChange { JobTitle = Guid.NewGuid().ToString() }, claim) with { Terms = new WriteTerms<UpdatedCustomer> { IsDryRun = isDryRun } },
            CancellationToken.None);

    private CustomerUpdateCommand Command(string? otp, CustomerChange change, OtpClaim claim)
    {
        var caller = new Caller(DemoTenant.Tenant(Store.Clock.GetUtcNow()), null, "chatwoot", KeyRole.Write);
        return new CustomerUpdateCommand(caller, CustomerKey.Id(DemoTenant.CustomerId), change, "request-1", otp) { Claim = claim };
    }

    private async Task<int> CountAsync()
    {
        await using var db = Store.OpenContext();
        return await db.OtpChallenges.CountAsync();
    }
}
