namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>The address of a picture.</summary>
internal static class AvatarUrl
{
    /// <summary>The address as it was written, or null where it is none over http or https: such texts are ignored and refuse nothing.</summary>
    public static string? Find(string? text)
    {
        var trimmed = text?.Trim();
        var isAddress = Uri.TryCreate(trimmed, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && trimmed.StartsWith($"{uri.Scheme}://", StringComparison.OrdinalIgnoreCase)
            && !trimmed.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
        return isAddress ? trimmed : null;
    }
}
