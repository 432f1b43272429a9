using System.Diagnostics;
using CustomerUpdate.Api.Tests.Architecture;

namespace CustomerUpdate.Api.Tests.Deployment;

/// <summary>The image's own publish command, without its phone engine, its platform and its image; and what it makes, as the image runs it.</summary>
public sealed class PublishedHostTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cu-publish-");

    [Fact]
    public async Task Is_published_by_the_images_command_and_starts_from_a_folder_that_it_may_not_write_to()
    {
        var program = Path.Combine(folder.FullName, "app");
        var data = folder.CreateSubdirectory("data");
        var command = PublishCommand().Replace("/app", program, StringComparison.Ordinal);
        await RunAsync("sh", Repository.Root, ["-c", command]);

        // Whoever is not root cannot become somebody else, and is somebody else's equal already.
        var isRoot = Environment.UserName == "root";
        await RunAsync("chmod", folder.FullName, ["-R", "a-w,a+rX", program]);
        await RunAsync("chmod", folder.FullName, ["a+rx", folder.FullName]);
        await RunAsync("chmod", folder.FullName, ["a+rwx", data.FullName]);
        string[] start = ["dotnet", Path.Combine(program, "CustomerUpdate.Api.dll"), "seed"];
        string[] asNobody = isRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. start] : start;

        var output = await RunAsync(asNobody[0], program, asNobody[1..], new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Database__SqlitePath"] = Path.Combine(data.FullName, "customers.db"),
            ["ConnectionStrings__Customers"] = "",
            ["HOME"] = data.FullName,
        });

        Assert.StartsWith("Made the demo tenant", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        using var process = Process.Start("chmod", ["-R", "u+w", folder.FullName]);
        process.WaitForExit();
        folder.Delete(recursive: true);
    }

    // Another engine and a platform's compiler restore other sets of packages, which may not be had where tests run.
    private static string PublishCommand() => File.ReadLines(Path.Combine(Repository.Root, "Dockerfile"))
        .Single(line => line.Contains("dotnet publish", StringComparison.Ordinal))["RUN ".Length..]
        .Split(" && ")[0]
        .Replace("--use-current-runtime --no-self-contained -p:PublishReadyToRun=true ", "", StringComparison.Ordinal)
        .Replace("-p:PhoneEngine=libphonenumber", "-p:UseSharedCompilation=false --disable-build-servers", StringComparison.Ordinal);

    private static async Task<string> RunAsync(string program, string directory, string[] arguments, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var tooLate = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var output = process.StandardOutput.ReadToEndAsync(tooLate.Token);
        var error = process.StandardError.ReadToEndAsync(tooLate.Token);
        await process.WaitForExitAsync(tooLate.Token);
        Assert.True(process.ExitCode == 0, $"{program}: {await output}{await error}");
        return await output;
    }
}
