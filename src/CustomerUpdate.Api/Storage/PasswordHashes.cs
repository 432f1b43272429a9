using CustomerUpdate.Core.Customers;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CustomerUpdate.Api.Storage;

/// <summary>Passwords by ASP.NET Core Identity's hasher: PBKDF2 with a salt, its parameters written into each hash.</summary>
/// <param name="options">How slow it is.</param>
internal sealed class PasswordHashes(IOptions<PasswordHasherOptions> options) : IPasswordHashes
{
    // The hasher takes a user for those who derive from it, and does not look at it.
    private static readonly object NoUser = new();

    private readonly PasswordHasher<object> hasher = new(options);

    public string Hash(string password) => hasher.HashPassword(NoUser, password);

    public bool Matches(string hash, string password) =>
        hasher.VerifyHashedPassword(NoUser, hash, password) != PasswordVerificationResult.Failed;
}
