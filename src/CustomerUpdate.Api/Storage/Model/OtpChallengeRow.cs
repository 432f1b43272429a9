using CustomerUpdate.Core.OneTimePasswords;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>
/// A customer's challenge, if there is one, and the wrong tries since a code was last spent. The code itself is nowhere; the row of a
/// challenge that was spent is deleted.
/// </summary>
internal sealed class OtpChallengeRow
{
    public required Guid TenantId { get; init; }

    public required Guid CustomerId { get; init; }

    /// <summary>Guards every write: of many who spend one challenge, one finds it there.</summary>
    public Guid? ChallengeId { get; set; }

    /// <summary>The salted, slow hash of the code; see <see cref="PasswordHashes"/>.</summary>
    public string? CodeHash { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Guards every write too: a right code does not overtake wrong ones that came before it.</summary>
    public int FailedTries { get; set; }

    public DateTimeOffset? LastFailedAt { get; set; }

    public OtpTries Tries
    {
        get => new(FailedTries, LastFailedAt);
        set => (FailedTries, LastFailedAt) = value;
    }

    /// <summary>Puts a challenge in the place of the one that there was; null for none.</summary>
    public void Put(OtpChallenge? challenge, string? codeHash) =>
        (ChallengeId, CodeHash, ExpiresAt) = (challenge?.Id, codeHash, challenge?.ExpiresAt);
}

internal sealed class OtpChallengesTable : IEntityTypeConfiguration<OtpChallengeRow>
{
    public void Configure(EntityTypeBuilder<OtpChallengeRow> builder)
    {
        builder.ToTable("otp_challenges");
        builder.HasKey(row => new { row.TenantId, row.CustomerId }).HasName("pk_otp_challenges");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.CustomerId).HasColumnName("customer_id");
        builder.Property(row => row.ChallengeId).HasColumnName("challenge_id").IsConcurrencyToken();
        builder.Property(row => row.CodeHash).HasColumnName("code_hash");
        builder.Property(row => row.ExpiresAt).HasColumnName("expires_at");
        builder.Property(row => row.FailedTries).HasColumnName("failed_tries").IsConcurrencyToken();
        builder.Property(row => row.LastFailedAt).HasColumnName("last_failed_at");
        builder.Ignore(row => row.Tries);

        // It is of no use without its customer: where that is erased, or merged into another, it goes too.
        builder.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.TenantId, row.CustomerId })
            .HasConstraintName("fk_otp_challenges_customers").OnDelete(DeleteBehavior.Cascade);
    }
}
