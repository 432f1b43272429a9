using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// What is malformed in every contract: broken JSON, invalid UTF-8, more than 64 levels, a name twice in one object, and text or numbers
/// that PostgreSQL cannot hold (U+0000, lone surrogates, numbers outside <see cref="decimal"/>, the too small ones among them).
/// </summary>
internal static class JsonSyntax
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MaximumDepth = 64;

    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = MaximumDepth, AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The body, or <see cref="FailureKind.Malformed"/> with the place where it stopped making sense.</summary>
    public static Result<RequestBody> Check(byte[] bytes)
    {
        var utf8 = bytes.AsMemory(bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return RequestBody.None;
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            return Failure.Of(FailureKind.Malformed) with { Offset = FindInvalid(utf8.Span) };
        }

        try
        {
            // Texts first: comparing the names of members, which finds duplicates, stumbles over names that are no text.
            if (FindUnstorable(utf8.Span) is { } offset)
            {
                return Failure.Of(FailureKind.Malformed) with { Offset = offset };
            }

            using var document = JsonDocument.Parse(utf8, DocumentOptions);
            return new RequestBody(utf8, document.RootElement.ValueKind);
        }
        catch (JsonException broken)
        {
            // Duplicates are the one fault that the framework reports without its place.
            if (broken.LineNumber is null && RepeatedNames.Find(utf8.Span) is { } twice)
            {
                return Failure.Of(FailureKind.Malformed) with { Offset = twice.Offset, RepeatedName = twice.Name };
            }

            return Failure.Of(FailureKind.Malformed) with { Offset = OffsetOf(broken, utf8.Span) };
        }
    }

    private static int FindInvalid(ReadOnlySpan<byte> utf8)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(utf8[offset..], out _, out var length) == OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }

    private static long? FindUnstorable(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth });
        while (reader.Read())
        {
            var storable = reader.TokenType switch
            {
                JsonTokenType.String or JsonTokenType.PropertyName => !reader.ValueIsEscaped || IsStorableText(ref reader),
                JsonTokenType.Number => IsStorableNumber(ref reader),
                _ => true,
            };
            if (!storable)
            {
                return reader.TokenStartIndex;
            }
        }

        return null;
    }

    // A number that is too small reads as zero, and would come back as one.
    private static bool IsStorableNumber(ref Utf8JsonReader reader) =>
        reader.TryGetDecimal(out var value) && (value != 0 || !HasDigits(reader.ValueSpan));

    private static bool HasDigits(ReadOnlySpan<byte> number)
    {
        var exponent = number.IndexOfAny("eE"u8);
        return (exponent < 0 ? number : number[..exponent]).ContainsAnyInRange((byte)'1', (byte)'9');
    }

    // Only an escape can bring in what valid UTF-8 and JSON's grammar keep out.
    private static bool IsStorableText(ref Utf8JsonReader reader)
    {
        try
        {
            return !reader.GetString()!.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return false; // a lone surrogate
        }
    }

    private static long OffsetOf(JsonException broken, ReadOnlySpan<byte> utf8)
    {
        var start = 0;
        for (var line = broken.LineNumber ?? 0; line > 0; line--)
        {
            start += utf8[start..].IndexOf((byte)'\n') + 1;
        }

        return start + (broken.BytePositionInLine ?? 0);
    }
}
