using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CustomerUpdate.Api.Tests.Architecture;

namespace CustomerUpdate.Api.Tests.Deployment;

/// <summary>A file under <c>requests/</c>, sent from top to bottom.</summary>
internal sealed partial class RequestFile
{
    private readonly string folder;
    private readonly IReadOnlyList<RequestBlock> blocks;
    private readonly Dictionary<string, string> variables;
    private readonly Dictionary<string, (HttpResponseMessage Answer, string Body)> answers = [];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="host">The host that takes the place of the file's own.</param>
    public RequestFile(string path, Uri host)
    {
        var text = File.ReadAllText(path);
        folder = Path.GetDirectoryName(path)!;
        blocks = RequestBlock.Read(text);
        variables = RequestBlock.Variables(text);
        variables["host"] = host.ToString().TrimEnd('/');
    }

    /// <summary>All of the files.</summary>
    public static IReadOnlyList<string> Paths { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "requests"), "*.http").Order(StringComparer.Ordinal)];

    /// <summary>Sends every request.</summary>
    /// <returns>Those that were answered otherwise than their titles say, with the answers.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(HttpClient client)
    {
        var surprises = new List<string>();
        foreach (var block in blocks)
        {
            var answer = await client.SendAsync(Request(block));
            var body = await answer.Content.ReadAsStringAsync();
            if (block.Name is { } name)
            {
                answers[name] = (answer, body);
            }

            if (!block.Promises((int)answer.StatusCode))
            {
                surprises.Add($"{block.Title}: {(int)answer.StatusCode} {body}");
            }
        }

        Assert.NotEmpty(blocks);
        return surprises;
    }

    private HttpRequestMessage Request(RequestBlock block)
    {
        var request = new HttpRequestMessage(new HttpMethod(block.Method), Fill(block.Address)) { Content = Body(block) };
        foreach (var (name, value) in block.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, Fill(value)))
            {
                request.Content!.Headers.TryAddWithoutValidation(name, Fill(value));
            }
        }

        return request;
    }

    private ByteArrayContent? Body(RequestBlock block)
    {
        if (block.Body.Count == 0)
        {
            return null;
        }

        // The parts of a form are told apart by CRLF.
        var isMultipart = block.Headers.Any(header => header.Value.StartsWith("multipart/", StringComparison.Ordinal));
        var newLine = Encoding.UTF8.GetBytes(isMultipart ? "\r\n" : "\n");
        return new ByteArrayContent([.. block.Body.SelectMany((line, index) => index == 0 ? Bytes(line) : [.. newLine, .. Bytes(line)])]);
    }

    private byte[] Bytes(string line) =>
        line.StartsWith("< ", StringComparison.Ordinal) ? File.ReadAllBytes(Path.Combine(folder, line[2..])) : Encoding.UTF8.GetBytes(Fill(line));

    private string Fill(string text) => Placeholder().Replace(text, match => match.Groups[1].Value.Split('.') switch
    {
        [var name] => Fill(variables[name]),
        [var name, "response", "headers", var header] => answers[name].Answer.Headers.GetValues(header).Single(),
        [var name, "response", "body", .. var members] =>
            members.Aggregate(JsonNode.Parse(answers[name].Body), (node, member) => node![member])!.ToString(),
        _ => throw new InvalidOperationException($"{match.Value} is no variable."),
    });

    [GeneratedRegex(@"\{\{([\w.-]+)\}\}")]
    private static partial Regex Placeholder();
}
