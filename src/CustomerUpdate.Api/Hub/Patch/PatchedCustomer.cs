using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Reads what a patch made of a canonical customer. Only what it said is read (<see cref="CustomerDifference"/>), over what is stored: a member
/// that it left alone stays to the byte, whatever another contract put there.
/// </summary>
internal static class PatchedCustomer
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document that patches apply to.</summary>
    public static JsonObject CanonicalOf(Customer customer) =>
        (JsonObject)JsonSerializer.SerializeToNode(HubMapping.ToCanonical(customer), HubJson.Default.HubCustomer)!;

    /// <summary>The profile that the patched document asks for.</summary>
    /// <param name="canonical">The document that the patch applied to.</param>
    /// <param name="patched">What it made of that.</param>
    /// <param name="written">Where it wrote.</param>
    /// <param name="stored">What is stored.</param>
    /// <param name="context">What applying needs to know.</param>
    /// <returns>Failures: those of <see cref="HubCustomerReader"/>, and what could not have been sent either: too large, too deep.</returns>
    public static Result<Profile> Read(JsonObject canonical, JsonNode? patched, WrittenPlaces written, Profile stored, ApplyContext context)
    {
        var difference = patched is JsonObject customer ? CustomerDifference.Between(canonical, customer, written) : null;
        var bytes = Write(difference?.Said ?? patched);
        if (bytes.Length > ProfileSize.Limit)
        {
            return Failure.Of(FailureKind.TooLarge);
        }

        if (JsonSyntax.Check(bytes).TryFailure(out var readable, out var unreadable))
        {
            return unreadable;
        }

        using var document = JsonDocument.Parse(readable.Utf8);
        return HubCustomerReader.Read(document.RootElement, stored, context, edited: difference?.Edited);
    }

    private static byte[] Write(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Relaxed);
        if (node is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            node.WriteTo(writer);
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
