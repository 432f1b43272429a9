namespace CustomerUpdate.Core.Customers;

/// <summary>A postal address.</summary>
public sealed record Address
{
    /// <summary>An address of which nothing is known.</summary>
    public static Address Empty { get; } = new();

    /// <summary>Street and house, one item a line.</summary>
    public ValueList<string> Lines { get; init; } = [];

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>State, province or region.</summary>
    public string? State { get; init; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country, as given: codes and names both occur.</summary>
    public string? Country { get; init; }
}

/// <summary>Writes to the parts of an address, or to the whole of it. Writing a part of an address that is not there makes it.</summary>
public sealed record AddressChange
{
    /// <summary>The change that changes nothing.</summary>
    public static AddressChange None { get; } = new();

    /// <summary>The whole address; null takes it away. Parts apply on top.</summary>
    public Optional<Address?> Whole { get; init; }

    /// <summary>Street and house.</summary>
    public Optional<ValueList<string>> Lines { get; init; }

    /// <summary>City.</summary>
    public Optional<string?> City { get; init; }

    /// <summary>State, province or region.</summary>
    public Optional<string?> State { get; init; }

    /// <summary>Postal code.</summary>
    public Optional<string?> PostalCode { get; init; }

    /// <summary>Country.</summary>
    public Optional<string?> Country { get; init; }

    /// <summary>The address after the write; an address of which nothing is left is none.</summary>
    public Address? Apply(Address? stored)
    {
        if (this == None)
        {
            return stored;
        }

        var start = Whole.Or(stored) ?? Address.Empty;
        var written = start with
        {
            Lines = Lines.Or(start.Lines),
            City = City.Or(start.City),
            State = State.Or(start.State),
            PostalCode = PostalCode.Or(start.PostalCode),
            Country = Country.Or(start.Country),
        };
        return written == Address.Empty ? null : written;
    }
}
