namespace CustomerUpdate.Benchmarks.Load;

/// <summary>Where things are in the repository.</summary>
internal static class Places
{
    /// <summary>The repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    /// <summary>The Lua scripts of the loads.</summary>
    public static string Loads { get; } = Path.Combine(Root, "benchmarks/load");

    /// <summary>The statements of the peers.</summary>
    public static string Statements { get; } = Path.Combine(Root, "benchmarks/peers/sql");

    /// <summary>Where results go.</summary>
    public static string Results { get; } = Path.Combine(Root, "benchmarks/results");

    /// <summary>The host, published as its image has it.</summary>
    public static string Host { get; } = Path.Combine(Root, "artifacts/host/CustomerUpdate.Api.dll");

    /// <summary>The peer in ASP.NET Core.</summary>
    public static string Plain { get; } = Path.Combine(Root, "benchmarks/peers/plain/bin/Release/net10.0/CustomerUpdate.Benchmarks.Plain.dll");

    /// <summary>The peer in Fastify.</summary>
    public static string Fastify { get; } = Path.Combine(Root, "benchmarks/peers/fastify/server.mjs");
}
