using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Judges what a command has to show for it that its customer agreed. Writes nothing, and may be done again after a lost race.</summary>
internal sealed class OtpProof(CustomerUpdateCommand command, IPasswordHashes passwords, TimeProvider clock)
{
    private static readonly Failure Rejected = Failure.Of(FailureKind.OtpRejected);

    /// <summary>The challenge that the update spends; null where none proved it, and on a dry run.</summary>
    public OtpChallengeRow? Spent { get; private set; }

    /// <summary>The customer whose wrong tries are one more now; null where nothing was tried, or nothing wrong.</summary>
    public Guid? FailedTryOf { get; private set; }

    /// <summary>Judges it by the challenge that the customer has now. Null where it proves what is needed; the same refusal for every reason.</summary>
    public async Task<Failure?> RefuseAsync(CustomerDbContext db, Customer customer, CancellationToken cancellationToken)
    {
        (Spent, FailedTryOf) = (null, null);
        switch (command.Claim)
        {
            case OtpClaim.NotAsked:
                return null;
            case OtpClaim.Missing:
                return Rejected;
        }

        var now = clock.GetUtcNow();
        var row = await db.OtpChallenges
            .FirstOrDefaultAsync(found => found.TenantId == customer.TenantId && found.CustomerId == customer.Id, cancellationToken);
        if (row?.Tries.IsPausedAt(now) == true)
        {
            return Rejected;
        }

        if (command.Claim == OtpClaim.Fixed)
        {
            return null;
        }

        if (!IsRight(row, now))
        {
            FailedTryOf = customer.Id;
            return Rejected;
        }

        Spent = command.IsDryRun ? null : row;
        return null;
    }

    private bool IsRight(OtpChallengeRow? row, DateTimeOffset now)
    {
        if (command.Otp is not { } code || !OneTimeCode.IsWellFormed(code))
        {
            return false;
        }

        if (row?.CodeHash is { } hash && now < row.ExpiresAt)
        {
            return passwords.Matches(hash, code);
        }

        _ = passwords.Hash(code); // takes as long as if there were a challenge, so that time does not tell either
        return false;
    }
}
