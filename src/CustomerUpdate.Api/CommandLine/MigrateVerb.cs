using System.CommandLine;
using CustomerUpdate.Api.Storage;

namespace CustomerUpdate.Api.CommandLine;

/// <summary><c>migrate</c>: brings the configured database's schema up to date.</summary>
internal static class MigrateVerb
{
    /// <summary>The verb.</summary>
    public static Command Create() =>
        new Command("migrate", "Bring the schema of the configured database up to date.").Does(MigrateAsync);

    private static async Task<string?> MigrateAsync(ParseResult parsed, WebApplication app, CancellationToken cancellationToken)
    {
        var applied = await app.Services.GetRequiredService<DatabaseSchema>().MigrateAsync(cancellationToken);
        var output = parsed.InvocationConfiguration.Output;
        foreach (var migration in applied)
        {
            await output.WriteLineAsync($"Applied {migration}.");
        }

        await output.WriteLineAsync(applied.Count == 0 ? "The schema was up to date." : "The schema is up to date.");
        return null;
    }
}
