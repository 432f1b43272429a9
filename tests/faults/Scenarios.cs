namespace CustomerUpdate.Faults;

/// <summary>Something that breaks while customers are written.</summary>
/// <param name="Name">What.</param>
/// <param name="RunAsync">Lets it break for about as long as said, and looks at what is left.</param>
internal sealed record Scenario(string Name, Func<TimeSpan, Task<Report>> RunAsync);

/// <summary>The scenarios.</summary>
internal static class Scenarios
{
    private const int Customers = 20;
    private const int WritesBetween = 50; // from a fault to the next
    private const int RefusedWrites = 8;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(40); // for what was begun to be acknowledged after the last fault

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("the host is killed, on PostgreSQL", duration => OnPostgresAsync(duration, (host, _, _) => RestartAsync(host))),
        new("the host is killed, on SQLite", duration => OnSqliteAsync(duration, RestartAsync)),
        new("PostgreSQL is killed", duration => OnPostgresAsync(duration, (_, postgres, _) => RestartAsync(postgres))),
        new("the connection to PostgreSQL is cut", duration => OnPostgresAsync(duration, (_, _, proxy) => Task.FromResult(proxy.Cut() > 0))),
        new("the disk is full, under SQLite", FullDiskAsync),
        new("the host is told to end, on PostgreSQL", DrainAsync),
    ];

    private static async Task<bool> RestartAsync(HostProcess host)
    {
        await host.KillAsync();
        await host.StartAsync();
        return true;
    }

    private static async Task<bool> RestartAsync(PostgresCluster postgres)
    {
        await postgres.KillAsync();
        await postgres.StartAsync();
        return true;
    }

    private static async Task<Report> OnPostgresAsync(TimeSpan duration, Func<HostProcess, PostgresCluster, CuttingProxy, Task<bool>> fault)
    {
        await using var postgres = await PostgresCluster.CreateAsync();
        await using var proxy = new CuttingProxy(postgres.Port);
        await using var host = new HostProcess(OnPostgres(proxy.Port));
        await host.StartAsync();
        return await UnderFaultsAsync(host, duration, (_, _) => fault(host, postgres, proxy));
    }

    private static Dictionary<string, string> OnPostgres(int port) => new() { ["ConnectionStrings__Customers"] = PostgresCluster.ConnectionString(port) };

    private static async Task<Report> OnSqliteAsync(TimeSpan duration, Func<HostProcess, Task<bool>> fault)
    {
        var folder = Directory.CreateTempSubdirectory("cu-faults-");
        try
        {
            await using var host = new HostProcess(OnSqlite(folder.FullName));
            await host.StartAsync();
            return await UnderFaultsAsync(host, duration, (_, _) => fault(host));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string> OnSqlite(string folder) => new()
    {
        ["ConnectionStrings__Customers"] = "",
        ["Database__SqlitePath"] = Path.Combine(folder, "customers.db"),
    };

    private static async Task<Report> FullDiskAsync(TimeSpan duration)
    {
        await using var disk = await SmallDisk.CreateAsync(megabytes: 16);
        await using var host = new HostProcess(OnSqlite(disk.Folder));
        await host.StartAsync();
        return await UnderFaultsAsync(host, duration, async (writers, over) =>
        {
            disk.Fill();
            await writers.Refused.UntilAsync(RefusedWrites, over);
            disk.Empty();
            return true;
        });
    }

    // Again and again until the time is over; then everything must come to rest by itself.
    private static async Task<Report> UnderFaultsAsync(HostProcess host, TimeSpan duration, Func<Writers, CancellationToken, Task<bool>> fault)
    {
        var workplace = await Workplace.CreateAsync(host.Address, Customers);
        var writers = new Writers(workplace, host.Address);
        using var over = new CancellationTokenSource(duration);
        using var abandon = new CancellationTokenSource(duration + Settling);
        var writing = writers.RunAsync(over.Token, abandon.Token);
        var faults = 0;
        while (!over.IsCancellationRequested)
        {
            await writers.Answered.UntilAsync(WritesBetween, over.Token);
            faults += await fault(writers, over.Token) ? 1 : 0;
        }

        await host.UntilReadyAsync(Settling);
        await writing;
        return await Report.OfAsync(workplace, writers, faults);
    }

    // What was taken on is answered, nothing is written unanswered, and it is over within ten seconds.
    private static async Task<Report> DrainAsync(TimeSpan duration)
    {
        await using var postgres = await PostgresCluster.CreateAsync();
        await using var host = new HostProcess(OnPostgres(postgres.Port));
        await host.StartAsync();
        var workplace = await Workplace.CreateAsync(host.Address, Customers);
        var writers = new Writers(workplace, host.Address, retries: false);
        using var over = new CancellationTokenSource(duration + Settling);
        var writing = writers.RunAsync(over.Token, over.Token);
        await writers.Answered.UntilAsync(WritesBetween, over.Token);
        var (took, exitCode) = await host.TerminateAsync();
        await over.CancelAsync();
        await writing;
        await host.StartAsync();

        var report = await Report.OfAsync(workplace, writers, faults: 1);
        Console.WriteLine($"ended within {took.TotalSeconds:0.0} s, exit code {exitCode}");
        if (report.WrittenUnanswered > 0)
        {
            report.Also.Add($"{report.WrittenUnanswered} writes were made and not answered");
        }

        if (took > TimeSpan.FromSeconds(10) || exitCode != 0)
        {
            report.Also.Add($"the host ended after {took.TotalSeconds:0.0} s with exit code {exitCode}");
        }

        return report;
    }
}
