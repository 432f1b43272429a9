using CustomerUpdate.Benchmarks.Load.Customers;
using CustomerUpdate.Benchmarks.Load.Loads;

namespace CustomerUpdate.Benchmarks.Load.Reports;

/// <summary>What came of a comparison.</summary>
/// <param name="Contenders">All that was measured.</param>
/// <param name="Starts">How long the host took from its start to its first answer.</param>
/// <param name="PeakMemory">The most memory that the host ever held, in bytes.</param>
internal sealed record Results(IReadOnlyList<Contender> Contenders, IReadOnlyList<TimeSpan> Starts, long PeakMemory)
{
    /// <summary>What stands behind the name of one that wrote to ten customers only.</summary>
    public const string Hot = ", ten customers";

    /// <summary>The name of two hosts on one database.</summary>
    public const string Two = "helpscout, two hosts";

    /// <summary>The name of the host on SQLite.</summary>
    public const string Sqlite = "helpscout, SQLite";

    /// <summary>How many clients pgbench has: the better of these counts.</summary>
    public static IReadOnlyList<int> PgbenchClients { get; } = [32, 64];

    /// <summary>The name of a peer that makes a kind of change.</summary>
    public static string NameOf(string peer, ChangeKind kind) => $"{peer} {StatementFile.NameOf(kind)}";

    /// <summary>The one with a name and a number of connections.</summary>
    public Contender Find(string name, int connections) =>
        Contenders.First(contender => contender.Name == name && contender.Size.Connections == connections);

    /// <summary>pgbench's better rate.</summary>
    public double PgbenchRate(ChangeKind kind, string condition = "") =>
        PgbenchClients.Max(clients => Find(NameOf("pgbench", kind) + condition, clients).Rate);

    /// <summary>The middle one of the starts.</summary>
    public TimeSpan Start => Starts.Order().ElementAt(Starts.Count / 2);

    /// <summary>The kind of change that a contender makes.</summary>
    public static ChangeKind KindOf(string name) =>
        Contract.All.FirstOrDefault(contract => name.StartsWith(contract.Name, StringComparison.Ordinal))?.Kind
        ?? Enum.GetValues<ChangeKind>().First(kind => name.Contains(StatementFile.NameOf(kind), StringComparison.Ordinal));
}
