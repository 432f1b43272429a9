namespace CustomerUpdate.Benchmarks.Load.Loads;

/// <summary>How much load.</summary>
/// <param name="Connections">How many connections, each with one request at a time.</param>
/// <param name="Seconds">For how long.</param>
/// <param name="Customers">How many customers it is spread over.</param>
internal sealed record LoadSize(int Connections, int Seconds, long Customers);
