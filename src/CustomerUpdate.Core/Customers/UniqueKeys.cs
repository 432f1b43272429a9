using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Customers;

/// <summary>What nobody may ever do, whatever the contract: take a value that another customer of the tenant has.</summary>
internal static class UniqueKeys
{
    /// <summary>The profile, or why its keys cannot be.</summary>
    public static Result<Profile> Check(Profile stored, Profile written, ApplyContext context)
    {
        if (written.HasTheKeysOf(stored))
        {
            return written;
        }

        var added = written.Keys.Except(stored.Keys).ToList();
        var tooLong = added.Where(key => key.Value.Length > CustomerKey.MaximumLength).ToList();
        if (tooLong.Count > 0)
        {
            return Failure.Invalid([.. tooLong.Select(key =>
                new Problem(key.Kind, "too_long", $"is too long (maximum is {CustomerKey.MaximumLength} characters)"))]);
        }

        var taken = added.Where(context.Owners.ContainsKey).Select(key => new TakenKey(key, context.Owners[key])).ToValueList();
        return taken.Count == 0 ? written : Failure.Of(FailureKind.Taken) with { Taken = taken };
    }
}
