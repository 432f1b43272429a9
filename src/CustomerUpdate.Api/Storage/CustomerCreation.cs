using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Storage.Searching;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage;

/// <summary>The rows of a new customer: its state, its keys, the rows by which it is searched and the first line of its history.</summary>
internal static class CustomerCreation
{
    /// <summary>Adds the rows to what the context saves next, in one transaction with whatever else that is.</summary>
    public static void AddCustomer(this CustomerDbContext db, Customer customer, ChangeOrigin origin)
    {
        db.Customers.Add(CustomerRow.Of(customer));
        db.CustomerKeys.AddRange(customer.Profile.Keys.Select(key => CustomerKeyRow.Of(customer, key)));
        db.AddSearchRows(customer);
        var changes = CustomerField.All.SelectMany(field => field.Compare(new Profile(), customer.Profile));
        db.CustomerChanges.Add(CustomerChangeRow.Of(customer, changes, origin));
    }
}
