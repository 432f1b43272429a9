using System.Diagnostics;
using System.Text.RegularExpressions;
using CustomerUpdate.Api.Tests.Architecture;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Deployment;

/// <summary>What a newcomer copies from the README works.</summary>
[Collection(SqliteTests.Name)]
public sealed partial class ReadmeTests
{
    // As in the README: a failure of HTTP is one of the shell's too.
    private const string Prelude = "set -eu; curl() { command curl --fail-with-body \"$@\"; echo; }\n";

    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public async Task Every_block_that_is_marked_as_runnable_runs()
    {
        await using var host = await HostUnderTest.StartAsync(
            "sqlite", settings: new Dictionary<string, string?> { ["Operator:Key"] = "cu_operator_development_key_0000" });
        var blocks = Runnable().Matches(Text).Select(match => match.Groups[1].Value).ToList();
        Assert.True(blocks.Count >= 3);

        var outputs = new List<string>();
        foreach (var block in blocks)
        {
            outputs.Add(await RunAsync(block.Replace("http://127.0.0.1:5080/", host.Client.BaseAddress!.ToString(), StringComparison.Ordinal)));
        }

        Assert.Contains("Vernon", outputs[1], StringComparison.Ordinal);
        Assert.Contains("vernon@example.com", outputs[1], StringComparison.Ordinal);
        Assert.Contains("honey", outputs[2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_command_starts_the_host_and_the_second_runs_the_tests()
    {
        var commands = Shell().Matches(Text).Select(match => match.Groups[1].Value.Trim()).ToList();

        Assert.Equal("dotnet run --project src/CustomerUpdate.Api", commands[0]);
        Assert.Equal("bash tests/run.sh", commands[1]);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/adding-a-contract.md")]
    public void Every_link_into_the_repository_leads_somewhere(string file)
    {
        var path = Path.Combine(Repository.Root, file);
        var links = Link().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value).Where(link => !link.Contains(':', StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, link)), link));
    }

    private static async Task<string> RunAsync(string block)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", Prelude + block]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var tooLate = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var output = process.StandardOutput.ReadToEndAsync(tooLate.Token);
        var error = process.StandardError.ReadToEndAsync(tooLate.Token);
        await process.WaitForExitAsync(tooLate.Token);
        Assert.True(process.ExitCode == 0, $"{block}\n{await output}{await error}");
        return await output;
    }

    [GeneratedRegex(@"```sh runnable\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Runnable();

    [GeneratedRegex(@"```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shell();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
