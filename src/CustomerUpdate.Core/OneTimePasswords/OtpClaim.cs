namespace CustomerUpdate.Core.OneTimePasswords;

/// <summary>What an update has to show for it that the customer agreed. It is judged on the customer as it is then, and after preconditions.</summary>
public enum OtpClaim
{
    /// <summary>Nothing is asked for, and what was sent is not looked at.</summary>
    NotAsked,

    /// <summary>A code is asked for and none was sent.</summary>
    Missing,

    /// <summary>A code that is right without having been sent; see <see cref="IFixedOneTimePasswords"/>.</summary>
    Fixed,

    /// <summary>A code that is right if it is the one of the customer's challenge.</summary>
    Code,
}
