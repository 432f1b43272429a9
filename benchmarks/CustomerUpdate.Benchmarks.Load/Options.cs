using System.Globalization;

namespace CustomerUpdate.Benchmarks.Load;

/// <summary>What is asked for on the command line.</summary>
internal sealed record Options
{
    /// <summary>How to ask.</summary>
    public const string Usage = """
        benchmarks/run.sh [--quick] [--growth] [--long] [--only-growth] [--rounds N] [--seconds N] [--customers N] [--folder PATH]
          --quick         about two minutes: one round of one second each; says whether all works, and no more
          --growth        also the cost as work grows: 1,000 and 100,000 customers; 1, 4, 16 and 64 entries a customer
          --long          --growth with 10,000,000 customers too: about an hour and a half, and 75 GB of disk
          --only-growth   leaves out the comparison with peers
          --rounds N      how many rounds (3)
          --seconds N     how long each measurement is (4)
          --customers N   how many customers the comparison with peers has (100,000)
          --folder PATH   where the throw-away databases go (the system's temporary folder)
        """;

    public int Rounds { get; private init; } = 3;

    public int Seconds { get; private init; } = 4;

    public int WarmUpSeconds { get; private init; } = 24;

    public long Customers { get; private init; } = 100_000;

    public bool IsQuick { get; private init; }

    public bool WithPeers { get; private init; } = true;

    public bool WithGrowth { get; private init; }

    public bool IsLong { get; private init; }

    public string? Folder { get; private init; }

    /// <summary>Reads them; null where they cannot be read.</summary>
    public static Options? Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (var index = 0; index < arguments.Count; index++)
        {
            if (Next(options, arguments[index], index + 1 < arguments.Count ? arguments[index + 1] : "") is not { } next)
            {
                return null;
            }

            options = next.Options;
            index += next.Taken;
        }

        return options;
    }

    private static (Options Options, int Taken)? Next(Options options, string name, string value) => name switch
    {
        "--quick" => (options with { IsQuick = true, Rounds = 1, Seconds = 1, WarmUpSeconds = 6 }, 0),
        "--growth" => (options with { WithGrowth = true }, 0),
        "--only-growth" => (options with { WithGrowth = true, WithPeers = false }, 0),
        "--long" => (options with { WithGrowth = true, IsLong = true }, 0),
        "--folder" when value.Length > 0 => (options with { Folder = Path.GetFullPath(value) }, 1),
        "--rounds" when Number(value) is { } number => (options with { Rounds = (int)number }, 1),
        "--seconds" when Number(value) is { } number => (options with { Seconds = (int)number }, 1),
        "--customers" when Number(value) is { } number => (options with { Customers = number }, 1),
        _ => null,
    };

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 80_000_000 ? number : null;
}
