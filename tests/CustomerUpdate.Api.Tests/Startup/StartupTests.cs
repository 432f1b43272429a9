using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
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
    [InlineData("ConnectionStrings:Customers", "Nonsense=unmistakable", "ConnectionStrings:Customers cannot be used (its keyword 'nonsense' is not known")]
    [InlineData("ConnectionStrings:Customers", "Host=127.0.0.1;Port=unmistakable", "ConnectionStrings:Customers cannot be used (its keyword 'port' is not known, lacks a value or has one that it does not take)")]
    [InlineData("ConnectionStrings:Customers", "unmistakable", "ConnectionStrings:Customers cannot be used (Format of the initialization string")]
    [InlineData("ConnectionStrings:Customers", "Password=unmistakable", "ConnectionStrings:Customers cannot be used (")]
    [InlineData("Database:SqlitePath", "/proc/unmistakable/customers.db", "Database:SqlitePath cannot be used (")]
    [InlineData("Database:MigrateOnStart", "unmistakable", "Database:MigrateOnStart must be true or false: correct it")]
    [InlineData("Operator:Key", "short", "Operator:Key has fewer than 32 characters: set it (environment variable Operator__Key)")]
    [InlineData("ASPNETCORE_URLS", "nonsense://", "urls (--urls, or environment variable ASPNETCORE_URLS) says 'nonsense://', on which no host can listen: write http://")]
    [InlineData("ASPNETCORE_URLS", "ftp://127.0.0.1:21", "urls (--urls, or environment variable ASPNETCORE_URLS) says 'ftp://127.0.0.1:21'")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:0;http://127.0.0.1:http", "urls (--urls, or environment variable ASPNETCORE_URLS) says 'http://127.0.0.1:http'")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:99999", "urls (--urls, or environment variable ASPNETCORE_URLS) says 'http://127.0.0.1:99999'")]
    [InlineData("ASPNETCORE_URLS", "http://localhost:0", "urls (--urls, or environment variable ASPNETCORE_URLS) says 'http://localhost:0'")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:0/path", "urls (--urls, or environment variable ASPNETCORE_URLS) says 'http://127.0.0.1:0/path'")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "http", "http_ports (environment variable ASPNETCORE_HTTP_PORTS) must be numbers of ports from 0 to 65535")]
    [InlineData("Kestrel:Endpoints:Web:Url", "nonsense", "Kestrel:Endpoints:Web:Url says 'nonsense'")]
    [InlineData("Logging:LogLevel:Default", "unmistakable", "A setting is not valid (")]
    public async Task A_setting_that_cannot_work_is_one_sentence(string setting, string value, string beginning)
    {
        var run = await new Executable(database, settings: new() { [setting] = value }).RunAsync();

        AssertSentence(run, beginning);
        Assert.False(setting == "ConnectionStrings:Customers" && run.Error.Contains("unmistakable", StringComparison.Ordinal), run.Error);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_database_that_cannot_be_reached_is_one_sentence(string environment)
    {
        Dictionary<string, string?> settings = new()
        {
            ["ConnectionStrings:Customers"] = "Host=127.0.0.1;Port=1;Password=unmistakable;",
            ["Operator:Key"] = HostUnderTest.OperatorKey,
        };

        var run = await new Executable(database, environment, settings).RunAsync("--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Information");

        AssertSentence(run, "The database cannot be used (Failed to connect to 127.0.0.1:1): check ConnectionStrings:Customers");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_waited_for_a_short_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        Dictionary<string, string?> settings = new()
        {
            ["ConnectionStrings:Customers"] = $"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Timeout=60",
            ["Operator:Key"] = HostUnderTest.OperatorKey,
        };

        var run = await new Executable(database, "Production", settings).RunAsync("--urls", "http://127.0.0.1:0");

        AssertSentence(run, "The database cannot be used (it did not answer within 5 seconds): check ConnectionStrings:Customers");
    }

    [Theory]
    [InlineData("", "There is no certificate for https: configure one (Kestrel:Certificates:Default:Path), or choose another address")]
    [InlineData("/unmistakable.pfx", "A file cannot be used (")]
    [InlineData("/proc/self/cmdline", "The certificate for https cannot be used (")]
    public async Task Https_without_a_certificate_is_one_sentence(string certificate, string beginning)
    {
        // A developer's own certificate lies below the home folder.
        var settings = new Dictionary<string, string?> { ["HOME"] = Path.GetDirectoryName(database.Settings["Database:SqlitePath"]) };
        string[] arguments = certificate.Length == 0 ? [] : [$"--Kestrel:Certificates:Default:Path={certificate}"];

        var run = await new Executable(database, settings: settings).RunAsync(["--urls", "https://127.0.0.1:0", .. arguments]);

        AssertSentence(run, beginning);
    }

    [Fact]
    public async Task In_Production_all_that_it_writes_is_JSON_and_its_start_is_one_line()
    {
        var executable = new Executable(database, "Production", new() { ["Operator:Key"] = HostUnderTest.OperatorKey });

        var run = await executable.RunToFirstLineAsync("--urls", "http://127.0.0.1:0", "--Logging:LogLevel:CustomerUpdate=Debug");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.Equal("started", (string?)lines[0]["event"]);
        Assert.Equal("Production", (string?)lines[0]["environment"]);
        Assert.DoesNotContain(lines, line => (string?)line["LogLevel"] == "Information");
    }

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
