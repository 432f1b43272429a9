using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Documents;

/// <summary>Between a profile and the form in which it is stored.</summary>
internal static class ProfileMapping
{
    public static ProfileDocument ToDocument(Profile profile) => new()
    {
        Name = Unless(profile.Name, PersonName.None),
        Username = profile.Username,
        Identifier = profile.Identifier,
        Emails = EntriesDocument.Of(profile.Emails),
        Phones = EntriesDocument.Of(profile.Phones),
        Chats = EntriesDocument.Of(profile.Chats),
        SocialProfiles = EntriesDocument.Of(profile.SocialProfiles),
        Websites = EntriesDocument.Of(profile.Websites),
        Address = profile.Address,
        JobTitle = profile.JobTitle,
        Organization = profile.Organization,
        Location = profile.Location,
        Background = profile.Background,
        Age = profile.Age,
        Gender = profile.Gender,
        PhotoUrl = profile.PhotoUrl,
        PhotoType = profile.PhotoType,
        Tags = Unless(profile.Tags, []),
        Blocked = profile.Blocked,
        AssigneeId = profile.AssigneeId,
        LastSeenAt = profile.LastSeenAt,
        CustomAttributes = Unless(profile.CustomAttributes, ValueMap<BagValue>.Empty),
        ProfileAttributes = Unless(profile.ProfileAttributes, ValueMap<BagValue>.Empty),
        Channels = Unless(profile.OtherChannels, ValueMap<BagValue>.Empty),
        Consent = Unless(profile.Consent, Consent.None),
        Verification = Unless(profile.Verification, Verification.None),
        ArchivedAt = profile.ArchivedAt,
        ArchivedById = profile.ArchivedById,
        Vendor = Unless(profile.Vendor, ValueMap<ValueMap<BagValue>>.Empty),
        References = Unless(profile.References, []),
        PasswordHash = profile.PasswordHash,
    };

    public static Profile ToProfile(ProfileDocument document) => new()
    {
        Name = document.Name ?? PersonName.None,
        Username = document.Username,
        Identifier = document.Identifier,
        Emails = document.Emails?.ToList() ?? EntryList.Empty,
        Phones = document.Phones?.ToList() ?? EntryList.Empty,
        Chats = document.Chats?.ToList() ?? EntryList.Empty,
        SocialProfiles = document.SocialProfiles?.ToList() ?? EntryList.Empty,
        Websites = document.Websites?.ToList() ?? EntryList.Empty,
        Address = document.Address,
        JobTitle = document.JobTitle,
        Organization = document.Organization,
        Location = document.Location,
        Background = document.Background,
        Age = document.Age,
        Gender = document.Gender,
        PhotoUrl = document.PhotoUrl,
        PhotoType = document.PhotoType,
        Tags = document.Tags ?? [],
        Blocked = document.Blocked,
        AssigneeId = document.AssigneeId,
        LastSeenAt = document.LastSeenAt,
        CustomAttributes = document.CustomAttributes ?? ValueMap<BagValue>.Empty,
        ProfileAttributes = document.ProfileAttributes ?? ValueMap<BagValue>.Empty,
        OtherChannels = document.Channels ?? ValueMap<BagValue>.Empty,
        Consent = document.Consent ?? Consent.None,
        Verification = document.Verification ?? Verification.None,
        ArchivedAt = document.ArchivedAt,
        ArchivedById = document.ArchivedById,
        Vendor = document.Vendor ?? ValueMap<ValueMap<BagValue>>.Empty,
        References = document.References ?? [],
        PasswordHash = document.PasswordHash,
    };

    private static T? Unless<T>(T value, T empty)
        where T : class, IEquatable<T> => value.Equals(empty) ? null : value;
}
