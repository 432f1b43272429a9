namespace CustomerUpdate.Core.Tenancy;

/// <summary>On the strength of what a client asks for tokens (RFC 6749, section 1.3).</summary>
public abstract record TokenGrant
{
    private TokenGrant()
    {
    }

    /// <summary>Its kind only: what is printed may end in a log.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Of its own credential alone.</summary>
    public sealed record ClientCredentials : TokenGrant;

    /// <summary>Of a code that its tenant had made for it, and that it may spend once.</summary>
    /// <param name="Code">The code.</param>
    public sealed record AuthorizationCode(string Code) : TokenGrant;

    /// <summary>Of the refresh token that came with the tokens before, which end with it.</summary>
    /// <param name="Token">The refresh token.</param>
    public sealed record RefreshToken(string Token) : TokenGrant;
}

/// <summary>A token that is to be kept. Only its hash is stored.</summary>
/// <param name="Secret">The token.</param>
/// <param name="ExpiresAt">When it ends, unless its key ends before.</param>
public sealed record NewToken(string Secret, DateTimeOffset ExpiresAt)
{
    /// <summary>Not the token: what is printed may end in a log.</summary>
    public override string ToString() => nameof(NewToken);
}

/// <summary>The tokens that a client gets at once.</summary>
/// <param name="Access">Opens the contract's routes with the rights of the client's key.</param>
/// <param name="Refresh">Is exchanged for the next ones, once; null where there is none.</param>
public sealed record NewTokens(NewToken Access, NewToken? Refresh);
