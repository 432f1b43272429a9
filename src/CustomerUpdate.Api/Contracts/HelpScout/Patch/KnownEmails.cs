using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// What the customer has already is not judged again: whoever writes back what Help Scout showed is not refused for what another contract
/// takes for an address.
/// </summary>
internal static class KnownEmails
{
    /// <summary>The problems but those with addresses that a customer has.</summary>
    public static ValueList<Problem> Without(ValueList<Problem> problems, Profile stored) =>
        [.. problems.Where(problem => problem.Code != HelpScoutProblem.Email || stored.Emails.Entries.All(entry => entry.Value != problem.Rejected as string))];
}
