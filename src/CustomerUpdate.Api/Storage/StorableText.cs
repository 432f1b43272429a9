namespace CustomerUpdate.Api.Storage;

/// <summary>What text a database can hold.</summary>
internal static class StorableText
{
    /// <summary>
    /// Whether PostgreSQL can hold a text. It refuses U+0000 and lone surrogates even in a comparison, so that what a path or a header
    /// may carry is looked at before it is looked for.
    /// </summary>
    public static bool IsStorable(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (rest[0] == '\0' || System.Text.Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }
}
