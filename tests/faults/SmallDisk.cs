using System.Diagnostics;
using System.Globalization;

namespace CustomerUpdate.Faults;

/// <summary>A small filesystem that can be filled to the last byte. Mounting one takes root, with or without sudo.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>Mounts one.</summary>
    public static async Task<SmallDisk> CreateAsync(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("cu-faults-").FullName;
        await RunAsync(["mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=1777"), "tmpfs", folder]);
        return new SmallDisk(folder);
    }

    /// <summary>Leaves no byte of it free.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(page);
            }
        }
        catch (IOException)
        {
            // full
        }
    }

    /// <summary>Makes room again.</summary>
    public void Empty() => File.Delete(Filler);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await RunAsync(["umount", "--lazy", Folder]);
        Directory.Delete(Folder);
    }

    private static async Task RunAsync(IReadOnlyList<string> command)
    {
        string[] whole = [.. Environment.IsPrivilegedProcess ? Array.Empty<string>() : ["sudo", "-n"], .. command];
        using var process = Process.Start(whole[0], whole.Skip(1));
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"A small filesystem could not be made: {command[0]} ended with {process.ExitCode}. It takes root.");
        }
    }
}
