using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Rails runs all validations of a contact, those that look into the database too: beside what is invalid it says what is taken. Where
/// nothing is invalid, the commit says that.
/// </summary>
internal static class TakenBesideInvalid
{
    // The order in which the contact's class names them; what is too long comes before all of that.
    private static readonly string[] Order = ["avatar", "email", "identifier", "phone_number"];

    /// <summary>What is wrong with a request, in the order in which Chatwoot says it.</summary>
    public static async Task<ValueList<Problem>> AddAsync(
        ChatwootRequest request, ValueList<Problem> broken, Exchange exchange, CancellationToken cancellationToken)
    {
        var problems = broken.ToList();
        foreach (var (attribute, key) in broken.Count == 0 ? [] : KeysOf(request))
        {
            if (broken.All(problem => problem.Path != attribute) && await IsTakenAsync(key, exchange, cancellationToken))
            {
                problems.Add(new Problem(attribute, "taken", "has already been taken"));
            }
        }

        return problems.OrderBy(Rank).ToValueList();
    }

    private static IEnumerable<(string Attribute, CustomerKey Key)> KeysOf(ChatwootRequest request)
    {
        if (request.Email.Or(null) is { } email && !string.IsNullOrWhiteSpace(email))
        {
            yield return ("email", new CustomerKey(CustomerKey.EmailKind, EmailAddress.KeyOf(email)));
        }

        if (request.Identifier.Or(null) is { } identifier && !string.IsNullOrWhiteSpace(identifier))
        {
            yield return ("identifier", new CustomerKey(CustomerKey.IdentifierKind, identifier));
        }

        if (PhoneNumber.ReadInternational(request.PhoneNumber.Or(null) ?? "") is { } number)
        {
            yield return ("phone_number", new CustomerKey(CustomerKey.PhoneKind, number));
        }
    }

    private static async Task<bool> IsTakenAsync(CustomerKey key, Exchange exchange, CancellationToken cancellationToken)
    {
        var owner = await exchange.Service<ICustomerReads>().FindAsync(exchange.Caller!.Tenant.Id, key, cancellationToken);
        return owner is not null && !ChatwootContract.Locate(exchange).Match(self => owner.Profile.Keys.Contains(self), _ => false);
    }

    private static int Rank(Problem problem) => problem.Code == "too_long" ? -1
        : Array.IndexOf(Order, problem.Path) is var place and >= 0 ? place
        : Order.Length;
}
