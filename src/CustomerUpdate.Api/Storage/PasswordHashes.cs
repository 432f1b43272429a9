using CustomerUpdate.Core.Customers;
using Microsoft.AspNetCore.Identity;

namespace CustomerUpdate.Api.Storage;

/// <summary>Passwords by ASP.NET Core Identity's hasher: PBKDF2 with a salt, its parameters written into each hash.</summary>
internal sealed class PasswordHashes : IPasswordHashes
{
    // The hasher takes a user for those who derive from it, and does not look at it.
    private static readonly object NoUser = new();

    private readonly PasswordHasher<object> hasher = new();

    public string Hash(string password) => hasher.HashPassword(NoUser, password);

    public bool Matches(string hash, string password) =>
        hasher.VerifyHashedPassword(NoUser, hash, password) != PasswordVerificationResult.Failed;
}
