using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Documents;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CustomerUpdate.Api.Tests.Hosting;

/// <summary>The real host over real HTTP (Kestrel on a free loopback port), with a database of its own and a clock that stands still.</summary>
public sealed class HostUnderTest : IAsyncDisposable
{
    /// <summary>The operator's key of every host under test.</summary>
    public const string OperatorKey = "cu_operator_key_of_the_tests_000";

    private readonly DatabaseUnderTest database;
    private readonly bool ownsDatabase;
    private readonly WebApplicationFactory<Program> factory;

    private HostUnderTest(
        DatabaseUnderTest database, bool ownsDatabase, WebApplicationFactory<Program> factory, FakeTimeProvider clock, CapturedLog log)
    {
        this.database = database;
        this.ownsDatabase = ownsDatabase;
        this.factory = factory;
        Clock = clock;
        Log = log;
        Client = new HttpClient(new DocumentedAnswers(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }))
        {
            BaseAddress = factory.ClientOptions.BaseAddress,
        };
        Customers = new TestCustomers(Services, clock);
    }

    /// <summary>A client of the host that follows no redirects.</summary>
    public HttpClient Client { get; }

    /// <summary>The host's clock.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>What the host has logged.</summary>
    public CapturedLog Log { get; }

    /// <summary>The host's database, for another process that shares it.</summary>
    public DatabaseUnderTest Database => database;

    /// <summary>The host's services, for what HTTP does not show.</summary>
    public IServiceProvider Services => factory.Services;

    /// <summary>Customers to send requests about.</summary>
    internal TestCustomers Customers { get; }

    /// <summary>Starts a host.</summary>
    /// <param name="engine">The database engine: one of <see cref="TestDatabases.Names"/>.</param>
    /// <param name="environment">The host's environment.</param>
    /// <param name="replace">Replaces services, to provoke what a healthy host does not do.</param>
    /// <param name="settings">More configuration.</param>
    public static async Task<HostUnderTest> StartAsync(
        string engine,
        string environment = "Development",
        Action<IServiceCollection>? replace = null,
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        return await StartAsync(await TestDatabases.CreateAsync(engine), ownsDatabase: true, clock, environment, replace, settings);
    }

    /// <summary>Starts another host over the same database and the same clock. Dispose it before this one.</summary>
    public Task<HostUnderTest> StartAnotherAsync(string environment = "Development") =>
        StartAsync(database, ownsDatabase: false, Clock, environment, replace: null, settings: null);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await factory.DisposeAsync();
        if (ownsDatabase)
        {
            await database.DisposeAsync();
        }
    }

    private static async Task<HostUnderTest> StartAsync(
        DatabaseUnderTest database,
        bool ownsDatabase,
        FakeTimeProvider clock,
        string environment,
        Action<IServiceCollection>? replace,
        IReadOnlyDictionary<string, string?>? settings)
    {
        var log = new CapturedLog();
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment(environment);
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Operator:Key", OperatorKey);
            host.UseSetting("Limits:FailedAuthenticationsPerMinute", "0"); // all tests come from one address, at one time
            foreach (var (name, value) in database.Settings.Concat(settings ?? new Dictionary<string, string?>()))
            {
                host.UseSetting(name, value);
            }

            host.ConfigureServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                services.AddSingleton<ILoggerProvider>(log);
                services.Configure<PasswordHasherOptions>(hashes => hashes.IterationCount = 1_000); // slow on purpose, which no test is about
                replace?.Invoke(services);
            });
        });
        factory.UseKestrel();
        factory.StartServer();
        var host = new HostUnderTest(database, ownsDatabase, factory, clock, log);
        if (ownsDatabase)
        {
            await TestTenants.SeedAsync(host.Services);
        }

        return host;
    }
}
