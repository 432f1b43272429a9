using System.CommandLine;
using System.CommandLine.Parsing;
using CustomerUpdate.Api.Storage;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.CommandLine;

/// <summary><c>--tenant ID</c>: whom a verb is about.</summary>
internal static class TenantOption
{
    /// <summary>The option.</summary>
    public static Option<Guid> Create() => new("--tenant")
    {
        Description = "The tenant's id.",
        Required = true,
        HelpName = "ID",
        CustomParser = Parse,
    };

    /// <summary>Does something for a tenant.</summary>
    /// <param name="app">The host's services.</param>
    /// <param name="id">The tenant.</param>
    /// <param name="work">Does it; answers null, or why it could not in one sentence.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What <paramref name="work"/> answers, or why it could not begin.</returns>
    public static async Task<string?> ForTenantAsync(
        this WebApplication app, Guid id, Func<Tenant, Task<string?>> work, CancellationToken cancellationToken)
    {
        if (!await app.Services.GetRequiredService<DatabaseSchema>().IsReadyAsync(cancellationToken))
        {
            return "The database cannot be reached, or its schema is behind: the verb 'migrate' brings it up to date.";
        }

        return await app.Services.GetRequiredService<ITenants>().FindAsync(id, cancellationToken) is { } tenant
            ? await work(tenant)
            : $"There is no tenant {id}.";
    }

    private static Guid Parse(ArgumentResult argument)
    {
        var text = argument.Tokens is [var token, ..] ? token.Value : "";
        if (!Guid.TryParseExact(text, "D", out var id))
        {
            argument.AddError($"--tenant takes the id of a tenant, such as 0198f000-0000-7000-8000-000000000001; '{text}' is none.");
        }

        return id;
    }
}
