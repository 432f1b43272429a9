namespace CustomerUpdate.Core.OneTimePasswords;

/// <summary>Codes that are right without having been sent, so that documented examples work on a machine that sends nothing.</summary>
public interface IFixedOneTimePasswords
{
    /// <summary>Whether a code is one of them.</summary>
    bool IsRight(string otp);
}
