using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Startup;

/// <summary>Writes an example as a command line that works as it stands.</summary>
internal static class CurlLine
{
    /// <summary>The command, for a POSIX shell.</summary>
    /// <param name="origin">Where the host listens, without a slash at the end.</param>
    /// <param name="example">The request, which has a body.</param>
    public static string Of(string origin, RequestExample example)
    {
        var headers = example.Headers.Append(new("Content-Type", example.ContentType!)).Select(header => $" -H {Quote($"{header.Key}: {header.Value}")}");
        var body = string.Join(' ', example.Body.Split('\n', StringSplitOptions.TrimEntries));
        return $"curl -s -X {example.Method} {Quote(origin + example.Path)}{string.Concat(headers)} -d {Quote(body)}";
    }

    private static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
