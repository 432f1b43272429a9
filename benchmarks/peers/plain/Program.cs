using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CustomerUpdate.Benchmarks.Plain;
using Npgsql;

// The plain way to do it in .NET: a minimal API over Npgsql that carries out one statement a request, each in a transaction of its own.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PlainJson.Default));
var app = builder.Build();

await using var database = new NpgsqlSlimDataSourceBuilder(
    Environment.GetEnvironmentVariable("BENCH_DATABASE") + ";Maximum Pool Size=40;Max Auto Prepare=10;Auto Prepare Min Usages=1").Build();
var statements = Directory.GetFiles(Environment.GetEnvironmentVariable("BENCH_STATEMENTS")!, "*.sql")
    .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
var callers = new ConcurrentDictionary<string, (Guid Id, Guid TenantId)>();

app.MapGet("/health", () => Results.Ok());
app.MapPatch("/{kind}/{customer}", async (string kind, string customer, Edit edit, HttpContext http, CancellationToken cancellationToken) =>
{
    if (await FindCallerAsync(http.Request.Headers.Authorization.ToString(), cancellationToken) is not { } caller)
    {
        return Results.Unauthorized();
    }

    if (edit.Value is not { Length: > 0 and <= 255 } value || !statements.TryGetValue(kind, out var statement))
    {
        return Results.BadRequest();
    }

    await using var command = database.CreateCommand(statement);
    command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caller.TenantId });
    command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = customer });
    command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
    command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caller.Id });
    await using var reader = await command.ExecuteReaderAsync(cancellationToken);
    if (!await reader.ReadAsync(cancellationToken))
    {
        return Results.NotFound();
    }

    var data = JsonSerializer.Deserialize(reader.GetString(4), PlainJson.Default.CustomerData)!;
    return Results.Json(
        new Shown(reader.GetGuid(0), reader.GetInt64(1), reader.GetDateTime(2), reader.GetDateTime(3), data.Name?.Full, data.JobTitle, data.Organization, data.CustomAttributes),
        PlainJson.Default.Shown);
});
await app.RunAsync();

async Task<(Guid Id, Guid TenantId)?> FindCallerAsync(string header, CancellationToken cancellationToken)
{
    if (callers.TryGetValue(header, out var known))
    {
        return known;
    }

    await using var command = database.CreateCommand("SELECT id, tenant_id FROM api_keys WHERE hash = $1 AND revoked_at IS NULL");
    command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = SHA256.HashData(Encoding.UTF8.GetBytes(header.Replace("Bearer ", "", StringComparison.Ordinal))) });
    await using var reader = await command.ExecuteReaderAsync(cancellationToken);
    return await reader.ReadAsync(cancellationToken) ? callers[header] = (reader.GetGuid(0), reader.GetGuid(1)) : null;
}
