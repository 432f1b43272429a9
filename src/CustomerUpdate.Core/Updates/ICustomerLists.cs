using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Core.Updates;

/// <summary>The port through which a tenant's customers are listed and searched.</summary>
public interface ICustomerLists
{
    /// <summary>The most characters of a text, and of each text that it is looked for in, that a search looks at.</summary>
    static int SearchedLength => 200;

    /// <summary>
    /// A page of customers in the order in which they were made. No page repeats a customer, and none drops one that was there when the
    /// first page was read, whatever others write meanwhile: the order is of what never changes.
    /// </summary>
    Task<CustomerPage> ListAsync(Guid tenantId, CustomerSearch search, CancellationToken cancellationToken);

    /// <summary>A stretch of customers by condition and order, counted from the first: what is written meanwhile moves the stretches.</summary>
    Task<CustomerSlice> ListAsync(Guid tenantId, CustomerSelection selection, CancellationToken cancellationToken);
}

/// <summary>Which customers are asked for. What is null is not asked about; all that is given must hold.</summary>
/// <param name="Limit">The most customers on the page.</param>
public sealed record CustomerSearch(int Limit)
{
    /// <summary>Where the page before ended.</summary>
    public CustomerPosition? After { get; init; }

    /// <summary>Parts of the name, of an e-mail address or of a phone number, one of which is enough; case does not matter. None: not asked about.</summary>
    public ValueList<string> Texts { get; init; } = [];

    /// <summary>The key of one of its e-mail addresses.</summary>
    public string? EmailKey { get; init; }

    /// <summary>The key of one of its phone numbers, the primary or another.</summary>
    public string? PhoneKey { get; init; }
}

/// <summary>A customer's place in the order of a list.</summary>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Id">Its id, which tells apart those that were made at one time.</param>
public sealed record CustomerPosition(DateTimeOffset CreatedAt, Guid Id);

/// <summary>A page of customers.</summary>
/// <param name="Items">The customers.</param>
/// <param name="Next">Where the next page starts; null on the last one.</param>
public sealed record CustomerPage(ValueList<Customer> Items, CustomerPosition? Next);
