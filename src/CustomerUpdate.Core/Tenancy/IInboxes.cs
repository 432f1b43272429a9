using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Tenancy;

/// <summary>A place at which customers reach a tenant: a website's chat, a telephone number.</summary>
/// <param name="Id">Its number, unique in the tenant.</param>
/// <param name="Name">What people call it.</param>
/// <param name="ChannelType">What kind of place it is.</param>
public sealed record Inbox(long Id, string Name, string ChannelType);

/// <summary>The inboxes of tenants.</summary>
public interface IInboxes
{
    /// <summary>Makes an inbox, with the tenant's next number.</summary>
    /// <returns>Fails with <see cref="FailureKind.NotFound"/> where the tenant is gone.</returns>
    Task<Result<Inbox>> CreateAsync(Guid tenantId, string name, string channelType, WriteTerms<Inbox> terms, CancellationToken cancellationToken);

    /// <summary>A tenant's inboxes, in the order of their numbers.</summary>
    Task<ValueList<Inbox>> ListAsync(Guid tenantId, CancellationToken cancellationToken);
}
