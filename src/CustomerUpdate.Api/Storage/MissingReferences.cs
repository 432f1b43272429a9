using System.Globalization;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Gives new customers the references that they lack.</summary>
internal sealed class MissingReferences(TenantCounters counters)
{
    private const long FirstNumber = 1;
    private const int LargestBlock = 1024;

    /// <summary>The profiles, each with a reference from each source whose contract it has none of. None is one that somebody has now, another of them included.</summary>
    public async Task<IReadOnlyList<Profile>> MakeAsync(
        CustomerDbContext db, Guid tenantId, IReadOnlyList<Profile> profiles, ValueList<ReferenceSource> sources, CancellationToken cancellationToken)
    {
        Profile[] whole = [.. profiles];
        foreach (var source in sources)
        {
            int[] lacking = [.. Enumerable.Range(0, whole.Length).Where(index => whole[index].ReferenceOf(source.Contract) is null)];
            var given = whole.SelectMany(profile => profile.References).Where(reference => reference.Contract == source.Contract)
                .Select(reference => reference.Value).ToHashSet();
            var values = await TakeAsync(db, tenantId, source, lacking.Length, given, cancellationToken);
            foreach (var (index, value) in lacking.Zip(values))
            {
                whole[index] = whole[index] with { References = [.. whole[index].References, new Reference(source.Contract, value)] };
            }
        }

        return whole;
    }

    // What was given may lie in a row, as an import brings it: look further ahead each time.
    private async Task<IReadOnlyList<string>> TakeAsync(
        CustomerDbContext db, Guid tenantId, ReferenceSource source, int count, HashSet<string> given, CancellationToken cancellationToken)
    {
        var free = new List<string>();
        for (var size = count; free.Count < count; size = Math.Min(size * 2, LargestBlock))
        {
            string[] next = source.Make is { } make
                ? [.. Enumerable.Range(0, size).Select(_ => make())]
                : await CountAsync(tenantId, source.Contract, size, cancellationToken);
            var taken = await FindTakenAsync(db, tenantId, source.Contract, next, cancellationToken);
            free.AddRange(next.Where(value => !taken.Contains(value) && !given.Contains(value)));
        }

        return free;
    }

    private async Task<string[]> CountAsync(Guid tenantId, string contract, int size, CancellationToken cancellationToken)
    {
        var start = await counters.TakeAsync(tenantId, contract, FirstNumber, size, cancellationToken);
        return [.. Enumerable.Range(0, size).Select(index => (start + index).ToString(CultureInfo.InvariantCulture))];
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
