using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>An address as it is sent. Members beside these are ignored.</summary>
internal sealed record HelpScoutAddressRequest
{
    private static readonly TextRule Required = new LengthRule(1, int.MaxValue);

    public Optional<string?> City { get; init; }

    public Optional<string?> State { get; init; }

    public Optional<string?> PostalCode { get; init; }

    public Optional<string?> Country { get; init; }

    public Optional<string?[]?> Lines { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<Problem> Check() =>
    [
        .. Required.Check(City, "city"),
        .. Required.Check(State, "state"),
        .. Required.Check(PostalCode, "postalCode"),
        .. Required.Check(Country, "country"),
        .. CheckLines(),
    ];

    /// <summary>The address, once it is valid.</summary>
    public Address ToAddress() => new()
    {
        City = City.Value,
        State = State.Value,
        PostalCode = PostalCode.Value,
        Country = Country.Value,
        Lines = [.. Lines.Or(null)?.OfType<string>() ?? []],
    };

    private IEnumerable<Problem> CheckLines() => Lines.IsMistyped
        ? [HelpScoutProblem.WrongType("lines", "array of strings", Lines.Received)]
        : (Lines.Or(null) ?? []).Index()
            .Where(line => line.Item is null)
            .Select(line => HelpScoutProblem.WrongType($"lines[{line.Index}]", "string", null));
}
