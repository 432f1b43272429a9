using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Customers;

/// <summary>
/// A write to a customer, as data: it can be previewed, and applied again to a newer state after a conflict. Absent members leave what is
/// stored alone. Its members mean what the members of <see cref="Profile"/> with the same names mean.
/// </summary>
public sealed record CustomerChange : ICustomerChange
{
    /// <summary>The change that changes nothing.</summary>
    public static CustomerChange None { get; } = new();

    /// <summary>Whole name; splits into first and last where neither is written.</summary>
    public Optional<string?> Name { get; init; }

    /// <summary>First name; rewrites the whole where that is not written.</summary>
    public Optional<string?> FirstName { get; init; }

    /// <summary>Last name; rewrites the whole where that is not written.</summary>
    public Optional<string?> LastName { get; init; }

    /// <summary>Login name.</summary>
    public Optional<string?> Username { get; init; }

    /// <summary>An outside system's identifier.</summary>
    public Optional<string?> Identifier { get; init; }

    /// <summary>The primary e-mail address; null takes it away.</summary>
    public Optional<string?> Email { get; init; }

    /// <summary>The primary phone number; null takes it away.</summary>
    public Optional<string?> Phone { get; init; }

    /// <summary>The second phone number; null takes it away.</summary>
    public Optional<string?> SecondaryPhone { get; init; }

    /// <summary>Edits of entries by id, in order.</summary>
    public ValueList<EntryEdit> Entries { get; init; } = [];

    /// <summary>Address.</summary>
    public AddressChange Address { get; init; } = AddressChange.None;

    /// <summary>Job title.</summary>
    public Optional<string?> JobTitle { get; init; }

    /// <summary>Organisation.</summary>
    public Optional<string?> Organization { get; init; }

    /// <summary>Location.</summary>
    public Optional<string?> Location { get; init; }

    /// <summary>Notes.</summary>
    public Optional<string?> Background { get; init; }

    /// <summary>Age.</summary>
    public Optional<string?> Age { get; init; }

    /// <summary>Gender.</summary>
    public Optional<string?> Gender { get; init; }

    /// <summary>Picture.</summary>
    public Optional<string?> PhotoUrl { get; init; }

    /// <summary>Where the picture came from.</summary>
    public Optional<string?> PhotoType { get; init; }

    /// <summary>The whole new list of tags.</summary>
    public Optional<ValueList<string>> Tags { get; init; }

    /// <summary>Blocked.</summary>
    public Optional<bool> Blocked { get; init; }

    /// <summary>Member of staff responsible.</summary>
    public Optional<string?> AssigneeId { get; init; }

    /// <summary>Last activity.</summary>
    public Optional<DateTimeOffset?> LastSeenAt { get; init; }

    /// <summary>Operator-defined attributes.</summary>
    public BagEdit CustomAttributes { get; init; } = BagEdit.None;

    /// <summary>Captured attributes.</summary>
    public BagEdit ProfileAttributes { get; init; } = BagEdit.None;

    /// <summary>
    /// The whole new channels. Their <c>telephone</c> is the primary phone number, a text: where it is missing or null, the number goes.
    /// </summary>
    public Optional<ValueMap<BagValue>> Channels { get; init; }

    /// <summary>Terms accepted.</summary>
    public Optional<bool> AcceptedServiceAgreement { get; init; }

    /// <summary>Address from which the terms were accepted.</summary>
    public Optional<string?> TosIp { get; init; }

    /// <summary>Signature; another one than the stored stamps the time at which it was given.</summary>
    public Optional<string?> Signature { get; init; }

    /// <summary>Opt-out from WhatsApp.</summary>
    public Optional<DateTimeOffset?> OptedOutWhatsappAt { get; init; }

    /// <summary>E-mail address verified.</summary>
    public Optional<bool> EmailVerified { get; init; }

    /// <summary>Phone number verified.</summary>
    public Optional<bool> PhoneNumberVerified { get; init; }

    /// <summary>Password chosen by the customer.</summary>
    public Optional<bool> HasChangedPassword { get; init; }

    /// <summary>Writes to what one contract only knows, under the contract's name.</summary>
    public ValueMap<BagEdit> Vendor { get; init; } = ValueMap<BagEdit>.Empty;

    /// <summary>A new password in the clear. It is hashed when applied, and appears in no history.</summary>
    public Optional<string> Password { get; init; }

    /// <summary>The organisation that the request says the customer belongs to: refused unless it is the tenant's own.</summary>
    public Optional<Guid> OrganizationId { get; init; }

    /// <inheritdoc/>
    public int EntryIdsNeeded =>
        Entries.Count(edit => edit is EntryEdit.Append) +
        new[] { Email.IsPresent, Phone.IsPresent || Channels.IsPresent, SecondaryPhone.IsPresent }.Count(written => written);

    /// <inheritdoc/>
    public IEnumerable<CustomerField> Fields => CustomerField.All.Where(candidate => candidate.IsWrittenBy(this));

    /// <inheritdoc/>
    public Result<Profile> Apply(Profile stored, ApplyContext context) => stored.Apply(this, context);

    /// <summary>The names of the fields, never a value: what is printed may end in a log.</summary>
    public override string ToString() => string.Join(' ', Fields.Select(written => written.Name));
}
