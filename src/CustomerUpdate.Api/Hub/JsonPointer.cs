namespace CustomerUpdate.Api.Hub;

/// <summary>Points at a member of a body (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>The pointer to a member.</summary>
    /// <param name="names">The names on the way to it, outermost first.</param>
    public static string To(params IEnumerable<string> names) =>
        string.Concat(names.Select(name => $"/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"));
}
