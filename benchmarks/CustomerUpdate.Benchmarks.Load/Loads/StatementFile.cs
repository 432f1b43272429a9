using CustomerUpdate.Benchmarks.Load.Customers;

namespace CustomerUpdate.Benchmarks.Load.Loads;

/// <summary>The statement in <c>benchmarks/peers/sql</c> that does all of a kind of change.</summary>
internal static class StatementFile
{
    /// <summary>Its name, which is also the peers' name for it in their paths.</summary>
    public static string NameOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Document => "document",
        ChangeKind.Name => "name",
        ChangeKind.Attribute => "attribute",
    };

    /// <summary>The statement as pgbench takes it: it would look for its variables in comments and literals too.</summary>
    public static string ForPgbench(ChangeKind kind)
    {
        var lines = File.ReadLines(Path.Combine(Places.Statements, NameOf(kind) + ".sql")).Where(line => !line.StartsWith("--", StringComparison.Ordinal));
        return string.Join('\n', lines).Replace("'ref:", "'ref:' || '", StringComparison.Ordinal)
            .Replace("$1", ":tenant", StringComparison.Ordinal).Replace("$2", ":customer", StringComparison.Ordinal)
            .Replace("$3", ":value", StringComparison.Ordinal).Replace("$4", ":key", StringComparison.Ordinal) + ";";
    }
}
