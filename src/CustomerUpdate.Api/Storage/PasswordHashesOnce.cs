using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Remembers answers for the length of one command. Hashing is slow on purpose, and a change may be applied several times before it is
/// written; with one hash it also says the same each time.
/// </summary>
internal sealed class PasswordHashesOnce(IPasswordHashes inner) : IPasswordHashes
{
    private readonly Dictionary<string, string> hashes = [];
    private readonly Dictionary<(string Hash, string Password), bool> matches = [];

    public string Hash(string password)
    {
        if (!hashes.TryGetValue(password, out var hash))
        {
            hash = hashes[password] = inner.Hash(password);
            matches[(hash, password)] = true;
        }

        return hash;
    }

    public bool Matches(string hash, string password)
    {
        if (!matches.TryGetValue((hash, password), out var same))
        {
            same = matches[(hash, password)] = inner.Matches(hash, password);
        }

        return same;
    }
}
