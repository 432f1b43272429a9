using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Looks at preconditions on the state that was loaded to be written; the guard of its version sees to it that it still is that one.</summary>
internal static class Preconditions
{
    // Whoever is further behind than this has to read the customer anew in any case.
    private const int MostVersionsNamed = 100;

    /// <summary>Why a request is not meant for this customer; null where it is.</summary>
    public static async Task<Failure?> FindRefusalAsync(
        this CustomerDbContext db, Customer stored, Precondition precondition, CancellationToken cancellationToken) =>
        precondition.RefusalOf(stored.Version) is { } kind
            ? Failure.Of(kind) with { ChangedFields = await db.ChangedFieldsAsync(stored, precondition, cancellationToken) }
            : null;

    private static async Task<ValueList<string>> ChangedFieldsAsync(
        this CustomerDbContext db, Customer stored, Precondition precondition, CancellationToken cancellationToken)
    {
        if (precondition.NewestBefore(stored.Version) is not { } read)
        {
            return [];
        }

        var changes = await db.CustomerChanges
            .Where(row => row.TenantId == stored.TenantId && row.CustomerId == stored.Id && row.Version > read)
            .OrderByDescending(row => row.Version).Take(MostVersionsNamed).Select(row => row.Changes).ToListAsync(cancellationToken);
        var names = changes.SelectMany(ChangesJson.FieldsOf).ToHashSet();
        return [.. CustomerField.All.Select(field => field.Name).Where(names.Contains)];
    }
}
