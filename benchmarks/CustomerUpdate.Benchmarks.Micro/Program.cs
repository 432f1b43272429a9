using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using CustomerUpdate.Benchmarks.Micro;

// dotnet run -c Release --project benchmarks/CustomerUpdate.Benchmarks.Micro                  about ten minutes
// dotnet run -c Release --project benchmarks/CustomerUpdate.Benchmarks.Micro -- --job short   about three
var root = new DirectoryInfo(AppContext.BaseDirectory);
while (!File.Exists(Path.Combine(root.FullName, "CustomerUpdate.sln")))
{
    root = root.Parent ?? throw new InvalidOperationException("This program belongs into its repository.");
}

var config = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(root.FullName, "artifacts/benchmarks"));
var summary = BenchmarkRunner.Run<UpdateBenchmarks>(config, args);
if (summary is null || summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) || summary.Reports.IsEmpty)
{
    return 1;
}

var results = Directory.CreateDirectory(Path.Combine(root.FullName, "benchmarks/results")).FullName;
var table = await File.ReadAllTextAsync(Path.Combine(summary.ResultsDirectoryPath, $"{typeof(UpdateBenchmarks).FullName}-report-github.md"));
await File.WriteAllTextAsync(
    Path.Combine(results, "micro.md"),
    $"# The steps of an update by themselves\n\nNeither network nor database: each contract's published example. How to read it: [benchmarks/README.md](../README.md).\n\n{table.ReplaceLineEndings("\n").Trim()}\n");
return 0;
