using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Other contacts whom an inbox calls as it is to call this one. An address or a number passes to whoever has it now, and the other's place
/// gets another name; anything else stays the other's.
/// </summary>
internal static class OtherHolders
{
    private const int AtOnce = 100;

    /// <summary>Why a contact cannot be called so; null where it can.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="membership">The place that is asked for.</param>
    /// <param name="contact">The contact; null where it is being made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Failure?> RefuseAsync(
        Exchange exchange, InboxMembership membership, CustomerKey? contact, CancellationToken cancellationToken)
    {
        if (ChannelSource.IsAddressed(membership.Inbox) || membership.SourceId is not { } given)
        {
            return null;
        }

        var holders = await FindAsync(exchange, new InboxPlace(membership.Inbox.Id, given), cancellationToken);
        return holders.All(holder => contact is { } key && holder.Profile.Keys.Contains(key)) ? null : ChannelSource.Taken();
    }

    /// <summary>Gives the places of all others another name, once a contact has the place.</summary>
    public static async Task RenameAsync<TRequest, TResult>(
        ContractWrite<TRequest, TResult> write, InboxMembership membership, Customer contact, CancellationToken cancellationToken)
    {
        if (!ChannelSource.IsAddressed(membership.Inbox) || membership.PlaceOf(contact.Profile).TryFailure(out var place, out _))
        {
            return;
        }

        foreach (var other in await FindAsync(write.Exchange, place, cancellationToken))
        {
            if (other.Id != contact.Id)
            {
                var step = new ContractWrite<TRequest, UpdatedCustomer>(
                    write.Exchange, write.Request, CustomerKey.Id(other.Id), Precondition.None, write.Terms.ForStep<UpdatedCustomer>());
                await step.UpdateAsync(new PlaceRenamed(place), null, InboxMembership.Writable, cancellationToken);
            }
        }
    }

    private static async Task<IEnumerable<Customer>> FindAsync(Exchange exchange, InboxPlace place, CancellationToken cancellationToken)
    {
        var selection = new CustomerSelection(0, AtOnce) { Filter = new CustomerFilter.Reached(place) };
        return (await exchange.Service<ICustomerLists>().ListAsync(exchange.Caller!.Tenant.Id, selection, cancellationToken)).Items;
    }
}
