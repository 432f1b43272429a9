using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hub.Transfer;

/// <summary>Moves customers in and out over HTTP, each test in tenants of its own.</summary>
internal sealed class TransferClient(HostUnderTest host)
{
    public const string OperatorKey = HostUnderTest.OperatorKey;

    private static int tenants = 1_000;

    /// <summary>Makes a tenant without customers, and keys of it for the hub.</summary>
    public async Task<(Tenant Tenant, string WriteKey, string ReadKey)> AddTenantAsync()
    {
        var number = Interlocked.Increment(ref tenants);
        var now = host.Clock.GetUtcNow();
        var tenant = new Tenant
        {
            Id = Guid.CreateVersion7(),
            Name = $"Transfer {number}",
            WorkspaceId = $"{number:x24}",
            AccountId = number + 1_000_000,
            OrganizationId = Guid.NewGuid(),
            Settings = new TenantSettings { DefaultRegion = "US" },
            CreatedAt = now,
        };
        var (write, read) = ($"cu_test_write_{number:0000000000}", $"cu_test_read_{number:0000000000}");
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync();
        db.Tenants.Add(TenantRow.Of(tenant));
        db.ApiKeys.Add(ApiKeyRow.Of(Guid.CreateVersion7(), tenant.Id, "hub", KeyRole.Write, "Test", write, now));
        db.ApiKeys.Add(ApiKeyRow.Of(Guid.CreateVersion7(), tenant.Id, "hub", KeyRole.Read, "Test", read, now));
        await db.SaveChangesAsync();
        return (tenant, write, read);
    }

    /// <summary>Imports lines, and reads the result of each.</summary>
    public async Task<IReadOnlyList<JsonElement>> ImportAsync(Tenant tenant, params string[] lines)
    {
        using var answer = await SendImportAsync(tenant.Id, OperatorKey, string.Join('\n', lines));
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.ToString());
        return [.. (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    public async Task<HttpResponseMessage> SendImportAsync(Guid tenantId, string key, string body, string mediaType = "application/x-ndjson", bool isDryRun = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/hub/v1/tenants/{tenantId}/import")
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(mediaType)),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        if (isDryRun)
        {
            request.Headers.Add("Prefer", "dry-run");
        }

        return await host.Client.SendAsync(request);
    }

    /// <summary>The whole export, as text.</summary>
    public async Task<string> ExportAsync(Tenant tenant, string key = OperatorKey)
    {
        using var answer = await SendExportAsync(tenant.Id, key);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.ToString());
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<HttpResponseMessage> SendExportAsync(Guid tenantId, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/hub/v1/tenants/{tenantId}/export");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        return await host.Client.SendAsync(request);
    }

    /// <summary>A result as short text: its line, its status, and its errors' pointers and codes in alphabetical order.</summary>
    public static string Brief(JsonElement result)
    {
        var errors = result.TryGetProperty("errors", out var all)
            ? all.EnumerateArray().Select(error => $" {error.GetProperty("pointer").GetString()}:{error.GetProperty("code").GetString()}").Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return $"{result.GetProperty("line")} {result.GetProperty("status").GetString()}{string.Concat(errors)}";
    }
}
