using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>
/// Reads queries as the npm package qs writes them: <c>filter[name][contains]=john&amp;filter[OR][0][email]=a</c>. As there, what is no
/// well-formed name is a name as it stands, what is no well-formed escape stays as it is, and what has no name is left out.
/// https://github.com/ljharb/qs
/// </summary>
internal static class QsReader
{
    /// <summary>The most names from the outermost to the innermost.</summary>
    public const int MaximumDepth = 10;

    /// <summary>The most parameters.</summary>
    public const int MaximumParameters = 100;

    /// <summary>What a query says.</summary>
    /// <param name="query">The query, a question mark before it or not.</param>
    /// <param name="path">What to call it in failures.</param>
    public static Result<QsNode> Read(string query, string path)
    {
        var root = new QsNode();
        var parameters = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (parameters.Length > MaximumParameters)
        {
            return Refuse(path, $"must not have more than {MaximumParameters} parameters");
        }

        foreach (var parameter in parameters)
        {
            var (name, text) = Cut(parameter);
            var names = NamesOf(name);
            if (names.Count > MaximumDepth)
            {
                return Refuse(path, $"must not be more than {MaximumDepth} levels deep");
            }

            if (text.Contains('\0', StringComparison.Ordinal))
            {
                return Refuse(path, "must not contain the character U+0000");
            }

            if (name.Length > 0)
            {
                root.Add([.. names], text);
            }
        }

        return root;
    }

    private static Failure Refuse(string path, string message) =>
        Failure.Invalid([new Problem(path, QuentliErrors.ValidationError, message)]);

    // An equals sign inside of brackets is part of the name.
    private static (string Name, string Text) Cut(string parameter)
    {
        var end = parameter.IndexOf('=', StringComparison.Ordinal);
        var bracket = parameter.IndexOf('[', StringComparison.Ordinal);
        if (bracket >= 0 && bracket < end && parameter.IndexOf("]=", StringComparison.Ordinal) is >= 0 and var close)
        {
            end = close + 1;
        }

        return end < 0 ? (Decode(parameter), "") : (Decode(parameter[..end]), Decode(parameter[(end + 1)..]));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static List<string> NamesOf(string name)
    {
        var rest = name.IndexOf('[', StringComparison.Ordinal) is > 0 and var first ? name[first..] : "";
        var names = new List<string> { name[..^rest.Length] };
        while (rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is > 0 and var close)
        {
            names.Add(rest[1..close]);
            rest = rest[(close + 1)..];
        }

        return rest.Length == 0 ? names : [name];
    }
}
