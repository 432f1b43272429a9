using CustomerUpdate.Api.Tests.CommandLine;
using CustomerUpdate.Api.Tests.Hostile;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Startup;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("CustomerUpdate.Api.Tests.Hosting." + nameof(LongestFirst), "CustomerUpdate.Api.Tests")]

namespace CustomerUpdate.Api.Tests.Hosting;

/// <summary>
/// What takes longest begins first, so that no single collection is left running alone at the end: the tests that share a host, then those
/// that start processes or send for long, then all others, by name.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        PostgresTests.Name,
        SqliteTests.Name,
        .. new[]
        {
            typeof(VerbsOnPostgres), typeof(VerbsOnSqlite), typeof(StartupTests), typeof(HostileInputTests), typeof(HostileMemoryTests),
            typeof(UsageTests), typeof(ConfigurationRulesTests),
        }.Select(type => $"Test collection for {type.FullName}"),
    ];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderBy(collection => Array.IndexOf(Longest, collection.DisplayName) is >= 0 and var place ? place : Longest.Length)
        .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
