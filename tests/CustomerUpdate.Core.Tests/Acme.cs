using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Tests;

/// <summary>The tenant of these tests, and what its customers need around them.</summary>
internal static class Acme
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly Tenant Tenant = new()
    {
        Id = new Guid("00000000-0000-7000-8000-000000000001"),
        Name = "Acme",
        WorkspaceId = "64b7f0c2a1d3e4f5a6b7c8d9",
        AccountId = 1,
        OrganizationId = new Guid("3c90c3cc-0d44-4b50-8888-8dd25736052a"),
        Settings = new TenantSettings { DefaultRegion = "US" },
        CreatedAt = Noon,
    };

    /// <summary>A world in which others have the given keys, and in which new entries get the ids from <paramref name="firstId"/> on.</summary>
    public static ApplyContext World(long firstId = 101, DateTimeOffset? now = null, params CustomerKey[] others)
    {
        var next = firstId;
        return new ApplyContext
        {
            Tenant = Tenant,
            Now = now ?? Noon,
            Phones = PhoneNumberReaders.Default,
            Passwords = new LegiblePasswordHashes(),
            NextEntryId = () => next++,
            Owners = others.ToDictionary(key => key, _ => Other),
        };
    }

    /// <summary>Somebody else.</summary>
    public static Customer Other { get; } = Customer(new Profile { Name = new PersonName("Other", "Other", null) });

    public static Customer Customer(Profile profile) => new()
    {
        TenantId = Tenant.Id,
        Id = new Guid("00000000-0000-7000-8000-0000000000ff"),
        Version = 1,
        CreatedAt = Noon,
        UpdatedAt = Noon,
        Profile = profile,
    };

    /// <summary>The profile after a change that must be possible.</summary>
    public static Profile After(this Profile stored, CustomerChange change, ApplyContext? world = null) =>
        stored.Apply(change, world ?? World()).Match(
            profile => profile,
            failure => throw new InvalidOperationException($"The change was refused: {failure.Kind}."));

    /// <summary>Why a change must be refused.</summary>
    public static Failure Refused(this Profile stored, CustomerChange change, ApplyContext? world = null) =>
        stored.Apply(change, world ?? World()).Match(
            _ => throw new InvalidOperationException("The change was not refused."),
            failure => failure);

    public static BagValue Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return BagValue.Of(document.RootElement);
    }

    public static ValueMap<BagValue> Bag(params (string Key, string Json)[] members) =>
        ValueMap<BagValue>.Of(members.Select(member => KeyValuePair.Create(member.Key, Json(member.Json))));

    /// <summary>Hashes with a salt like real ones: the same password never gives the same hash twice.</summary>
    private sealed class LegiblePasswordHashes : IPasswordHashes
    {
        private int salt;

        public string Hash(string password) => $"{++salt}:{password.Length}:{password}";

        public bool Matches(string hash, string password) => hash.EndsWith($":{password.Length}:{password}", StringComparison.Ordinal);
    }
}
