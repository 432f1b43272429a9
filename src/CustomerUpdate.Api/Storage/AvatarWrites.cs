using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// The statements that keep a customer's picture in step with its <c>photoUrl</c>, in the transaction of the customer's own change. Who erases
/// the customer erases the picture: the table's foreign key sees to that.
/// </summary>
internal static class AvatarWrites
{
    /// <summary>Adds a picture of a new customer to what the context saves next.</summary>
    public static void AddAvatar(this CustomerDbContext db, Customer customer, Avatar? uploaded)
    {
        if (uploaded is not null)
        {
            db.CustomerAvatars.Add(RowOf(customer, uploaded));
        }
    }

    /// <summary>Takes away the picture to which the customer no longer points, and adds the one that came with the change.</summary>
    public static async Task UpdateAvatarAsync(
        this CustomerDbContext db, PreparedUpdate update, Avatar? uploaded, CancellationToken cancellationToken)
    {
        var (stored, written) = (update.Stored, update.Written);
        if (written.Profile.PhotoUrl == stored.Profile.PhotoUrl)
        {
            return;
        }

        if (stored.Profile.PhotoUrl is not null)
        {
            await db.CustomerAvatars
                .Where(row => row.TenantId == stored.TenantId && row.CustomerId == stored.Id).ExecuteDeleteAsync(cancellationToken);
        }

        db.AddAvatar(written, uploaded);
    }

    /// <summary>Gives the survivor of a merge the other's picture, where it takes over the other's address of it.</summary>
    public static async Task MoveAvatarAsync(
        this CustomerDbContext db, Customer into, Customer survivor, Customer from, CancellationToken cancellationToken)
    {
        if (survivor.Profile.PhotoUrl != into.Profile.PhotoUrl)
        {
            await db.CustomerAvatars
                .Where(row => row.TenantId == from.TenantId && row.CustomerId == from.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(moved => moved.CustomerId, survivor.Id), cancellationToken);
        }
    }

    private static CustomerAvatarRow RowOf(Customer customer, Avatar uploaded) => new()
    {
        TenantId = customer.TenantId,
        CustomerId = customer.Id,
        ContentType = uploaded.ContentType,
        Bytes = uploaded.Bytes.ToArray(),
        ETag = uploaded.Tag,
        UpdatedAt = customer.UpdatedAt,
    };
}
