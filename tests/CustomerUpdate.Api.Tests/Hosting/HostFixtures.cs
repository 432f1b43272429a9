using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Core.OneTimePasswords;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerUpdate.Api.Tests.Hosting;

/// <summary>One host for all test classes of an engine: tests make customers of their own and do not meet.</summary>
public abstract class HostFixture(string engine) : IAsyncLifetime
{
    /// <summary>The host.</summary>
    public HostUnderTest Host { get; private set; } = null!;

    /// <summary>The one-time passwords that the host has sent.</summary>
    internal SentCodes Codes { get; } = new();

    /// <inheritdoc/>
    public async Task InitializeAsync() => Host = await HostUnderTest.StartAsync(
        engine, replace: services => services.Replace(ServiceDescriptor.Singleton<IOtpSender>(Codes)));

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Host.DisposeAsync();
}

/// <summary>The host on PostgreSQL.</summary>
public sealed class PostgresHost() : HostFixture(PostgresDatabase.Engine);

/// <summary>The host on SQLite.</summary>
public sealed class SqliteHost() : HostFixture(SqliteDatabase.Engine);

/// <summary>The test classes that share the host on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresHost>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "postgres";
}

/// <summary>The test classes that share the host on SQLite.</summary>
[CollectionDefinition(Name)]
public sealed class SqliteTests : ICollectionFixture<SqliteHost>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "sqlite";
}
