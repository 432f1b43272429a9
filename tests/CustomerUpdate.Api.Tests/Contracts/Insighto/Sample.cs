namespace CustomerUpdate.Api.Tests.Contracts.Insighto;

/// <summary>The files beside these tests.</summary>
internal static class Sample
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contracts", "Insighto", name));
}
