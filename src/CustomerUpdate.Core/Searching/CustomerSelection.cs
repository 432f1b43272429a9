using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Searching;

/// <summary>Which customers are asked for, in which order, and which stretch of them.</summary>
/// <param name="Skip">How many are left out at the beginning; at least 0.</param>
/// <param name="Take">The most that are answered; at least 0.</param>
public sealed record CustomerSelection(int Skip, int Take)
{
    /// <summary>The condition.</summary>
    public CustomerFilter Filter { get; init; } = CustomerFilter.None;

    /// <summary>The order, the first that tells two customers apart counts; then the order in which they were made.</summary>
    public ValueList<CustomerOrder> Order { get; init; } = [];

    /// <summary>Whether to say how many fulfil the condition, too.</summary>
    public bool CountsAll { get; init; }
}

/// <summary>One step of an order. Customers without a value come last in either direction.</summary>
/// <param name="Field">What is compared; texts without regard to case, by their code points.</param>
/// <param name="IsDescending">Whether the greatest come first.</param>
public sealed record CustomerOrder(SortField Field, bool IsDescending);

/// <summary>What customers are sorted by.</summary>
public enum SortField
{
    /// <summary>When the customer was made.</summary>
    CreatedAt,

    /// <summary>When it last changed.</summary>
    UpdatedAt,

    /// <summary>When the person was last active.</summary>
    LastSeenAt,

    /// <summary>The whole name.</summary>
    Name,

    /// <summary>The first name.</summary>
    FirstName,

    /// <summary>The last name.</summary>
    LastName,

    /// <summary>The primary e-mail address.</summary>
    Email,

    /// <summary>The primary phone number, as written.</summary>
    Phone,

    /// <summary>The captured attribute <c>company_name</c>.</summary>
    Company,

    /// <summary>The captured attribute <c>city</c>.</summary>
    City,

    /// <summary>The captured attribute <c>country</c>.</summary>
    Country,
}

/// <summary>A stretch of customers.</summary>
/// <param name="Items">The customers.</param>
/// <param name="Total">How many fulfil the condition; null where that was not asked.</param>
public sealed record CustomerSlice(ValueList<Customer> Items, long? Total);
