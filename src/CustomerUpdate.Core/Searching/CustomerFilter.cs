using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Searching;

/// <summary>
/// A condition on customers, as data: contracts build it from their own queries, storage turns it into parameterised statements. Texts are
/// compared without regard to case, and by their first <see cref="Updates.ICustomerLists.SearchedLength"/> characters.
/// </summary>
public abstract record CustomerFilter
{
    private CustomerFilter()
    {
    }

    /// <summary>The condition that every customer fulfils.</summary>
    public static CustomerFilter None { get; } = new Every([]);

    /// <summary>All of the conditions hold; every customer fulfils an empty list.</summary>
    public sealed record Every(ValueList<CustomerFilter> Conditions) : CustomerFilter;

    /// <summary>At least one of the conditions holds; nobody fulfils an empty list.</summary>
    public sealed record Some(ValueList<CustomerFilter> Conditions) : CustomerFilter;

    /// <summary>The condition does not hold.</summary>
    public sealed record Not(CustomerFilter Condition) : CustomerFilter;

    /// <summary>A text is like a value. A customer that has no such text does not fulfil it.</summary>
    /// <param name="Field">Which text.</param>
    /// <param name="Match">How it is compared.</param>
    /// <param name="Value">With what, as it was written; nothing in it is a wildcard.</param>
    public sealed record Text(TextField Field, TextMatch Match, string Value) : CustomerFilter;

    /// <summary>The outside system's identifier has a value in it, and here case matters.</summary>
    /// <param name="Value">The value, as it was written; nothing in it is a wildcard.</param>
    public sealed record IdentifierPart(string Value) : CustomerFilter;

    /// <summary>A customer has a text, and it is not empty.</summary>
    public sealed record HasText(TextField Field) : CustomerFilter;

    /// <summary>One of the customer's phone numbers has this key, however both are spelt.</summary>
    public sealed record PhoneKey(string Key) : CustomerFilter;

    /// <summary>A point in time lies on a side of another. A customer that has no such time does not fulfil it.</summary>
    public sealed record Time(TimeField Field, Comparison Comparison, DateTimeOffset At) : CustomerFilter;

    /// <summary>The customer is blocked, or is not.</summary>
    public sealed record Blocked(bool Is) : CustomerFilter;

    /// <summary>The customer has a key: a reference, or a value that nobody else of the tenant may have.</summary>
    public sealed record Has(CustomerKey Key) : CustomerFilter;

    /// <summary>The customer is archived, or is not.</summary>
    public sealed record Archived(bool Is) : CustomerFilter;

    /// <summary>The customer has a tag, without regard to case; null: any tag at all.</summary>
    public sealed record Tagged(string? Tag) : CustomerFilter;

    /// <summary>An inbox calls the customer so, to the letter.</summary>
    public sealed record Reached(InboxPlace Place) : CustomerFilter;

    /// <summary>A custom attribute is like a text; lists and objects are compared as JSON. A customer without it does not fulfil it.</summary>
    public sealed record AttributeText(string Key, TextMatch Match, string Value) : CustomerFilter;

    /// <summary>A custom attribute, which is a number or reads as one, compares to a number so.</summary>
    public sealed record AttributeNumber(string Key, Comparison Comparison, decimal Value) : CustomerFilter;

    /// <summary>
    /// A custom attribute, which is a text that begins with a day (<c>2026-01-31</c>, alone or with a time behind it, which is not looked at),
    /// lies on a side of another day.
    /// </summary>
    public sealed record AttributeDay(string Key, Comparison Comparison, DateOnly Day) : CustomerFilter;

    /// <summary>A custom attribute is there and is not null.</summary>
    public sealed record HasAttribute(string Key) : CustomerFilter;
}

/// <summary>The texts by which customers are searched.</summary>
public enum TextField
{
    /// <summary>The name, an e-mail address, or a phone number as written or by its key: any of them.</summary>
    Any,

    /// <summary>The whole name.</summary>
    Name,

    /// <summary>The first name.</summary>
    FirstName,

    /// <summary>The last name.</summary>
    LastName,

    /// <summary>The primary e-mail address.</summary>
    Email,

    /// <summary>Any of the e-mail addresses.</summary>
    AnyEmail,

    /// <summary>What comes after the at sign in any of the e-mail addresses.</summary>
    AnyEmailDomain,

    /// <summary>The primary phone number, as written.</summary>
    Phone,

    /// <summary>Any of the phone numbers, as written.</summary>
    AnyPhone,

    /// <summary>The login name.</summary>
    Username,

    /// <summary>The outside system's identifier.</summary>
    Identifier,

    /// <summary>The organisation.</summary>
    Organization,

    /// <summary>The captured attribute <c>company_name</c>.</summary>
    Company,

    /// <summary>The captured attribute <c>city</c>.</summary>
    City,

    /// <summary>The captured attribute <c>country</c>.</summary>
    Country,

    /// <summary>The captured attribute <c>country_code</c>.</summary>
    CountryCode,
}

/// <summary>How a text is compared with a value.</summary>
public enum TextMatch
{
    /// <summary>It is the value.</summary>
    Equal,

    /// <summary>It starts with the value.</summary>
    Prefix,

    /// <summary>It has the value in it.</summary>
    Part,
}

/// <summary>The points in time by which customers are searched.</summary>
public enum TimeField
{
    /// <summary>When the customer was made.</summary>
    CreatedAt,

    /// <summary>When it last changed.</summary>
    UpdatedAt,

    /// <summary>When the person was last active.</summary>
    LastSeenAt,
}

/// <summary>How one value stands to another.</summary>
public enum Comparison
{
    /// <summary>Less, earlier.</summary>
    Less,

    /// <summary>At most, not later.</summary>
    LessOrEqual,

    /// <summary>Greater, later.</summary>
    Greater,

    /// <summary>At least, not earlier.</summary>
    GreaterOrEqual,
}
