namespace CustomerUpdate.Core.Customers;

/// <summary>All that applying a change needs to know of the world, so that applying stays a pure function of its arguments.</summary>
public sealed record ApplyContext
{
    /// <summary>The tenant whose customer is written.</summary>
    public required Tenancy.Tenant Tenant { get; init; }

    /// <summary>The customer as it was read; null where it is being made.</summary>
    public Customer? Stored { get; init; }

    /// <summary>The id of the customer that is written, also where it is being made.</summary>
    public Guid CustomerId
    {
        get => Stored?.Id ?? field;
        init;
    }

    /// <summary>The time that is stamped, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Reads national phone numbers.</summary>
    public required IPhoneNumberReader Phones { get; init; }

    /// <summary>Hashes passwords.</summary>
    public required IPasswordHashes Passwords { get; init; }

    /// <summary>Gives ids for new entries; ids that the customer already has are passed over.</summary>
    public required Func<long> NextEntryId { get; init; }

    /// <summary>Customers other than the one written, by a key of theirs that the change would need.</summary>
    public IReadOnlyDictionary<CustomerKey, Customer> Owners { get; init; } = new Dictionary<CustomerKey, Customer>();

    /// <summary>Gives ids that none of a customer's entries has.</summary>
    public Func<long> NextEntryIdFor(Profile profile) => () =>
    {
        var taken = profile.Entries.Select(entry => entry.Id).ToHashSet();
        var id = NextEntryId();
        while (taken.Contains(id))
        {
            id = NextEntryId();
        }

        return id;
    };

    /// <summary>What an entry of a kind is matched by; null where entries of that kind are not.</summary>
    public string? KeyOf(EntryKind kind, string text) => kind switch
    {
        EntryKind.Email => EmailAddress.KeyOf(text),
        EntryKind.Phone => PhoneKey(text),
        EntryKind.Chat or EntryKind.SocialProfile or EntryKind.Website => null,
    };

    /// <summary>What a phone number is matched by.</summary>
    public string PhoneKey(string text) => PhoneNumber.KeyOf(text, Tenant.Settings.DefaultRegion, Phones);

    /// <summary>Whether an entry may be its customer's primary: any e-mail address, and a phone number that is nobody else's primary.</summary>
    public bool MayBePrimary(EntryKind kind, Entry entry) => kind switch
    {
        EntryKind.Email => true,
        EntryKind.Phone => !Owners.ContainsKey(new CustomerKey(CustomerKey.PhoneKind, entry.Key ?? "")),
        EntryKind.Chat or EntryKind.SocialProfile or EntryKind.Website => false,
    };
}

/// <summary>Hashes passwords and compares them with hashes.</summary>
public interface IPasswordHashes
{
    /// <summary>A salted hash of a password.</summary>
    string Hash(string password);

    /// <summary>Whether a hash is of a password.</summary>
    bool Matches(string hash, string password);
}
