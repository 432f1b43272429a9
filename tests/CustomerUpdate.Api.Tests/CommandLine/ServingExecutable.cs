using System.Diagnostics;

namespace CustomerUpdate.Api.Tests.CommandLine;

/// <summary>The executable while it serves, in Development, in which it says for people where it listens.</summary>
internal sealed class ServingExecutable : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private ServingExecutable(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The bytes of memory that it holds now.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts it, and waits until it says where it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended without that.</exception>
    public static async Task<ServingExecutable> StartAsync(ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        try
        {
            // Whoever does not read a pipe to its end stops the writer once it is full.
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            var address = await ReadAddressAsync(process.StandardOutput);
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new ServingExecutable(process, address);
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
    }

    private static async Task<Uri> ReadAddressAsync(StreamReader output)
    {
        using var tooLate = new CancellationTokenSource(Patience);
        while (await output.ReadLineAsync(tooLate.Token) is { } line)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["Address", var address])
            {
                return new Uri(address);
            }
        }

        throw new InvalidOperationException("The host ended without saying where it listens.");
    }
}
