namespace CustomerUpdate.Core.Customers;

/// <summary>A customer of a tenant: who, which version, and what is known.</summary>
public sealed record Customer
{
    /// <summary>The tenant whose customer this is.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The customer's own id (UUID v7), which no vendor's contract shows whole.</summary>
    public required Guid Id { get; init; }

    /// <summary>1 when made, one more with each change.</summary>
    public required long Version { get; init; }

    /// <summary>When the customer was made, UTC, to the microsecond.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the customer last changed, UTC, to the microsecond.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What is known of the person.</summary>
    public required Profile Profile { get; init; }
}
