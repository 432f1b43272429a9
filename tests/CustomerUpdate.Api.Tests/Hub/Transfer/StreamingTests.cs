using System.Net.Sockets;
using System.Text;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Hub;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Tenancy;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace CustomerUpdate.Api.Tests.Hub.Transfer;

/// <summary>An import answers while it is still being sent. A socket, since .NET's client reads no answer before it has sent the whole body.</summary>
public abstract class StreamingTests(HostFixture fixture)
{
    private const int Lines = 300;

    private readonly HostUnderTest host = fixture.Host;
    private readonly TransferClient client = new(fixture.Host);

    [Fact]
    public async Task Answers_each_line_before_the_next_is_sent()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port);
        await using var stream = socket.GetStream();
        var results = new ChunkedLines(stream);
        using var tooSlow = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        await SendAsync(stream, Head(tenant));
        await SendAsync(stream, Chunk("""{ "name": "First" }"""));
        Assert.StartsWith("""{"line":1,"status":"created",""", await results.NextAsync(tooSlow.Token), StringComparison.Ordinal);

        var sending = Task.Run(async () =>
        {
            for (var line = 2; line < Lines; line++)
            {
                await SendAsync(stream, Chunk($$"""{ "name": "{{line}}" }"""));
            }
        });
        for (var line = 2; line < Lines; line++)
        {
            Assert.StartsWith($$"""{"line":{{line}},"status":"created",""", await results.NextAsync(tooSlow.Token), StringComparison.Ordinal);
        }

        await sending;
        await SendAsync(stream, Chunk("""{ "name": "Last" }""") + "0\r\n\r\n");
        Assert.StartsWith($$"""{"line":{{Lines}},"status":"created",""", await results.NextAsync(tooSlow.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_goes_away_keeps_what_it_was_answered_and_is_no_error_of_ours()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        using var tooSlow = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port);
            await using var stream = socket.GetStream();
            await SendAsync(stream, Head(tenant, "gone-client"));
            await SendAsync(stream, Chunk("""{ "name": "First" }"""));
            await new ChunkedLines(stream).NextAsync(tooSlow.Token);
            await SendAsync(stream, "ff\r\n{");
        }

        var log = $"hub: tenant {tenant.Id} asked to import customers: Cancelled, 1 created, 0 updated, 0 unchanged, 0 failed, in";
        while (!host.Log.Lines.Any(line => line.Contains(log, StringComparison.Ordinal)))
        {
            await Task.Delay(20, tooSlow.Token);
        }

        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("gone-client", StringComparison.Ordinal) && line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_thrown_where_nobody_is_there_to_be_answered()
    {
        LoggedOutcome? told = null;
        var results = AsyncEnumerable.Range(1, 1).Select<int, ImportResult>(_ => throw new ConnectionResetException("gone"));

        await new NdjsonAnswer<ImportResult>(results, TransferJson.Default.ImportResult, 1) { OnEnd = outcome => told = outcome }.ExecuteAsync(new DefaultHttpContext());

        Assert.Equal(LoggedOutcome.Cancelled, told);
    }

    private static string Head(Tenant tenant, string requestId = "streaming") =>
        $"POST /hub/v1/tenants/{tenant.Id}/import HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TransferClient.OperatorKey}\r\n"
        + $"X-Request-Id: {requestId}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static string Chunk(string line) => $"{Encoding.UTF8.GetByteCount(line) + 1:x}\r\n{line}\n\r\n";

    private static async Task SendAsync(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
}

[Collection(PostgresTests.Name)]
public sealed class StreamingOnPostgres(PostgresHost host) : StreamingTests(host);

[Collection(SqliteTests.Name)]
public sealed class StreamingOnSqlite(SqliteHost host) : StreamingTests(host);
