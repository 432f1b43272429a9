using CustomerUpdate.Core.Customers;
using FsCheck;
using FsCheck.Fluent;
using static CustomerUpdate.Core.Tests.Acme;

namespace CustomerUpdate.Core.Tests.Properties;

/// <summary>
/// Random customers and changes. Values come from small pools, so that they meet: the same number in two spellings, the same key on
/// two entries, ids that are there and ids that are not.
/// </summary>
internal static class Arbitrary
{
    private static readonly string?[] Emails = [null, "", "a@example.com", "A@example.com", "b@example.com", "c@example.com"];
    private static readonly string?[] Phones = [null, "", "+16502530000", "(650) 253-0000", "+16502530001", "+442079460958", "ask Juan"];
    private static readonly string?[] Words = [null, "", "Juan", "Juan Perez", "Ana de la Cruz"];

    private static readonly string[] Keys = ["plan", "seats", "telephone", "dial_code", "a/b"];
    private static readonly string[] Values = ["null", "1", "\"1\"", "\"+16502530001\"", "{\"a\":[1.0]}"];

    /// <summary>Any change.</summary>
    public static Gen<CustomerChange> Change() =>
        from names in Names
        from contact in Contact
        from entries in EntryEdits.ListOf(3)
        from bags in Bags
        from city in Maybe(Words)
        from tags in Maybe<ValueList<string>>([], ["VIP"], ["VIP", "new"])
        from signature in Maybe(Words)
        from password in Maybe("correct horse", "battery staple")
        select names with
        {
            Email = contact.Email,
            Phone = contact.Phone,
            SecondaryPhone = contact.SecondaryPhone,
            Channels = contact.Channels,
            Entries = [.. entries],
            CustomAttributes = bags.CustomAttributes,
            Vendor = bags.Vendor,
            Address = new AddressChange { City = city },
            Tags = tags,
            Signature = signature,
            Password = password,
        };

    /// <summary>Customers as a few changes leave them: every state that can be reached, and no other.</summary>
    public static Gen<Profile> Profile =>
        from changes in Change().ListOf(4)
        select changes.Aggregate(new Profile(), (profile, change) =>
            profile.Apply(change, World(firstId: FreshId(profile))).Match(written => written, _ => profile));

    /// <summary>A customer and new texts for some of its entries.</summary>
    public static Gen<(Profile Stored, ValueList<EntryEdit> Edits)> ProfileAndReplacements =>
        from profile in Profile
        from places in Gen.SubListOf(Enum.GetValues<EntryKind>().SelectMany(kind => profile.List(kind).Entries.Select(entry => (kind, entry.Id))))
        from texts in Texts.ListOf(places.Count)
        select (profile, places.Zip(texts, EntryEdit (place, text) => new EntryEdit.Replace(place.kind, place.Id, "home", text)).ToValueList());

    /// <summary>An id past all that a customer has.</summary>
    public static long FreshId(Profile profile) =>
        Enum.GetValues<EntryKind>().SelectMany(kind => profile.List(kind).Entries).Select(entry => entry.Id).DefaultIfEmpty(0).Max() + 1;

    /// <summary>Checks a property on the same 100 random arguments in every run.</summary>
    public static void Holds<T>(this Gen<T> arguments, Action<T> property) =>
        Prop.ForAll(arguments.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20260102, 7).WithQuietOnSuccess(true));

    public static Gen<(TFirst First, TSecond Second)> And<TFirst, TSecond>(this Gen<TFirst> first, Gen<TSecond> second) =>
        from one in first from other in second select (one, other);

    private static Gen<CustomerChange> Names =>
        from full in Maybe(Words)
        from first in Maybe(Words)
        from last in Maybe(Words)
        select new CustomerChange { Name = full, FirstName = first, LastName = last };

    private static Gen<CustomerChange> Contact =>
        from email in Maybe(Emails)
        from phone in Maybe(Phones)
        from second in Maybe(Phones)
        from channels in Gen.OneOf(Gen.Constant(Optional<ValueMap<BagValue>>.Absent), Bag.Select(Optional<ValueMap<BagValue>>.Of))
        select new CustomerChange { Email = email, Phone = phone, SecondaryPhone = second, Channels = channels };

    private static Gen<CustomerChange> Bags =>
        from custom in BagEdit
        from vendor in BagEdit
        select new CustomerChange { CustomAttributes = custom, Vendor = ValueMap<BagEdit>.Empty.Set("quentli", vendor) };

    private static Gen<ValueMap<BagValue>> Bag =>
        from members in (from key in Gen.Elements(Keys) from value in Gen.Elements(Values) select KeyValuePair.Create(key, Json(value))).ListOf(3)
        select ValueMap<BagValue>.Of(members);

    private static Gen<BagEdit> BagEdit =>
        from replace in Gen.OneOf(Gen.Constant<ValueMap<BagValue>?>(null), Bag.Select(bag => (ValueMap<BagValue>?)bag))
        from merge in Bag
        from text in Gen.Elements(Values)
        from removed in Gen.SubListOf(Keys)
        select new BagEdit { ReplaceWith = replace, Merge = merge, MergeText = ValueMap<string>.Empty.Set("seats", text), Remove = [.. removed] };

    private static Gen<EntryEdit> EntryEdits
    {
        get
        {
            var remove = from kind in Kinds from id in Ids select (EntryEdit)new EntryEdit.Remove(kind, id);
            var append = from kind in Kinds from value in Texts select (EntryEdit)new EntryEdit.Append(kind, "work", value);
            return Gen.Frequency((6, append), (1, Replace), (1, remove));
        }
    }

    private static Gen<EntryEdit> Replace =>
        from kind in Kinds from id in Ids from value in Texts select (EntryEdit)new EntryEdit.Replace(kind, id, "home", value);

    private static Gen<EntryKind> Kinds => Gen.Elements(EntryKind.Email, EntryKind.Phone, EntryKind.Website);

    private static Gen<long> Ids => Gen.Choose(1, 4).Select(id => (long)id);

    private static Gen<string> Texts => Gen.Elements(Emails.Concat(Phones).OfType<string>());

    private static Gen<Optional<T>> Maybe<T>(params T[] values) =>
        Gen.Frequency((3, Gen.Constant(Optional<T>.Absent)), (2, Gen.Elements(values).Select(Optional<T>.Of)));
}
