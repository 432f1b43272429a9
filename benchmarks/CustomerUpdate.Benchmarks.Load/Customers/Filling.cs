using System.Globalization;
using CustomerUpdate.Benchmarks.Load.Reports;

namespace CustomerUpdate.Benchmarks.Load.Customers;

/// <summary>Fills a store with copies of the template customer, by what the host stored of it in each table.</summary>
internal static class Filling
{
    private const long Portion = 250_000;

    // Their rows are told by the customer's id, in the column that stands beside each.
    private static readonly (string Table, string Id)[] Tables =
    [
        ("customers", "id"), ("customer_keys", "customer_id"), ("customer_search", "customer_id"), ("customer_terms", "customer_id"), ("customer_changes", "customer_id"),
    ];

    /// <summary>Fills it.</summary>
    public static async Task FillAsync(IStore store, Workplace work, long customers)
    {
        await using var session = await store.BeginFillingAsync([.. Tables.Select(table => table.Table)]);
        foreach (var (table, id) in Tables)
        {
            var columns = await session.ColumnsOfAsync(table);
            var copies = columns.Select(column => column.Name == id ? store.IdOfCopy : store.Copy(column));
            for (var from = TemplateCustomer.First; from < TemplateCustomer.First + customers; from += Portion)
            {
                var to = Math.Min(from + Portion, TemplateCustomer.First + customers) - 1;
                await session.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
                    INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))})
                    SELECT {string.Join(", ", copies)}
                    FROM {table} AS template, {store.Numbers(from, to)}
                    WHERE template.{id} = '{store.Written(work.TemplateId)}'
                    """));
                if (customers > Portion)
                {
                    Progress.Say($"  {table}: {to - TemplateCustomer.First + 1:N0} customers");
                }
            }
        }

        await session.EndAsync();
    }
}
