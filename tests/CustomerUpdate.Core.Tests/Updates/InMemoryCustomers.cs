using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Tests.Updates;

/// <summary>A store of one customer that remembers what it was asked to commit.</summary>
internal sealed class InMemoryCustomers(CustomerKey key, Customer customer) : ICustomerReads, ICustomerCommits
{
    public List<CustomerUpdateCommand> Committed { get; } = [];

    public Task<Customer?> FindAsync(Guid tenantId, CustomerKey wanted, CancellationToken cancellationToken) =>
        Task.FromResult(tenantId == customer.TenantId && wanted == key ? customer : null);

    public Task<Result<UpdatedCustomer>> CommitAsync(CustomerUpdateCommand command, CancellationToken cancellationToken)
    {
        Committed.Add(command);
        return Task.FromResult<Result<UpdatedCustomer>>(new UpdatedCustomer(customer, []));
    }
}

/// <summary>Takes one code.</summary>
internal sealed class OneCode(string code) : IFixedOneTimePasswords
{
    public bool IsRight(string otp) => otp == code;
}
