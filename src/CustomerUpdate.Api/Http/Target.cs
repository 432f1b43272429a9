using System.Text;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>Finds out whom a path points at.</summary>
internal static class Target
{
    /// <summary>The key that a contract reads from the path; nobody's where no database could hold it.</summary>
    public static Result<CustomerKey> Locate<TContract>(Exchange exchange)
        where TContract : IContract<TContract>
    {
        var located = TContract.Locate(exchange);
        return located.TryFailure(out var key, out _) || CanExist(key.Value) ? located : Failure.Of(FailureKind.NotFound);
    }

    private static bool CanExist(string value) =>
        value.Length is > 0 and <= CustomerKey.MaximumLength
        && !value.Contains('\0', StringComparison.Ordinal)
        && value.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);
}
