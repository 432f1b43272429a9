using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Deployment;

/// <summary>What a newcomer clicks in <c>requests/</c> is answered as the titles say, from top to bottom, on a host that was just started.</summary>
public sealed class RequestFilesTests
{
    private static readonly Dictionary<string, string?> Settings = new() { ["Operator:Key"] = "cu_operator_development_key_0000" };

    public static TheoryData<string> Files => [.. RequestFile.Paths.Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_request_of_a_file_is_answered_as_its_title_says(string file)
    {
        await using var host = await HostUnderTest.StartAsync("sqlite", settings: Settings);

        await AssertAsync(host, RequestFile.Paths.Single(path => Path.GetFileName(path) == file));
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("sqlite")]
    public async Task All_files_work_one_after_the_other(string engine)
    {
        await using var host = await HostUnderTest.StartAsync(engine, settings: Settings);

        foreach (var path in RequestFile.Paths)
        {
            await AssertAsync(host, path);
        }
    }

    private static async Task AssertAsync(HostUnderTest host, string path) =>
        Assert.Empty(await new RequestFile(path, host.Client.BaseAddress!).SendAsync(host.Client));
}
