using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Updates;

/// <summary>The pictures that were uploaded. Whoever knows a picture's tag may see it: web pages load it without a key.</summary>
public interface ICustomerAvatars
{
    /// <summary>Whether a customer's picture is still the one with this tag.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="customerId">The customer for whom it was uploaded, who may have been merged into another since.</param>
    /// <param name="tag">The picture's tag.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<bool> ExistsAsync(Guid tenantId, Guid customerId, string tag, CancellationToken cancellationToken);

    /// <summary>The picture itself; null where it is no longer there.</summary>
    Task<Avatar?> FindAsync(Guid tenantId, Guid customerId, string tag, CancellationToken cancellationToken);
}
