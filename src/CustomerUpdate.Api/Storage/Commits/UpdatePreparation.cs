using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>Loads the customer that a command means and applies its change. Writes nothing, and may be done again after a lost race.</summary>
internal sealed class UpdatePreparation(
    CustomerUpdateCommand command, EntryIds entryIds, IPhoneNumberReader phones, IPasswordHashes passwords, TimeProvider clock)
{
    private static readonly Dictionary<CustomerKey, Customer> NoOwners = [];

    private readonly ChangeOrigin origin = ChangeOrigin.Of(command);
    private readonly IPasswordHashes passwordsOnce = new PasswordHashesOnce(passwords);
    private IReadOnlyList<long> ids = [];
    private OtpProof? proof;

    /// <summary>What proves that the customer agreed.</summary>
    public OtpProof Proof => proof ??= new OtpProof(command, passwordsOnce, clock);

    /// <summary>The update on the state that is stored now.</summary>
    /// <returns>Failures: <see cref="FailureKind.NotFound"/>, <see cref="FailureKind.OtpRejected"/> and those of applying.</returns>
    public async Task<Result<PreparedUpdate>> PrepareAsync(CustomerDbContext db, CancellationToken cancellationToken)
    {
        var tenant = command.Caller.Tenant;
        if (await db.FindCustomerAsync(tenant.Id, command.Target, cancellationToken) is not { } stored)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        if (await db.FindRefusalAsync(stored, command.Precondition, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (await Proof.RefuseAsync(db, stored, cancellationToken) is { } unproven)
        {
            return unproven;
        }

        await TakeIdsAsync(stored.Profile, cancellationToken);
        var now = clock.GetUtcMicroseconds();
        var applied = await db.ApplyWithOwnersAsync(stored, owners => command.Change.Apply(stored.Profile, Context(stored, now, owners)).Bounded(), cancellationToken);
        return applied.TryFailure(out var profile, out var failure)
            ? failure
            : PreparedUpdate.Of(stored, profile, now, origin) with { Spent = Proof.Spent };
    }

    /// <summary>The update on a state that is at hand, where that is all it needs to know of the world.</summary>
    /// <returns>
    /// Failures: those of applying. Null where the state alone does not tell: it touches what is unique in the tenant, a picture or an address
    /// for codes, or it is not meant for this version.
    /// </returns>
    public async ValueTask<Result<PreparedUpdate>?> TryPrepareAsync(Customer stored)
    {
        if (command.Precondition.RefusalOf(stored.Version) is not null)
        {
            return null;
        }

        await TakeIdsAsync(stored.Profile, CancellationToken.None);
        var now = clock.GetUtcMicroseconds();
        if (command.Change.Apply(stored.Profile, Context(stored, now, NoOwners)).Bounded().TryFailure(out var profile, out var failure))
        {
            return failure;
        }

        // Codes are sent to what keys are made of, too.
        var isAllOfIt = profile.HasTheKeysOf(stored.Profile) && profile.PhotoUrl == stored.Profile.PhotoUrl;
        return isAllOfIt ? PreparedUpdate.Of(stored, profile, now, origin) : (Result<PreparedUpdate>?)null;
    }

    private ApplyContext Context(Customer stored, DateTimeOffset now, IReadOnlyDictionary<CustomerKey, Customer> owners)
    {
        var used = 0;
        return new ApplyContext
        {
            Tenant = command.Caller.Tenant,
            Stored = stored,
            Now = now,
            Phones = phones,
            Passwords = passwordsOnce,
            NextEntryId = () => ids[used++],
            Owners = owners,
        };
    }

    // Enough that applying never has to wait for one: an id that an entry has been given, and which now comes up, is of no use.
    private async Task TakeIdsAsync(Profile profile, CancellationToken cancellationToken)
    {
        var needed = command.Change.EntryIdsNeeded;
        if (needed == 0)
        {
            return;
        }

        var used = profile.Entries.Select(entry => entry.Id).ToHashSet();
        ids = [.. ids.Where(id => !used.Contains(id))];
        while (ids.Count < needed)
        {
            var taken = await entryIds.TakeAsync(command.Caller.Tenant.Id, needed - ids.Count, cancellationToken);
            ids = [.. ids, .. taken.Where(id => !used.Contains(id))];
        }
    }
}
