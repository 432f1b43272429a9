using System.Text;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.Data.Sqlite;

namespace CustomerUpdate.Api.Tests.Storage;

/// <summary>What is left of erased customers in SQLite's files, read byte by byte.</summary>
public sealed class SqliteErasureTests() : StorageTests(SqliteDatabase.Engine)
{
    private const string Marker = "unmistakable";

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public async Task Nothing_of_them_is_left_in_the_file_or_beside_it(int count)
    {
        var ids = await AddMarkedAsync(count);
        Assert.True(IsThere(), "They were not there to begin with.");

        foreach (var id in ids)
        {
            await EraseAsync(id);
        }

        Assert.False(IsThere(), "Something of them is left.");
        Assert.True((await Store.AliceAsync()).Version > 0);
    }

    [Fact]
    public async Task Who_reads_meanwhile_is_in_nobodys_way_and_the_next_erasure_clears_up()
    {
        var ids = await AddMarkedAsync(2);
        await using (var reader = new SqliteConnection($"Data Source={Path};Pooling=false"))
        {
            await reader.OpenAsync();
            await using var reading = reader.BeginTransaction(deferred: true);
            await using var read = reader.CreateCommand();
            read.CommandText = "SELECT count(*) FROM customers";
            await read.ExecuteScalarAsync();
            await Store.CommitAsync(new CustomerChange { JobTitle = Marker }, ids[0]); // so that the reader needs what was before

            await EraseAsync(ids[0]);

            Assert.True(IsThere(), "The reader sees what it must not see any more.");
        }

        await EraseAsync(ids[1]);

        Assert.False(IsThere(), "Something of them is left.");
    }

    private string Path => Database.Settings["Database:SqlitePath"]!;

    private async Task<List<Guid>> AddMarkedAsync(int count)
    {
        var ids = new List<Guid>();
        for (var number = 0; number < count; number++)
        {
            var id = (await Store.AddCustomerAsync()).Id;
            ids.Add(id);
            foreach (var write in Enumerable.Range(0, 3))
            {
                var change = new CustomerChange
                {
                    Name = $"{Marker} {write}",
                    Email = $"{Marker}-{number}-{write}@example.com",
                    Background = new string('x', 300) + Marker,
                };
                Assert.False((await Store.CommitAsync(change, id)).TryFailure(out _, out _));
            }
        }

        return ids;
    }

    private async Task EraseAsync(Guid id)
    {
        var caller = new Caller(DemoTenant.Tenant(Store.Clock.GetUtcNow()), null, "hub", KeyRole.Admin);
        var erased = await Store.Erasures.EraseAsync(new CustomerErasureCommand(caller, CustomerKey.Id(id), "erase"), CancellationToken.None);
        Assert.False(erased.TryFailure(out _, out _));
    }

    private bool IsThere() => new[] { Path, $"{Path}-wal" }.Where(File.Exists).Any(file => Read(file).IndexOf(Encoding.UTF8.GetBytes(Marker)) >= 0);

    private static ReadOnlySpan<byte> Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
