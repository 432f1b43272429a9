using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Tenancy;

/// <summary>
/// What a tenant says of one custom attribute in one contract. It binds that contract only: the others write the attribute as they please.
/// </summary>
/// <param name="Id">Unique in the tenant and contract.</param>
/// <param name="Key">The attribute's key; unique in the tenant and contract.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Type">What its values are, in the contract's own word.</param>
/// <param name="Options">What else the contract says of it, as JSON; null where that is nothing.</param>
/// <param name="CreatedAt">When it was defined, UTC.</param>
public sealed record AttributeDefinition(Guid Id, string Key, string Name, string Type, string? Options, DateTimeOffset CreatedAt);

/// <summary>A definition to be made.</summary>
/// <param name="Key">The attribute's key: at most <see cref="CustomerKey.MaximumLength"/> characters.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Type">What its values are.</param>
public sealed record NewAttributeDefinition(string Key, string Name, string Type)
{
    /// <summary>What else the contract says of it, as JSON; null where that is nothing.</summary>
    public string? Options { get; init; }

    /// <summary>The most definitions that the tenant may have in the contract; null where that is not limited.</summary>
    public int? Maximum { get; init; }
}

/// <summary>Some of a tenant's definitions in a contract.</summary>
/// <param name="Items">These, in the order in which they were made.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record AttributeDefinitionPage(ValueList<AttributeDefinition> Items, long Total);

/// <summary>The definitions of custom attributes.</summary>
public interface IAttributeDefinitions
{
    /// <summary>Makes a definition.</summary>
    /// <returns>
    /// Fails with <see cref="FailureKind.Taken"/> where the key is defined already, with <see cref="FailureKind.Invalid"/> where there are as
    /// many as there may be, and with <see cref="FailureKind.NotFound"/> where the tenant is gone; without details, which are the contract's.
    /// </returns>
    Task<Result<AttributeDefinition>> CreateAsync(
        Guid tenantId, string contract, NewAttributeDefinition definition, WriteTerms<AttributeDefinition> terms, CancellationToken cancellationToken);

    /// <summary>All of a tenant's definitions in a contract, in the order in which they were made.</summary>
    Task<ValueList<AttributeDefinition>> ListAsync(Guid tenantId, string contract, CancellationToken cancellationToken);

    /// <summary>Some of them.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many to read at most.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<AttributeDefinitionPage> ListAsync(Guid tenantId, string contract, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Takes a definition away. The values of its attribute stay.</summary>
    /// <returns>What was taken away; fails with <see cref="FailureKind.NotFound"/>.</returns>
    Task<Result<AttributeDefinition>> DeleteAsync(
        Guid tenantId, string contract, Guid id, WriteTerms<AttributeDefinition> terms, CancellationToken cancellationToken);
}
