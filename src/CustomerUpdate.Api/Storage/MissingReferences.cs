using System.Globalization;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Gives a new customer the references that it lacks.</summary>
internal sealed class MissingReferences(TenantCounters counters)
{
    private const long FirstNumber = 1;
    private const int LargestBlock = 1024;

    /// <summary>The profile with a reference from each source whose contract it has none of. None is one that somebody has now.</summary>
    public async Task<Profile> MakeAsync(
        CustomerDbContext db, Guid tenantId, Profile profile, ValueList<ReferenceSource> sources, CancellationToken cancellationToken)
    {
        var references = profile.References.ToList();
        foreach (var source in sources.Where(source => profile.ReferenceOf(source.Contract) is null))
        {
            var value = source.Make is { } make
                ? await MakeAsync(db, tenantId, source.Contract, make, cancellationToken)
                : await CountAsync(db, tenantId, source.Contract, cancellationToken);
            references.Add(new Reference(source.Contract, value));
        }

        return profile with { References = [.. references] };
    }

    private static async Task<string> MakeAsync(
        CustomerDbContext db, Guid tenantId, string contract, Func<string> make, CancellationToken cancellationToken)
    {
        var value = make();
        while ((await FindTakenAsync(db, tenantId, contract, [value], cancellationToken)).Count > 0)
        {
            value = make();
        }

        return value;
    }

    // Numbers that were given may lie in a row, as an import brings them: look further ahead each time.
    private async Task<string> CountAsync(CustomerDbContext db, Guid tenantId, string contract, CancellationToken cancellationToken)
    {
        for (var size = 1; ; size = Math.Min(size * 2, LargestBlock))
        {
            var start = await counters.TakeAsync(tenantId, contract, FirstNumber, size, cancellationToken);
            string[] numbers = [.. Enumerable.Range(0, size).Select(index => (start + index).ToString(CultureInfo.InvariantCulture))];
            var taken = await FindTakenAsync(db, tenantId, contract, numbers, cancellationToken);
            if (numbers.FirstOrDefault(number => !taken.Contains(number)) is { } free)
            {
                return free;
            }
        }
    }

    private static async Task<HashSet<string>> FindTakenAsync(
        CustomerDbContext db, Guid tenantId, string contract, string[] values, CancellationToken cancellationToken)
    {
        var kind = CustomerKey.Reference(contract, "").Kind;
        var taken = await db.CustomerKeys
            .Where(key => key.TenantId == tenantId && key.Kind == kind && values.Contains(key.Value))
            .Select(key => key.Value).ToListAsync(cancellationToken);
        return [.. taken];
    }
}
