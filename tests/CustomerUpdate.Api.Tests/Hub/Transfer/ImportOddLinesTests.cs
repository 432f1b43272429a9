using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Hub;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CustomerUpdate.Api.Tests.Hub.Transfer;

/// <summary>Lines that nobody expects: what is the matter with one is that one's.</summary>
public abstract class ImportOddLinesTests(HostFixture fixture)
{
    private static readonly Guid Unforeseen = new("0198f000-5555-7000-8000-000000000003");

    private readonly HostUnderTest host = fixture.Host;
    private readonly TransferClient client = new(fixture.Host);

    [Fact]
    public async Task A_customer_may_be_older_than_the_times_of_UUIDs()
    {
        var (tenant, _, _) = await client.AddTenantAsync();

        var results = await client.ImportAsync(
            tenant,
            """{ "name": "Ada" }""",
            """{ "name": "Grace", "createdAt": "1969-12-31T23:59:59.999Z" }""",
            """{ "name": "Edith", "createdAt": "0001-01-01T00:00:00Z" }""");
        var alone = await client.ImportAsync(tenant, """{ "createdAt": "1906-12-09T00:00:00Z" }""");

        Assert.Equal(["1 created", "2 created", "3 created", "1 created"], results.Concat(alone).Select(TransferClient.Brief));
        var export = await client.ExportAsync(tenant);
        Assert.Contains("\"createdAt\":\"1969-12-31T23:59:59.999Z\"", export, StringComparison.Ordinal);
        Assert.Contains("\"createdAt\":\"0001-01-01T00:00:00.000Z\"", export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_a_number_that_every_client_can_read_and_that_can_be_counted_on()
    {
        var (tenant, _, _) = await client.AddTenantAsync();

        var results = await client.ImportAsync(
            tenant, """{ "version": 9007199254740992 }""", """{ "version": 9223372036854775807 }""", """{ "version": 9007199254740991 }""");

        Assert.Equal(["1 failed /version:too_large", "2 failed /version:too_large", "3 created"], results.Select(TransferClient.Brief));
        Assert.Contains("must be at most 9007199254740991", results[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_that_a_line_gives_may_be_those_that_come_up_for_its_other_entries()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        var given = string.Join(", ", Enumerable.Range(1001, 20).Select(id => $$"""{ "id": {{id}}, "value": "{{id}}" }"""));

        var results = await client.ImportAsync(tenant, $$"""{ "websites": [{{given}}, { "value": "new" }], "email": "new@example.com" }""");

        Assert.Equal(["1 created"], results.Select(TransferClient.Brief));
    }

    [Fact]
    public async Task What_nobody_foresaw_of_a_line_is_that_lines_failure_and_the_rest_goes_on()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        var import = new CustomerImport(
            host.Services.GetRequiredService<ICustomerTransfers>(),
            new FailingCreations(host.Services.GetRequiredService<ICustomerCreations>()),
            new LineImport(
                host.Services.GetRequiredService<ICustomerTransfers>(),
                host.Services.GetRequiredService<ICustomerCommits>(),
                new FailingCreations(host.Services.GetRequiredService<ICustomerCreations>()),
                host.Services.GetRequiredService<UnforeseenFailures>(),
                host.Services.GetRequiredService<ILogger<LineImport>>()));
        var request = new ImportRequest(new Caller(tenant, null, "hub", KeyRole.Admin), $"odd-{tenant.Id}", IsDryRun: false);
        using var lines = new MemoryStream([.. Enumerable.Range(1, 5).SelectMany(number => System.Text.Encoding.UTF8.GetBytes($$"""{ "id": "{{Unforeseen.ToString()[..^1]}}{{number}}" }""" + "\n"))]);

        var results = await import.RunAsync(request, System.IO.Pipelines.PipeReader.Create(lines), CancellationToken.None).ToListAsync();

        Assert.Equal(
            [ImportStatus.Created, ImportStatus.Created, ImportStatus.Failed, ImportStatus.Created, ImportStatus.Created], results.Select(result => result.Status));
        Assert.Equal([new HubProblemError("", "unexpected", "met an error of ours")], results[2].Errors!);
        Assert.Single(host.Log.Lines, line => line.Contains($"ended line 3 of the import of request odd-{tenant.Id}", StringComparison.Ordinal));
    }

    private sealed class FailingCreations(ICustomerCreations creations) : ICustomerCreations
    {
        public Task<Result<Customer>> CreateAsync(NewCustomer command, CancellationToken cancellationToken) =>
            command.Kept.Id == Unforeseen ? throw new InvalidTimeZoneException("Secret.") : creations.CreateAsync(command, cancellationToken);

        public Task<ValueList<Customer>?> TryCreateTogetherAsync(IReadOnlyList<NewCustomer> commands, CancellationToken cancellationToken) =>
            commands.Any(command => command.Kept.Id == Unforeseen)
                ? throw new InvalidTimeZoneException("Secret.")
                : creations.TryCreateTogetherAsync(commands, cancellationToken);
    }
}

[Collection(PostgresTests.Name)]
public sealed class ImportOddLinesOnPostgres(PostgresHost host) : ImportOddLinesTests(host);

[Collection(SqliteTests.Name)]
public sealed class ImportOddLinesOnSqlite(SqliteHost host) : ImportOddLinesTests(host);
