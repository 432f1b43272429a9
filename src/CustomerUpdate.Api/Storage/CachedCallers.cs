using System.Collections.Concurrent;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Remembers callers, so that a request costs no look-up of its key. At most <paramref name="limit"/> of them, each for at most
/// <see cref="ICallers.MaximumAge"/>: a key that another host revokes is refused here by then, one that this host revokes at once
/// (<see cref="Forget"/>). Refusals are not remembered: a key works as soon as it is made, and guesses fill nothing. Secrets are remembered
/// by their hash only.
/// </summary>
/// <param name="callers">Who knows.</param>
/// <param name="uses">Told of every use of a key.</param>
/// <param name="clock">The time.</param>
/// <param name="limit">The most callers to remember; 0 to remember none.</param>
internal sealed class CachedCallers(ICallers callers, KeyUses uses, TimeProvider clock, int limit) : ICallers
{
    private readonly ConcurrentDictionary<Name, Entry> entries = new();
    private readonly Queue<(Name Name, Entry Entry)> oldestFirst = new(); // all live equally long, so that this is also who ends first
    private readonly Lock writing = new();
    private long forgotten;

    /// <summary>How many callers are remembered.</summary>
    public int Count => entries.Count;

    public async Task<Result<Caller>> IdentifyAsync(Credential credential, CancellationToken cancellationToken)
    {
        var name = Name.Of(credential);
        if (entries.TryGetValue(name, out var known) && known.IsValidAt(clock.GetUtcNow()))
        {
            return Used(known.Caller);
        }

        // As old as the moment before the look-up, and worth nothing if anything was forgotten during it.
        var asked = clock.GetUtcNow();
        var before = Interlocked.Read(ref forgotten);
        if ((await callers.IdentifyAsync(credential, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return refused;
        }

        Remember(name, new Entry(caller, asked + ICallers.MaximumAge), before);
        return Used(caller);
    }

    /// <summary>Forgets a tenant's callers, after its keys or settings changed.</summary>
    public void Forget(Guid tenantId)
    {
        lock (writing)
        {
            Interlocked.Increment(ref forgotten);
            foreach (var (name, _) in entries.Where(entry => entry.Value.Caller.Tenant.Id == tenantId))
            {
                entries.TryRemove(name, out _);
            }
        }
    }

    private Caller Used(Caller caller)
    {
        if (caller.KeyId is { } keyId)
        {
            uses.Note(keyId);
        }

        return caller;
    }

    private void Remember(Name name, Entry entry, long before)
    {
        lock (writing)
        {
            if (limit == 0 || before != forgotten)
            {
                return;
            }

            var now = clock.GetUtcNow();
            while (oldestFirst.TryPeek(out var oldest) && (oldestFirst.Count >= limit || oldest.Entry.Until <= now))
            {
                oldestFirst.Dequeue();
                entries.TryRemove(KeyValuePair.Create(oldest.Name, oldest.Entry)); // not what has taken its place since
            }

            entries[name] = entry;
            oldestFirst.Enqueue((name, entry));
        }
    }

    /// <summary>A credential without its secret.</summary>
    private sealed record Name(string Contract, string? ClientId, string? SecretHash, TenantName? Tenant)
    {
        public static Name Of(Credential credential) => new(
            credential.Contract,
            credential.ClientId,
            credential.HasSecret ? Convert.ToHexString(Credential.HashOf(credential.Secret!)) : null,
            credential.Tenant);
    }

    private sealed record Entry(Caller Caller, DateTimeOffset Until)
    {
        public bool IsValidAt(DateTimeOffset now) => now < Until && (Caller.ExpiresAt is not { } end || now < end);
    }
}
