using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>Commits updates: together with others where that can be, else alone.</summary>
internal sealed class CustomerCommits(
    SharedCommits shared, LoneCommits alone, EntryIds entryIds, IPhoneNumberReader phones, IPasswordHashes passwords, TimeProvider clock) : ICustomerCommits
{
    public async Task<Result<UpdatedCustomer>> CommitAsync(CustomerUpdateCommand command, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var preparation = new UpdatePreparation(command, entryIds, phones, passwords, clock);
        var together = SharedCommits.CanHold(command) ? await shared.CommitAsync(new PendingCommit(command, preparation, cancellationToken)) : null;
        var result = together ?? await alone.CommitAsync(command, preparation, cancellationToken);
        CommitMetrics.Record(clock, started);
        return result;
    }
}
