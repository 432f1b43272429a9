namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>Tells web addresses from other texts. The scheme may be missing: <c>google.com</c> is one.</summary>
internal static class WebAddress
{
    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeFtp];

    /// <summary>Whether a text is one.</summary>
    public static bool IsOne(string text)
    {
        var hasScheme = text.Contains("://", StringComparison.Ordinal);
        return !text.Any(char.IsWhiteSpace)
            && Uri.TryCreate(hasScheme ? text : $"http://{text}", UriKind.Absolute, out var uri)
            && Schemes.Contains(uri.Scheme)
            && uri.UserInfo.Length == 0
            && (hasScheme || uri.Host.Contains('.', StringComparison.Ordinal));
    }
}
