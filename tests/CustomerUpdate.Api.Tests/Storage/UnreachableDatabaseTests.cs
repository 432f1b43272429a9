using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Storage;

/// <summary>A server that does not answer, and a file that is no database.</summary>
public sealed class UnreachableDatabaseTests
{
    private static readonly Dictionary<string, string?> NobodyListens = new() { ["ConnectionStrings:Customers"] = "Host=127.0.0.1;Port=1;Timeout=5" };

    [Fact]
    public async Task A_store_that_cannot_be_reached_is_not_ready()
    {
        await using var store = new StoreUnderTest(NobodyListens);
        Assert.False(await store.Schema.IsReadyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_commit_to_a_server_that_does_not_answer_is_busy()
    {
        await using var store = new StoreUnderTest(NobodyListens);
        var result = await store.CommitAsync(new CustomerChange { Age = "30" });
        Assert.Equal(FailureKind.Busy, result.Match(_ => default, failure => failure.Kind));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_not_ready()
    {
        var folder = Directory.CreateTempSubdirectory("cu-sqlite-");
        try
        {
            var file = Path.Combine(folder.FullName, "customers.db");
            await File.WriteAllTextAsync(file, new string('x', 4096));
            await using var store = new StoreUnderTest(new Dictionary<string, string?> { ["Database:SqlitePath"] = file });
            Assert.False(await store.Schema.IsReadyAsync(CancellationToken.None));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
