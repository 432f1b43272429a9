using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Reads <c>channels</c> and <c>phone</c>. The telephone among the channels and the phone are one value: given alone, either sets both;
/// both given must be the same. Channels that come without the telephone which there was take it away.
/// </summary>
internal static class ChannelsReader
{
    private const string Name = "channels";

    /// <summary>What was sent.</summary>
    /// <returns>The phone, and the channels beside the telephone.</returns>
    public static (Optional<string?> Phone, Optional<ValueMap<BagValue>> Others) Read(ObjectReader root, Profile stored, ApplyContext context)
    {
        var phone = root.Text("phone");
        var channels = root.Bag(Name);
        if (!channels.IsPresent)
        {
            return (phone, default);
        }

        var others = channels.Value.Without(Profile.TelephoneChannel);
        var nested = root.Object(Name)!;
        var telephone = nested.Text(Profile.TelephoneChannel);
        if (phone.IsPresent && telephone.IsPresent && !Same(phone.Value, telephone.Value, context))
        {
            nested.RefuseMember(Profile.TelephoneChannel, "contradiction", "is the same value as /phone, which says something else");
        }

        var missing = nested.Any(Profile.TelephoneChannel).IsAbsent && stored.Phone is not null;
        return (phone.IsPresent ? phone : missing ? Optional<string?>.Of(null) : telephone, others);
    }

    private static bool Same(string? one, string? other, ApplyContext context) =>
        one is null || other is null ? one == other : context.PhoneKey(one) == context.PhoneKey(other);
}
