using System.Globalization;
using CustomerUpdate.Benchmarks.Load;
using CustomerUpdate.Benchmarks.Load.Processes;
using CustomerUpdate.Benchmarks.Load.Reports;

// Measures the host against its peers, and what grows with its work. Started by benchmarks/run.sh, which brings what is missing.
if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    await using var cluster = await PostgresCluster.CreateAsync(options.Folder);
    var machine = await Machine.LookAsync(cluster);
    Directory.CreateDirectory(Places.Results);
    if (options.WithPeers)
    {
        await using var comparison = new Comparison(options, cluster);
        await WriteAsync("latest.md", ComparisonReport.Of(options, machine, await comparison.RunAsync()));
    }

    if (options.WithGrowth)
    {
        await using var growth = new Growth(options, cluster);
        var points = await growth.RunAsync();
        await File.WriteAllTextAsync(Path.Combine(Places.Results, "growth.svg"), GrowthPlot.Of(points));
        await WriteAsync("growth.md", GrowthReport.Of(options, machine, points));
    }

    return 0;
}
catch (InvalidOperationException broken)
{
    Console.Error.WriteLine($"FAILED: {broken.Message}");
    return 1;
}

async Task WriteAsync(string name, string page)
{
    await File.WriteAllTextAsync(Path.Combine(Places.Results, name), page);
    Console.WriteLine();
    Console.WriteLine(page);
    Progress.Say($"written to benchmarks/results/{name}");
}
