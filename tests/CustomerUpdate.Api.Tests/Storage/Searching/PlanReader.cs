using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CustomerUpdate.Api.Tests.Storage.Searching;

/// <summary>Asks the database how it carries out each query, and keeps what it says.</summary>
/// <param name="explain">What an explanation begins with.</param>
internal sealed class PlanReader(string explain) : DbCommandInterceptor
{
    /// <summary>The plans since the last one was taken away, a text a query.</summary>
    public List<string> Plans { get; } = [];

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        var query = command.CommandText;
        command.CommandText = $"{explain} {query}";
        var lines = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                lines.Add($"{reader.GetValue(reader.FieldCount - 1)}");
            }
        }

        Plans.Add(string.Join('\n', lines));
        command.CommandText = query;
        return result;
    }
}
