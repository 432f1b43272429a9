namespace CustomerUpdate.Api.Tests.Architecture;

/// <summary>Where the sources lie.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("The tests do not run inside a checkout of the repository."),
        _ when File.Exists(Path.Combine(folder.FullName, "CustomerUpdate.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
