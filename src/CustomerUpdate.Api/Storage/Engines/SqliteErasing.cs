using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CustomerUpdate.Api.Storage.Engines;

/// <summary>
/// Has SQLite overwrite what is deleted or replaced, on every connection: else it only forgets where that was, and whoever reads the file
/// reads it.
/// </summary>
internal sealed class SqliteErasing : DbConnectionInterceptor
{
    /// <summary>The setting, which is the connection's and not the file's.</summary>
    public const string Setting = "PRAGMA secure_delete = on";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var setting = Prepare(connection);
        setting.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var setting = Prepare(connection);
        await setting.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Prepare(DbConnection connection)
    {
        var setting = connection.CreateCommand();
        setting.CommandText = Setting;
        return setting;
    }
}
