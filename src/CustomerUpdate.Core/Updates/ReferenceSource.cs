namespace CustomerUpdate.Core.Updates;

/// <summary>Where a contract's ids for new customers come from.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Make">Makes one that hardly anybody can have; null where the tenant's own numbers are counted up.</param>
public sealed record ReferenceSource(string Contract, Func<string>? Make);
