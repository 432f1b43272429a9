using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>The captured attributes by which customers are searched. Lists and objects are no text to search.</summary>
internal static class CapturedAttributes
{
    /// <summary>Whether they are the same in two profiles.</summary>
    public static bool AreSame(Profile one, Profile other) =>
        one.ProfileAttributes.Equals(other.ProfileAttributes)
        || (Company(one) == Company(other) && City(one) == City(other) && Country(one) == Country(other) && CountryCode(one) == CountryCode(other));

    public static string? Company(Profile profile) => Text(profile, "company_name");

    public static string? City(Profile profile) => Text(profile, "city");

    public static string? Country(Profile profile) => Text(profile, "country");

    public static string? CountryCode(Profile profile) => Text(profile, "country_code");

    private static string? Text(Profile profile, string key)
    {
        var value = profile.ProfileAttributes.Find(key);
        return value.IsNull || value.Json[0] is '{' or '[' ? null : value.Text;
    }
}
