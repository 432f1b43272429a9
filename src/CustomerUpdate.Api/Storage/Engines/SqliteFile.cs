using Microsoft.Data.Sqlite;

namespace CustomerUpdate.Api.Storage.Engines;

/// <summary>Where the embedded database lies, and how it is opened.</summary>
internal static class SqliteFile
{
    /// <summary>Where the path is configured.</summary>
    public const string Setting = "Database:SqlitePath";

    private const string DefaultPath = "data/customers.db";

    // Seconds for which SQLite waits for another process to finish writing, before it gives up.
    private const int BusyTimeout = 3;

    /// <summary>The connection string; a relative path starts where the host was started. Makes the file's folder, since SQLite makes the file only.</summary>
    /// <param name="configuration">Where <c>Database:SqlitePath</c> may stand.</param>
    public static string ConnectionString(IConfiguration configuration) => Settings(configuration).ToString();

    /// <summary>The same for a connection that stays open, and whose end is the end of it.</summary>
    /// <param name="configuration">Where <c>Database:SqlitePath</c> may stand.</param>
    public static string LastingConnectionString(IConfiguration configuration)
    {
        var settings = Settings(configuration);
        settings.Pooling = false;
        return settings.ToString();
    }

    private static SqliteConnectionStringBuilder Settings(IConfiguration configuration)
    {
        var configured = configuration[Setting];
        var path = Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? DefaultPath : configured);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = BusyTimeout };
    }
}
