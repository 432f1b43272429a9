using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Core.Updates;

/// <summary>Tells whether a one-time password is right.</summary>
public interface IOneTimePasswords
{
    /// <summary>Whether a code proves that the customer agreed.</summary>
    bool IsRight(Caller caller, string otp);
}
