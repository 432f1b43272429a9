using System.CommandLine;
using CustomerUpdate.Api.Hub.Keys;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.CommandLine;

/// <summary><c>keys create</c>: makes a key by the hub's own rules, and shows its secret this once.</summary>
internal static class KeysVerb
{
    private static readonly Option<Guid> Tenant = TenantOption.Create();
    private static readonly Option<string> Contract = new("--contract")
    {
        Description = $"The contract that the key opens: {string.Join(", ", HubKeyContracts.Names.SkipLast(1))} or {HubKeyContracts.Names.Last()}.",
        Required = true,
    };

    private static readonly Option<string> Role = new("--role") { Description = "read, write or admin.", DefaultValueFactory = _ => "write" };
    private static readonly Option<string> Name = new("--name") { Description = "What people call the key.", DefaultValueFactory = _ => "Command line" };
    private static readonly Option<string?> Expires = new("--expires") { Description = "When the key ends, as ISO 8601; it does not where this is missing." };

    /// <summary>The verb.</summary>
    public static Command Create() => new("keys", "Make keys for a tenant.")
    {
        new Command("create", "Make a key and print its secret, which is shown this once.") { Tenant, Contract, Role, Name, Expires }
            .Does((parsed, app, cancellationToken) => app.ForTenantAsync(
                parsed.GetValue(Tenant), tenant => CreateAsync(parsed, app, tenant, cancellationToken), cancellationToken)),
    };

    private static async Task<string?> CreateAsync(ParseResult parsed, WebApplication app, Tenant tenant, CancellationToken cancellationToken)
    {
        var request = new HubKeyRequest
        {
            Contract = parsed.GetValue(Contract),
            Role = parsed.GetValue(Role),
            Name = parsed.GetValue(Name),
            ExpiresAt = parsed.GetValue(Expires),
        };
        if (app.Services.GetRequiredService<HubKeyRequestValidator>().Validate(request).Errors is [var broken, ..])
        {
            return $"--{broken.PropertyName.TrimStart('/').Replace("expiresAt", "expires", StringComparison.Ordinal)}: {broken.ErrorMessage}";
        }

        var wanted = HubKeyMapping.ToNewKey(request, tenant.Id);
        if ((await app.Services.GetRequiredService<IApiKeys>().CreateAsync(wanted, WriteTerms<ApiKey>.Plain, cancellationToken)).TryFailure(out _, out _))
        {
            return $"The tenant {tenant.Id} is gone.";
        }

        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync(wanted.Secret);
        if (wanted.Client is { } client)
        {
            await output.WriteLineAsync($"client id {client.Id}");
            await output.WriteLineAsync($"client secret {client.Secret}");
        }

        return null;
    }
}
