using System.Text.RegularExpressions;

namespace CustomerUpdate.Api.Tests.Deployment;

/// <summary>A request of a file under <c>requests/</c> as REST Client reads it, its variables not filled in.</summary>
/// <param name="Title">What stands behind its <c>###</c>.</param>
/// <param name="Name">What later requests call its answer (<c># @name</c>); null where they do not.</param>
/// <param name="Method">The method.</param>
/// <param name="Address">The address.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The lines of the body; <c>&lt; ./file</c> stands for a file beside this one.</param>
internal sealed partial record RequestBlock(
    string Title, string? Name, string Method, string Address, IReadOnlyList<(string Name, string Value)> Headers, IReadOnlyList<string> Body)
{
    /// <summary>The requests of a file, in order.</summary>
    public static IReadOnlyList<RequestBlock> Read(string text) => [.. Separator().Split(text).Skip(1).Select(Parse)];

    /// <summary>The file's own variables: <c>@name = value</c>.</summary>
    public static Dictionary<string, string> Variables(string text) =>
        Variable().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());

    /// <summary>Whether a status is the one that the title says; a title without a number says that it works.</summary>
    public bool Promises(int status) => Status().Matches(Title) switch
    {
        [] => status is >= 200 and < 300,
        [var only] => int.Parse(only.Value, System.Globalization.CultureInfo.InvariantCulture) == status,
        _ => throw new InvalidOperationException($"A title says one status, or none: {Title}"),
    };

    private static RequestBlock Parse(string block)
    {
        var lines = block.Split('\n');
        var start = Array.FindIndex(lines, 1, line => line.Length > 0 && !line.StartsWith('#'));
        if (start < 0 || lines[start].Split(' ', 2) is not [var method, var address])
        {
            throw new InvalidOperationException($"Nothing is sent under this title: {lines[0]}");
        }

        var rest = lines[(start + 1)..];
        var headers = rest.TakeWhile(line => line.Length > 0).Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[1])).ToList();
        var body = string.Join('\n', rest.Skip(headers.Count + 1)).TrimEnd('\n');
        return new RequestBlock(
            lines[0].Trim(),
            lines[..start].Select(line => AnswerName().Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value,
            method,
            address,
            headers,
            body.Length == 0 ? [] : body.Split('\n'));
    }

    [GeneratedRegex("^###", RegexOptions.Multiline)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^@(\w+)\s*=(.*)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^# @name (\w+)")]
    private static partial Regex AnswerName();

    [GeneratedRegex(@"\b[1-5][0-9]{2}\b")]
    private static partial Regex Status();
}
