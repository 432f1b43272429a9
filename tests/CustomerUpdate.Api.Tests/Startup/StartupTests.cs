using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CustomerUpdate.Api.Startup;
using CustomerUpdate.Api.Tests.CommandLine;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Startup;

/// <summary>What the host says when it starts, and when it does not.</summary>
public sealed class StartupTests : IAsyncLifetime
{
    private readonly SqliteDatabase database = SqliteDatabase.Create();

    [Fact]
    public async Task A_port_that_is_taken_is_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var run = await new Executable(database).RunAsync("--urls", address);

        AssertSentence(run, $"Failed to bind to address {address}: address already in use: stop what listens there, or choose another address with --urls");
    }

    [Theory]
    [InlineData("ConnectionStrings:Customers", "Host=127.0.0.1;Port=1;Timeout=2;Password=unmistakable", "The database cannot be used (Failed to connect to 127.0.0.1:1")]
    [InlineData("ConnectionStrings:Customers", "Nonsense=unmistakable", "The configuration is not valid (Couldn't set nonsense")]
    [InlineData("Database:SqlitePath", "/proc/unmistakable/customers.db", "A file cannot be used (")]
    [InlineData("Operator:Key", "short", "Operator:Key has fewer than 32 characters: set it (environment variable Operator__Key)")]
    [InlineData("urls", "nonsense://", "The configuration is not valid (Invalid url: 'nonsense://'")]
    public async Task A_setting_that_cannot_work_is_one_sentence(string setting, string value, string beginning) =>
        AssertSentence(await new Executable(database, settings: new() { [setting] = value }).RunAsync("--Logging:LogLevel:Default=Information"), beginning);

    [Fact]
    public void A_developer_reads_where_it_is_and_a_line_to_copy_for_each_contract()
    {
        var text = DevelopmentSummary.Text(new StartedHost("http://127.0.0.1:5080", "Development", "SQLite"));

        var lines = text.Split('\n');
        var values = lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal)).ToList();
        Assert.Equal(3 + ContractCatalog.All.Count + 1, values.Count);
        Assert.Single(values.Select(line => line.TrimStart().Length - line.Split("  ", StringSplitOptions.RemoveEmptyEntries)[^1].TrimStart().Length).Distinct());
        Assert.Equal(ContractCatalog.All.Count + 1, lines.Count(line => line.StartsWith("curl -s ", StringComparison.Ordinal)));
        Assert.Contains("http://127.0.0.1:5080/swagger", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_reads_one_line_of_JSON()
    {
        var line = new StartedHost("http://127.0.0.1:8080", "Production", "PostgreSQL").ToJsonLine();

        Assert.Single(line.TrimEnd().Split('\n'));
        using var json = JsonDocument.Parse(line);
        Assert.Equal("started", json.RootElement.GetProperty("event").GetString());
        Assert.Equal("http://127.0.0.1:8080", json.RootElement.GetProperty("address").GetString());
    }

    [Theory]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080")]
    [InlineData("http://0.0.0.0:8080/", "http://127.0.0.1:8080")]
    [InlineData("http://+:80", "http://127.0.0.1:80")]
    [InlineData("http://example.org", "http://example.org")]
    public void An_address_is_shown_as_a_client_writes_it(string address, string shown) => Assert.Equal(shown, HostAddress.Reachable(address));

    [Fact]
    public async Task Health_is_an_exit_code()
    {
        await using var host = await HostUnderTest.StartAsync("sqlite");

        var ready = await new Executable(database).RunAsync("health", "--url", host.Client.BaseAddress!.ToString());
        var nobody = await new Executable(database).RunAsync("health", "--url", "http://127.0.0.1:1");

        Assert.Equal((0, "", ""), (ready.ExitCode, ready.Output, ready.Error));
        Assert.Equal(1, nobody.ExitCode);
        Assert.StartsWith("http://127.0.0.1:1: ", nobody.Error, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await database.DisposeAsync();

    private static void AssertSentence(Run run, string beginning)
    {
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(beginning, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.EndsWith(".", run.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("unmistakable;", run.Error, StringComparison.Ordinal);
    }
}
