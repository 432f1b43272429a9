using System.Security.Cryptography;
using System.Text;

namespace CustomerUpdate.Api.Hub;

/// <summary>The key that may do everything. It comes from configuration (<c>Operator:Key</c>) and is never stored.</summary>
internal sealed class OperatorKey(IConfiguration configuration)
{
    private readonly byte[]? key = configuration["Operator:Key"] is { Length: >= 32 } configured ? Encoding.UTF8.GetBytes(configured) : null;

    /// <summary>Whether a secret is the operator's key.</summary>
    public bool Is(string? secret) =>
        key is not null && secret is not null && CryptographicOperations.FixedTimeEquals(key, Encoding.UTF8.GetBytes(secret));
}
