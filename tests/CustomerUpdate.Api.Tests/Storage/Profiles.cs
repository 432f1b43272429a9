using System.Text.Json;
using CustomerUpdate.Core.Customers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerUpdate.Api.Tests.Storage;

/// <summary>Profiles of every kind.</summary>
internal static class Profiles
{
    private static readonly Gen<string> Text = Gen.Elements("", " ", "a", "Ana María", "\"quoted\" \\ \n\t", "null", "0", "日本語", "😀", "\u007f\u2028", "<b>&amp;</b>");

    private static readonly Gen<string?> MaybeText = Gen.OneOf(Gen.Constant((string?)null), Text.Select(text => (string?)text));

    private static readonly Gen<DateTimeOffset?> MaybeInstant = Gen.OneOf(
        Gen.Constant((DateTimeOffset?)null),
        Gen.Choose(0, int.MaxValue).Select(ticks => (DateTimeOffset?)new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-5)).AddTicks(ticks)));

    private static readonly Gen<BagValue> Value = Gen.OneOf(
        Text.Select(BagValue.Of),
        Gen.Elements("null", "true", "-0", "1e2", "0.10", "79228162514264337593543950335", "[]", "{}", """[1,[2.50,{"b":1,"a":null}]]""", """{"bb":1,"a":{"z":[],"y":"x"}}""")
            .Select(Parse));

    private static readonly Gen<ValueMap<BagValue>> Bag =
        Text.Zip(Value, (key, value) => KeyValuePair.Create(key, value)).ListOf().Select(ValueMap<BagValue>.Of);

    private static readonly Gen<Entry> Item =
        from id in Gen.Choose(1, 1 << 30)
        from type in MaybeText
        from value in Text
        from key in MaybeText
        select new Entry(id, type, value, key);

    private static readonly Gen<EntryList> Entries =
        from entries in Item.ListOf()
        from primary in Gen.Elements<long?>(null, entries.FirstOrDefault()?.Id)
        from secondary in Gen.Elements<long?>(null, entries.LastOrDefault()?.Id)
        select new EntryList { Entries = entries.ToValueList(), PrimaryId = primary, SecondaryId = secondary };

    private static readonly Gen<Address?> MaybeAddress =
        from lines in Text.ListOf()
        from parts in MaybeText.ArrayOf(4)
        from there in Gen.Elements(true, false)
        select there ? new Address { Lines = lines.ToValueList(), City = parts[0], State = parts[1], PostalCode = parts[2], Country = parts[3] } : null;

    private static readonly Gen<Consent> Consents =
        from accepted in Gen.Elements(true, false)
        from texts in MaybeText.ArrayOf(2)
        from instants in MaybeInstant.ArrayOf(4)
        select new Consent
        {
            AcceptedServiceAgreement = accepted,
            TosIp = texts[0],
            Signature = texts[1],
            SignatureAcceptedAt = instants[0],
            OptedOutWhatsappAt = instants[1],
            OptedInWhatsappAt = instants[2],
            StartedWhatsappAt = instants[3],
        };

    /// <summary>Any profile.</summary>
    public static Gen<Profile> Any { get; } =
        from texts in MaybeText.ArrayOf(16)
        from lists in Entries.ArrayOf(5)
        from bags in Bag.ArrayOf(3)
        from flags in Gen.Elements(true, false).ArrayOf(4)
        from instants in MaybeInstant.ArrayOf(2)
        from address in MaybeAddress
        from consent in Consents
        from tags in Text.ListOf()
        from references in Text.Zip(Text, (contract, value) => new Reference(contract, value)).ListOf()
        from vendor in Text.Zip(Bag, (contract, bag) => KeyValuePair.Create(contract, bag)).ListOf()
        select new Profile
        {
            Name = new PersonName(texts[0], texts[1], texts[2]),
            Username = texts[3],
            Identifier = texts[4],
            Emails = lists[0],
            Phones = lists[1],
            Chats = lists[2],
            SocialProfiles = lists[3],
            Websites = lists[4],
            Address = address,
            JobTitle = texts[5],
            Organization = texts[6],
            Location = texts[7],
            Background = texts[8],
            Age = texts[9],
            Gender = texts[10],
            PhotoUrl = texts[11],
            PhotoType = texts[12],
            Tags = tags.ToValueList(),
            Blocked = flags[0],
            AssigneeId = texts[13],
            LastSeenAt = instants[0],
            CustomAttributes = bags[0],
            ProfileAttributes = bags[1],
            OtherChannels = bags[2],
            Consent = consent,
            Verification = new Verification { EmailVerified = flags[1], PhoneNumberVerified = flags[2], HasChangedPassword = flags[3] },
            ArchivedAt = instants[1],
            ArchivedById = texts[14],
            Vendor = ValueMap<ValueMap<BagValue>>.Of(vendor),
            References = references.ToValueList(),
            PasswordHash = texts[15],
        };

    /// <summary>A bag's value from JSON.</summary>
    public static BagValue Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 128 });
        return BagValue.Of(document.RootElement);
    }
}
