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
    /// <param name="root">The customer.</param>
    /// <param name="stored">What is stored.</param>
    /// <param name="context">What applying needs to know.</param>
    /// <param name="edited">Has the name of the channels where they say nothing of the phone.</param>
    /// <returns>The phone, and what becomes of the channels beside the telephone.</returns>
    public static (Optional<string?> Phone, BagEdit Others) Read(ObjectReader root, Profile stored, ApplyContext context, ValueList<string> edited)
    {
        var phone = root.Text("phone");
        var channels = root.Bag(Name);
        if (!channels.IsPresent)
        {
            return (phone, BagEdit.None);
        }

        var others = channels.Value.Without(Profile.TelephoneChannel);
        if (edited.Contains(Name))
        {
            return (phone, Difference(stored.OtherChannels, others));
        }

        var nested = root.Object(Name)!;
        var telephone = nested.Text(Profile.TelephoneChannel);
        if (phone.IsPresent && telephone.IsPresent && !Same(phone.Value, telephone.Value, context))
        {
            nested.RefuseMember(Profile.TelephoneChannel, "contradiction", "is the same value as /phone, which says something else");
        }

        var missing = nested.Any(Profile.TelephoneChannel).IsAbsent && stored.Phone is not null;
        return (phone.IsPresent ? phone : missing ? Optional<string?>.Of(null) : telephone, new BagEdit { ReplaceWith = others });
    }

    // No more than was edited: what spells out the parts of a number goes with that number, and is not brought back by what was left alone.
    private static BagEdit Difference(ValueMap<BagValue> before, ValueMap<BagValue> after) => new()
    {
        Merge = ValueMap<BagValue>.Of(after.Where(channel => !before.TryGetValue(channel.Key, out var was) || was != channel.Value)),
        Remove = [.. before.Keys.Where(name => !after.ContainsKey(name))],
    };

    private static bool Same(string? one, string? other, ApplyContext context) =>
        one is null || other is null ? one == other : context.PhoneKey(one) == context.PhoneKey(other);
}
