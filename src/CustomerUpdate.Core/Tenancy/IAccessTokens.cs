using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Tenancy;

/// <summary>
/// The tokens that clients get for their keys. <see cref="ICallers"/> takes an access token where it takes the key; it ends with its own time,
/// with its key, and, where it was refreshed, with that: on this host at once, on others within <see cref="ICallers.MaximumAge"/>.
/// </summary>
public interface IAccessTokens
{
    /// <summary>Keeps tokens for a client, and spends what they are granted for.</summary>
    /// <param name="client">The client, as <see cref="ICallers"/> knows it by its credential.</param>
    /// <param name="grant">What they are granted for.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The tokens; fails with <see cref="FailureKind.CredentialUnknown"/> where the code or the refresh token is none of this client's, was
    /// spent or has ended. A code that is shown again ends the tokens that were granted for it (RFC 6749, section 4.1.2).
    /// </returns>
    Task<Result<NewTokens>> GrantAsync(Caller client, TokenGrant grant, NewTokens tokens, CancellationToken cancellationToken);
}
