using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Core.OneTimePasswords;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Ends codes that went to an address which is no longer the customer's: whoever reads it there is not asked any more.</summary>
internal static class OldAddressChallenges
{
    /// <summary>Ends the challenge that an update leaves behind at an old address, in the update's transaction. Wrong tries stay counted.</summary>
    public static async Task EndChallengeToOldAddressAsync(this Model.CustomerDbContext db, PreparedUpdate update, CancellationToken cancellationToken)
    {
        var (stored, written) = (update.Stored, update.Written);
        if (OtpAddress.Of(stored.Profile) != OtpAddress.Of(written.Profile))
        {
            await db.OtpChallenges.Where(row => row.TenantId == written.TenantId && row.CustomerId == written.Id).ExecuteUpdateAsync(
                row => row.SetProperty(challenge => challenge.ChallengeId, (Guid?)null)
                    .SetProperty(challenge => challenge.CodeHash, (string?)null)
                    .SetProperty(challenge => challenge.ExpiresAt, (DateTimeOffset?)null),
                cancellationToken);
        }
    }
}
