using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Storage;

namespace CustomerUpdate.Api.Tests.CommandLine;

/// <summary>The executable's verbs, each run as people run it.</summary>
public abstract class VerbTests(string engine) : IAsyncLifetime
{
    private const string Tenant = "0198f000-0000-7000-8000-000000000001";

    private DatabaseUnderTest database = null!;

    private Executable Executable => new(database);

    public async Task InitializeAsync() => database = await TestDatabases.CreateAsync(engine);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Migrates_and_says_what_it_did()
    {
        var first = await Executable.RunAsync("migrate");
        var second = await Executable.RunAsync("migrate");

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Matches(@"\AApplied [0-9]{14}_Initial\.\r?\n(Applied [0-9]{14}_[A-Za-z]+\.\r?\n)*The schema is up to date\.\r?\n\z", first.Output);
        Assert.Equal((0, "The schema was up to date.", ""), (second.ExitCode, second.Output.TrimEnd(), second.Error));
    }

    [Fact]
    public async Task Seeds_imports_what_it_is_given_and_exports_it_again()
    {
        var seeded = await Executable.RunAsync("seed");
        var again = await Executable.RunAsync("seed");
        var imported = await Executable.RunAsync("{ \"name\": \"Ada\" }\n{ \"nickname\": 1 }\n", ["import", "-", "--tenant", Tenant]);
        var exported = await Executable.RunAsync("export", "-", "--tenant", Tenant);
        var repeated = await Executable.RunAsync(exported.Output, ["import", "-", "--tenant", Tenant]);

        Assert.Equal((0, $"Made the demo tenant, {Tenant}."), (seeded.ExitCode, seeded.Output.TrimEnd()));
        Assert.Equal((0, $"The demo tenant, {Tenant}, was there."), (again.ExitCode, again.Output.TrimEnd()));
        Assert.Equal((1, "1 created, 0 updated, 0 unchanged, 1 failed."), (imported.ExitCode, imported.Output.TrimEnd()));
        Assert.Contains("line 2: /nickname", imported.Error, StringComparison.Ordinal);
        Assert.EndsWith("1 of 2 lines failed; they are named above.", imported.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal((0, "3 customers exported."), (exported.ExitCode, exported.Error.TrimEnd()));
        Assert.Equal(3, exported.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal((0, "0 created, 0 updated, 3 unchanged, 0 failed."), (repeated.ExitCode, repeated.Output.TrimEnd()));
    }

    [Fact]
    public async Task Makes_a_key_and_shows_its_secret_this_once()
    {
        await using var seeded = await SeededDatabases.CreateAsync(engine);
        var executable = new Executable(seeded);

        var made = await executable.RunAsync("keys", "create", "--tenant", Tenant, "--contract", "insighto", "--role", "read");
        var wrong = await executable.RunAsync("keys", "create", "--tenant", Tenant, "--contract", "nobody");

        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Matches(@"\Ain-[A-Za-z0-9_-]{43}\r?\n\z", made.Output);
        Assert.Equal((1, ""), (wrong.ExitCode, wrong.Output));
        Assert.StartsWith("--contract: This must be one of", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_how_far_it_is_in_plain_lines_where_there_is_no_terminal()
    {
        await using var seeded = await SeededDatabases.CreateAsync(engine);
        var executable = new Executable(seeded);
        var folder = Directory.CreateTempSubdirectory("cu-import-");
        try
        {
            var file = Path.Combine(folder.FullName, "customers.ndjson");
            await File.WriteAllLinesAsync(file, Enumerable.Range(0, 1_001).Select(number => $$"""{ "identifier": "{{number}}" }"""));

            var run = await executable.RunAsync("import", file, "--tenant", Tenant);
            var export = await executable.RunAsync("export", file, "--tenant", Tenant);

            Assert.Equal((0, "1001 created, 0 updated, 0 unchanged, 0 failed."), (run.ExitCode, run.Output.TrimEnd()));
            Assert.Matches(@"\AImporting: 1000 records, [0-9]+ ?%\r?\n\z", run.Error);
            Assert.Equal(["Exporting: 1000 records", "1003 customers exported."], export.Error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(1_003, (await File.ReadAllLinesAsync(file)).Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_import_that_is_stopped_says_how_far_it_came()
    {
        await using var seeded = await SeededDatabases.CreateAsync(engine);

        var run = await new Executable(seeded).RunToErrorLineAsync(
            """{ "name": "Ada" }""" + "\n" + """{ "nickname": "Al" }""" + "\n", error => error.StartsWith("line 2:", StringComparison.Ordinal), ["import", "-", "--tenant", Tenant]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.EndsWith(
            "Stopped before the end, after line 2: 1 created, 0 updated, 0 unchanged, 1 failed. What was imported is found again when the file is.",
            run.Error.TrimEnd(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Does_not_seed_outside_Development(string environment)
    {
        var run = await new Executable(database, environment).RunAsync("seed");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("Development only", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoTenant.HubKey, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task A_host_outside_Development_does_not_start_on_the_demo_tenant_and_verbs_do(string environment)
    {
        await using var seeded = await SeededDatabases.CreateAsync(engine);
        var executable = new Executable(seeded, environment, new() { ["Operator:Key"] = HostUnderTest.OperatorKey, ["Otp:FixedCode"] = "" });

        var host = await executable.RunAsync("--urls", "http://127.0.0.1:0");
        var export = await executable.RunAsync("export", "-", "--tenant", Tenant);

        Assert.Equal((1, ""), (host.ExitCode, host.Output));
        Assert.StartsWith("The database has the demo tenant, whose keys are public", host.Error, StringComparison.Ordinal);
        Assert.Contains($"DELETE /hub/v1/tenants/{Tenant}", host.Error, StringComparison.Ordinal);
        Assert.Single(host.Error.TrimEnd().Split('\n'));
        Assert.Equal((0, "2 customers exported."), (export.ExitCode, export.Error.TrimEnd()));
    }
}

public sealed class VerbsOnPostgres() : VerbTests(PostgresDatabase.Engine);

public sealed class VerbsOnSqlite() : VerbTests(SqliteDatabase.Engine);
