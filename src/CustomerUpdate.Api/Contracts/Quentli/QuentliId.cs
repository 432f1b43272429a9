using System.Security.Cryptography;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>Quentli's ids: cuids, 25 characters of which the first is a c. Clients take them for opaque.</summary>
internal static class QuentliId
{
    private const string Characters = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>An id that nobody has or can guess: 124 random bits.</summary>
    public static string Make() => "c" + RandomNumberGenerator.GetString(Characters, 24);
}
