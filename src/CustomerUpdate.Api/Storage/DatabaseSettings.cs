using CustomerUpdate.Api.Storage.Engines;
using Npgsql;

namespace CustomerUpdate.Api.Storage;

/// <summary>What is wrong with how the database is configured, as far as nobody has to be asked.</summary>
internal static class DatabaseSettings
{
    /// <summary>Where it is configured that PostgreSQL's schema is brought up to date at start outside Development too.</summary>
    public const string MigrateOnStart = "Database:MigrateOnStart";

    /// <summary>Why the configured database cannot be one, and what to do; null where it can. Never says a password.</summary>
    public static string? Refusal(IConfiguration configuration) =>
        configuration[MigrateOnStart] is { Length: > 0 } text && !bool.TryParse(text, out _)
            ? $"{MigrateOnStart} must be true or false: correct it, or leave it out."
            : configuration.GetConnectionString(StorageRegistration.ConnectionStringName) is { Length: > 0 } connectionString
                ? PostgresRefusal(connectionString)
                : SqliteRefusal(configuration);

    private static string? PostgresRefusal(string connectionString)
    {
        try
        {
            using var source = NpgsqlDataSource.Create(connectionString);
            return null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return $"ConnectionStrings:{StorageRegistration.ConnectionStringName} cannot be used ({ReasonOf(unreadable)}): "
                + "write it as Npgsql does, for example \"Host=127.0.0.1;Database=customers;Username=customers;Password=...\".";
        }
    }

    // Npgsql names the keyword and wraps why; that may quote the value, which is not repeated.
    private static string ReasonOf(Exception unreadable) => unreadable is ArgumentException { ParamName: { Length: > 0 } keyword }
        ? $"its keyword '{keyword}' is not known, lacks a value or has one that it does not take"
        : unreadable.Message.ReplaceLineEndings(" ").TrimEnd('.');

    private static string? SqliteRefusal(IConfiguration configuration)
    {
        try
        {
            SqliteFile.ConnectionString(configuration);
            return null;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"{SqliteFile.Setting} cannot be used ({unusable.Message.ReplaceLineEndings(" ").TrimEnd('.')}): "
                + "point it at a place that this user may write to.";
        }
    }
}
