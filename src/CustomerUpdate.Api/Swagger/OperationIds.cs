namespace CustomerUpdate.Api.Swagger;

/// <summary>Names for operations, from which generated clients name their methods: the verb and the path in one word.</summary>
internal static class OperationIds
{
    private static readonly string[] Silent = ["", "api", "hub", "v1", "v2"];

    /// <summary>The name of an operation, such as <c>patchCustomersByCustomerId</c>.</summary>
    public static string Of(string method, string path) => method.ToLowerInvariant() + string.Concat(path.Split('/').Except(Silent).Select(Word));

    private static string Word(string segment) =>
        segment is ['{', .. var parameter, '}'] ? $"By{Pascal(parameter)}" : Pascal(segment);

    private static string Pascal(string text) =>
        string.Concat(text.Split('_', '-').Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]));
}
