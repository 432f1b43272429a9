using System.Diagnostics;

namespace CustomerUpdate.Browser.Tests;

/// <summary>The host as a newcomer starts it: a process of its own, in Development, on a free port and an SQLite file of its own.</summary>
internal sealed class StartedHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly DirectoryInfo folder;

    private StartedHost(Process process, DirectoryInfo folder, Uri address)
    {
        this.process = process;
        this.folder = folder;
        Address = address;
    }

    /// <summary>Where it listens, as its own summary says.</summary>
    public Uri Address { get; }

    /// <summary>Starts it, and waits until it says where it listens.</summary>
    public static async Task<StartedHost> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cu-browser-");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = folder.FullName };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "CustomerUpdate.Api.dll"), "--urls", "http://127.0.0.1:0" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_TieredPGO"] = "0"; // as in the tests' own process: nothing runs long enough here
        start.Environment["ConnectionStrings__Customers"] = "";
        start.Environment["Database__SqlitePath"] = Path.Combine(folder.FullName, "customers.db");
        var process = Process.Start(start)!;
        try
        {
            return new StartedHost(process, folder, await ReadAddressAsync(process.StandardOutput));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task<Uri> ReadAddressAsync(StreamReader output)
    {
        using var tooLate = new CancellationTokenSource(Patience);
        while (await output.ReadLineAsync(tooLate.Token) is { } line)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["Address", var address])
            {
                _ = output.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None); // or the pipe would fill up, and the host stand still
                return new Uri(address);
            }
        }

        throw new InvalidOperationException("The host ended without saying where it listens.");
    }
}
