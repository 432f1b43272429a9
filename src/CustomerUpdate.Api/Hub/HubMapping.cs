using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>Between the shared customer and its canonical form.</summary>
internal static class HubMapping
{
    /// <summary>The customer, whole.</summary>
    public static HubCustomer ToCanonical(Customer customer)
    {
        var profile = customer.Profile;
        return new HubCustomer
        {
            Id = customer.Id,
            Version = customer.Version,
            CreatedAt = TimeOf(customer.CreatedAt),
            UpdatedAt = TimeOf(customer.UpdatedAt),
            Name = profile.Name.Full,
            FirstName = profile.Name.First,
            LastName = profile.Name.Last,
            Username = profile.Username,
            Identifier = profile.Identifier,
            Email = profile.Email,
            Phone = profile.Phone,
            SecondaryPhone = profile.SecondaryPhone,
            Emails = EntriesOf(profile.Emails),
            Phones = EntriesOf(profile.Phones),
            Chats = EntriesOf(profile.Chats),
            SocialProfiles = EntriesOf(profile.SocialProfiles),
            Websites = [.. profile.Websites.Entries.Select(entry => new HubWebsite(entry.Id, entry.Value))],
            Address = profile.Address is { } address
                ? new HubAddress(address.Lines, address.City, address.State, address.PostalCode, address.Country)
                : null,
            JobTitle = profile.JobTitle,
            Organization = profile.Organization,
            Location = profile.Location,
            Background = profile.Background,
            Age = profile.Age,
            Gender = profile.Gender,
            PhotoUrl = profile.PhotoUrl,
            PhotoType = profile.PhotoType,
            Tags = profile.Tags,
            Blocked = profile.Blocked,
            AssigneeId = profile.AssigneeId,
            LastSeenAt = TimeOf(profile.LastSeenAt),
            CustomAttributes = profile.CustomAttributes,
            ProfileAttributes = profile.ProfileAttributes,
            Channels = profile.Channels,
            Consent = ConsentOf(profile.Consent),
            Verification = profile.Verification,
            ArchivedAt = TimeOf(profile.ArchivedAt),
            ArchivedById = profile.ArchivedById,
            Vendor = profile.Vendor,
            References = ReferencesOf(profile),
        };
    }

    private static ValueList<HubEntry> EntriesOf(EntryList list) =>
        [.. list.Entries.Select(entry => new HubEntry(entry.Id, entry.Type, entry.Value))];

    private static HubConsent ConsentOf(Consent consent) => new(
        consent.AcceptedServiceAgreement,
        consent.TosIp,
        consent.Signature,
        TimeOf(consent.SignatureAcceptedAt),
        TimeOf(consent.OptedOutWhatsappAt),
        TimeOf(consent.OptedInWhatsappAt),
        TimeOf(consent.StartedWhatsappAt));

    private static JsonObject ReferencesOf(Profile profile)
    {
        var references = new JsonObject();
        foreach (var contract in ContractCatalog.All.Select(entry => entry.Description))
        {
            string[] values = [.. profile.References.Where(reference => reference.Contract == contract.Name).Select(reference => reference.Value)];
            references[contract.Name] = contract.ReferenceForm switch
            {
                ReferenceForm.Text => values.FirstOrDefault(),
                ReferenceForm.Number => values.Length == 0 ? null : long.Parse(values[0], null),
                ReferenceForm.List => new JsonArray([.. values.Select(value => JsonValue.Create(value))]),
            };
        }

        return references;
    }

    /// <summary>An instant as the hub writes it.</summary>
    public static string TimeOf(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null);

    private static string? TimeOf(DateTimeOffset? instant) => instant is { } known ? TimeOf(known) : null;
}
