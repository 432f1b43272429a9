namespace CustomerUpdate.Core.Customers;

/// <summary>
/// What points at one customer of a tenant: its id, a contract's reference, or a value that nobody else in the tenant may have. One kind
/// of key serves to find customers and to keep values unique.
/// </summary>
/// <param name="Kind">One of the kinds named here.</param>
/// <param name="Value">The value in the form in which it is compared, character by character.</param>
public readonly record struct CustomerKey(string Kind, string Value)
{
    /// <summary>The kind of a customer's own id.</summary>
    public const string IdKind = "id";

    /// <summary>The kind of an e-mail address (each entry's).</summary>
    public const string EmailKind = "email";

    /// <summary>The kind of the primary phone number.</summary>
    public const string PhoneKind = "phone";

    /// <summary>The kind of a login name.</summary>
    public const string UsernameKind = "username";

    /// <summary>The kind of an outside system's identifier.</summary>
    public const string IdentifierKind = "identifier";

    /// <summary>The most characters a unique value may have; longer ones fit into no index.</summary>
    public const int MaximumLength = 512;

    private const string ReferencePrefix = "ref:";

    /// <summary>True where the key is a contract's reference.</summary>
    public bool IsReference => Kind.StartsWith(ReferencePrefix, StringComparison.Ordinal);

    /// <summary>A customer's own id.</summary>
    public static CustomerKey Id(Guid id) => new(IdKind, id.ToString());

    /// <summary>A contract's reference, such as Help Scout's customer number.</summary>
    public static CustomerKey Reference(string contract, string value) => new(ReferencePrefix + contract, value);

    /// <summary>The kind only: the value may be a person's e-mail address.</summary>
    public override string ToString() => Kind;
}

/// <summary>What a contract calls a customer.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Value">Its id for the customer, as text.</param>
public sealed record Reference(string Contract, string Value);
