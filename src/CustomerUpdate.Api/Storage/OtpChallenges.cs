using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Keeps challenges and counts wrong tries, each write in a transaction of its own. Spending one is part of the update that it proves.</summary>
internal sealed class OtpChallenges(GuardedWrites writes, IPasswordHashes passwords, TimeProvider clock) : IOtpChallenges
{
    public Task<Result<OtpChallenge>> ReplaceAsync(Guid tenantId, Guid customerId, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcMicroseconds();
        var challenge = new OtpChallenge(Guid.CreateVersion7(now), now + OneTimeCode.Lifetime);
        var hash = passwords.Hash(code);
        OtpMetrics.CountMade();
        return WriteAsync(tenantId, customerId, row => row.Put(challenge, hash), challenge, cancellationToken);
    }

    // Where it cannot be taken back it still ends with its time, and whoever asked for it does not know the code either.
    public Task WithdrawAsync(Guid tenantId, Guid customerId, OtpChallenge challenge, CancellationToken cancellationToken) =>
        WriteAsync(
            tenantId,
            customerId,
            row =>
            {
                if (row.ChallengeId == challenge.Id)
                {
                    row.Put(null, null);
                }
            },
            challenge,
            cancellationToken);

    /// <summary>Counts a wrong try; answers what to say to it.</summary>
    /// <returns><see cref="FailureKind.OtpRejected"/>, or why it could not be counted.</returns>
    public async Task<Failure> CountFailureAsync(Guid tenantId, Guid customerId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcMicroseconds();
        var rejected = Failure.Of(FailureKind.OtpRejected);
        var counted = await WriteAsync(tenantId, customerId, row => row.Tries = row.Tries.AfterFailureAt(now), true, cancellationToken);
        return counted.Match(_ => rejected, failure => failure);
    }

    private Task<Result<T>> WriteAsync<T>(
        Guid tenantId, Guid customerId, Action<OtpChallengeRow> change, T result, CancellationToken cancellationToken) =>
        writes.RunAsync<T>(
            async (db, cancel) =>
            {
                var row = await db.OtpChallenges.AsTracking()
                    .FirstOrDefaultAsync(found => found.TenantId == tenantId && found.CustomerId == customerId, cancel);
                if (row is null)
                {
                    if (!await db.Customers.AnyAsync(customer => customer.TenantId == tenantId && customer.Id == customerId, cancel))
                    {
                        return Failure.Of(FailureKind.NotFound);
                    }

                    row = new OtpChallengeRow { TenantId = tenantId, CustomerId = customerId };
                    db.OtpChallenges.Add(row);
                }

                change(row);
                await db.SaveChangesAsync(cancel);
                return result;
            },
            cancellationToken);
}
