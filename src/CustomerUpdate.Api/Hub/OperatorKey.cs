using System.Security.Cryptography;
using System.Text;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// The key that may do everything. It comes from configuration and is never stored; that it is there and long enough is looked at before
/// the host starts.
/// </summary>
internal sealed class OperatorKey(IConfiguration configuration)
{
    /// <summary>Where it is configured.</summary>
    public const string Setting = "Operator:Key";

    /// <summary>The key in Development, which is in the documents: no secret, and refused elsewhere.</summary>
    public const string Development = "cu_operator_development_key_0000";

    /// <summary>The fewest characters it may have.</summary>
    public const int MinimumLength = 32;

    // By its hash: comparing takes as long whatever the length of what is shown.
    private readonly byte[]? hash = configuration[Setting] is { Length: >= MinimumLength } configured ? HashOf(configured) : null;

    /// <summary>Whether a secret is the operator's key.</summary>
    public bool Is(string? secret) =>
        hash is not null && secret is not null && CryptographicOperations.FixedTimeEquals(hash, HashOf(secret));

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
