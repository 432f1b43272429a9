using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Customers;

/// <summary>A write to a customer. It can be applied to any state of the customer, and again to a newer one after a conflict.</summary>
public interface ICustomerChange
{
    /// <summary>The most ids for new entries that applying it can take.</summary>
    int EntryIdsNeeded { get; }

    /// <summary>The fields written, by name. What a contract has no right to write, and what needs a one-time password, is told by these.</summary>
    IEnumerable<CustomerField> Fields { get; }

    /// <summary>The picture that comes with it, at whose address the profile then points; null where none does.</summary>
    Avatar? Uploaded => null;

    /// <summary>The profile after the change, or why there cannot be one. Pure.</summary>
    Result<Profile> Apply(Profile stored, ApplyContext context);
}
