using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>The fields of a customer that hold one value, as the bodies have them that make and overwrite customers.</summary>
internal abstract record HelpScoutFields
{
    public Optional<string?> FirstName { get; init; }

    public Optional<string?> LastName { get; init; }

    public Optional<string?> PhotoUrl { get; init; }

    public Optional<string?> PhotoType { get; init; }

    public Optional<string?> JobTitle { get; init; }

    public Optional<string?> Location { get; init; }

    public Optional<string?> Background { get; init; }

    public Optional<string?> Age { get; init; }

    public Optional<string?> Gender { get; init; }

    public Optional<string?> Organization { get; init; }

    public Optional<long?> OrganizationId { get; init; }
}
