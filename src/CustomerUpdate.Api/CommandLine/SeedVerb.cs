using System.CommandLine;
using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Demo;

namespace CustomerUpdate.Api.CommandLine;

/// <summary><c>seed</c>: makes the demo tenant, whose keys everybody knows.</summary>
internal static class SeedVerb
{
    /// <summary>The verb.</summary>
    public static Command Create() =>
        new Command("seed", "Make the demo tenant with its fixed keys and its customer. Refused outside Development.").Does(SeedAsync);

    private static async Task<string?> SeedAsync(ParseResult parsed, WebApplication app, CancellationToken cancellationToken)
    {
        if (!app.Environment.IsDevelopment())
        {
            return "The demo tenant's keys are public, so that it is made in Development only: set ASPNETCORE_ENVIRONMENT to Development.";
        }

        await app.Services.GetRequiredService<DatabaseSchema>().MigrateAsync(cancellationToken);
        var isNew = await app.Services.GetRequiredService<DemoSeed>().SeedAsync(cancellationToken);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(
            isNew ? $"Made the demo tenant, {DemoTenant.Id}." : $"The demo tenant, {DemoTenant.Id}, was there.");
        return null;
    }
}
