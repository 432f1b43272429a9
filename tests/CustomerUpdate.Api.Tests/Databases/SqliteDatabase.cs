using Microsoft.Data.Sqlite;

namespace CustomerUpdate.Api.Tests.Databases;

/// <summary>An SQLite file in a folder of its own, so that its journal and write-ahead files go with it.</summary>
internal sealed class SqliteDatabase : DatabaseUnderTest
{
    /// <summary>The engine's name in tests.</summary>
    public const string Engine = "sqlite";

    private readonly DirectoryInfo folder;
    private readonly string file;

    private SqliteDatabase(DirectoryInfo folder)
    {
        this.folder = folder;
        file = Path.Combine(folder.FullName, "customers.db");
        Settings = new Dictionary<string, string?>
        {
            // An explicit null: a connection string in the developer's environment must not win.
            ["ConnectionStrings:Customers"] = null,
            ["Database:SqlitePath"] = file,
        };
    }

    public override string Name => Engine;

    public override IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>Chooses a file that does not exist yet.</summary>
    public static SqliteDatabase Create() => new(Directory.CreateTempSubdirectory("cu-sqlite-"));

    public override ValueTask<DatabaseUnderTest> CopyAsync()
    {
        SqliteConnection.ClearAllPools(); // the last connection to go writes all that was kept beside the file into it
        var copy = Create();
        File.Copy(file, copy.file);
        return ValueTask.FromResult<DatabaseUnderTest>(copy);
    }

    public override ValueTask DisposeAsync()
    {
        // Pooled connections hold the file open after the host is gone; idle ones of other tests are merely reopened.
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
