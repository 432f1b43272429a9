using System.Text;
using System.Text.Encodings.Web;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Customers;

/// <summary>
/// How large a customer may be: larger than any one request makes it, and no larger than an import takes back of what was exported. So
/// whatever is stored can be exported and imported again. Counted is the canonical JSON, a little too high rather than too low.
/// </summary>
public static class ProfileSize
{
    /// <summary>The most bytes of a customer's canonical JSON: 4 MiB.</summary>
    public const int Limit = 4 * 1024 * 1024;

    // The canonical members' names, and whatever has a bounded length: id, version, instants, truth values, references that the host makes.
    private const int Frame = 2048;

    // {"id":9223372036854775807,"type":,"value":},
    private const int EntryFrame = 44;

    /// <summary>A profile that is made of another, or <see cref="FailureKind.TooLarge"/>.</summary>
    public static Result<Profile> Bounded(this Result<Profile> made) =>
        !made.TryFailure(out var profile, out _) && IsTooLarge(profile) ? Failure.Of(FailureKind.TooLarge) : made;

    /// <summary>Whether a customer would be too large. Most are so small that the number of their characters tells.</summary>
    public static bool IsTooLarge(Profile profile) => Measure(profile, AtMost, AtMost) > Limit && Of(profile) > Limit;

    /// <summary>The most bytes that the canonical JSON may have.</summary>
    public static long Of(Profile profile) => Measure(profile, Quoted, Encoding.UTF8.GetByteCount);

    // No character takes more than six bytes, as the most that an escape has.
    private static int AtMost(string text) => (6 * text.Length) + 2;

    private static int Quoted(string text) => Encoding.UTF8.GetByteCount(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)) + 2;

    private static long Measure(Profile profile, Func<string, int> text, Func<string, int> json)
    {
        var size = (long)Frame;
        foreach (var value in Texts(profile))
        {
            size += value is null ? 0 : text(value); // null is part of the frame
        }

        foreach (var entry in profile.Entries)
        {
            size += EntryFrame + (entry.Type is { } type ? text(type) : 4) + text(entry.Value);
        }

        foreach (var line in profile.Address?.Lines ?? [])
        {
            size += text(line) + 1;
        }

        foreach (var tag in profile.Tags)
        {
            size += text(tag) + 1;
        }

        foreach (var reference in profile.References)
        {
            size += text(reference.Value) + 1;
        }

        foreach (var (name, bag) in profile.Vendor)
        {
            size += text(name) + 4 + Measure(bag, text, json);
        }

        return size + Measure(profile.CustomAttributes, text, json) + Measure(profile.ProfileAttributes, text, json) + Measure(profile.OtherChannels, text, json);
    }

    private static long Measure(ValueMap<BagValue> bag, Func<string, int> text, Func<string, int> json)
    {
        var size = 0L;
        foreach (var (name, value) in bag)
        {
            size += text(name) + json(value.Json) + 2;
        }

        return size;
    }

    // The primary phone is shown among the channels too.
    private static IEnumerable<string?> Texts(Profile profile) =>
    [
        profile.Name.Full, profile.Name.First, profile.Name.Last, profile.Username, profile.Identifier,
        profile.Email, profile.Phone, profile.Phone, profile.SecondaryPhone,
        profile.JobTitle, profile.Organization, profile.Location, profile.Background, profile.Age, profile.Gender,
        profile.PhotoUrl, profile.PhotoType, profile.AssigneeId, profile.ArchivedById,
        profile.Address?.City, profile.Address?.State, profile.Address?.PostalCode, profile.Address?.Country,
        profile.Consent.TosIp, profile.Consent.Signature,
    ];
}
