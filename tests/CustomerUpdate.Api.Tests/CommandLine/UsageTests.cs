using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Storage;

namespace CustomerUpdate.Api.Tests.CommandLine;

/// <summary>What the executable says of itself, and to what it does not understand.</summary>
public sealed class UsageTests : IAsyncLifetime
{
    private readonly SqliteDatabase database = SqliteDatabase.Create();

    [Theory]
    [InlineData("--help", "serve", "migrate", "seed", "import", "export", "keys", "health")]
    [InlineData("keys create --help", "--contract", "trillet, quentli, helpscout, chatwoot, insighto or hub", "--role", "--expires")]
    [InlineData("serve --help", "--urls")]
    [InlineData("migrate --help", "Usage:")]
    [InlineData("seed --help", "Development")]
    [InlineData("import --help", "<FILE>", "--tenant <ID>")]
    [InlineData("export --help", "<FILE>", "--tenant <ID>")]
    public async Task Every_verb_has_help(string arguments, params string[] words)
    {
        var run = await new Executable(database).RunAsync(arguments.Split(' '));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(words, word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("frobnicate", "There is no verb 'frobnicate'; --help lists them.")]
    [InlineData("migrate --force", "'--force' is not understood; --help says what is.")]
    [InlineData("import customers.ndjson", "Option '--tenant' is required.")]
    [InlineData("import - --tenant nope", "--tenant takes the id of a tenant, such as 0198f000-0000-7000-8000-000000000001; 'nope' is none.")]
    [InlineData("export - --tenant 0198f000-0000-7000-8000-000000000001", "The database cannot be reached, or its schema is behind: the verb 'migrate' brings it up to date.")]
    public async Task What_it_does_not_understand_it_refuses_in_one_sentence(string arguments, string sentence)
    {
        var run = await new Executable(database).RunAsync(arguments.Split(' '));

        Assert.Equal((1, "", sentence), (run.ExitCode, run.Output, run.Error.TrimEnd()));
    }

    [Fact]
    public async Task A_file_or_a_tenant_that_is_not_there_is_named()
    {
        await using var seeded = await SeededDatabases.CreateAsync(SqliteDatabase.Engine);
        var executable = new Executable(seeded);

        var file = await executable.RunAsync("import", "nowhere/customers.ndjson", "--tenant", "0198f000-0000-7000-8000-000000000001");
        var tenant = await executable.RunAsync("import", "-", "--tenant", "0198f000-0000-7000-8000-0000000000ff");

        Assert.Equal((1, ""), (file.ExitCode, file.Output));
        Assert.Contains("nowhere/customers.ndjson", file.Error, StringComparison.Ordinal);
        Assert.Equal((1, "There is no tenant 0198f000-0000-7000-8000-0000000000ff."), (tenant.ExitCode, tenant.Error.TrimEnd()));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await database.DisposeAsync();
}
