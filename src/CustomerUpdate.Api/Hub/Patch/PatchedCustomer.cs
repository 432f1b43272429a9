using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Reads what a patch made of a canonical customer. Only what it changed is read, over what is stored: a member that it left alone stays to
/// the byte, whatever another contract put there, and one that it took away gets the value that it has on a customer of whom nothing is known.
/// </summary>
internal static class PatchedCustomer
{
    // Their members are the contract's, and absent ones stay; those of other objects are the tenant's, which are replaced whole.
    private static readonly HashSet<string> FixedShapes = ["address", "consent", "verification", "vendor", "references"];

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonObject Defaults = CanonicalOf(new Customer
    {
        TenantId = default,
        Id = default,
        Version = 0,
        CreatedAt = default,
        UpdatedAt = default,
        Profile = new Profile(),
    });

    /// <summary>The document that patches apply to.</summary>
    public static JsonObject CanonicalOf(Customer customer) =>
        (JsonObject)JsonSerializer.SerializeToNode(HubMapping.ToCanonical(customer), HubJson.Default.HubCustomer)!;

    /// <summary>The profile that the patched document asks for.</summary>
    /// <returns>Failures: those of <see cref="HubCustomerReader"/>, and what could not have been sent either: too large, too deep.</returns>
    public static Result<Profile> Read(JsonObject canonical, JsonNode? patched, Profile stored, ApplyContext context)
    {
        var changed = patched is JsonObject customer ? Difference(canonical, customer, Defaults, isRoot: true) : patched;
        var bytes = Write(changed);
        if (bytes.Length > BoundedBody.Limit)
        {
            return Failure.Of(FailureKind.TooLarge);
        }

        if (JsonSyntax.Check(bytes).TryFailure(out var readable, out var unreadable))
        {
            return unreadable;
        }

        using var document = JsonDocument.Parse(readable.Utf8);
        return HubCustomerReader.Read(document.RootElement, stored, context);
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

    private static JsonObject Difference(JsonObject before, JsonObject after, JsonObject? defaults, bool isRoot)
    {
        var changed = new JsonObject();
        foreach (var (name, value) in after)
        {
            var was = before[name];
            if (was is JsonObject old && value is JsonObject now && (!isRoot || FixedShapes.Contains(name)))
            {
                var inside = Difference(old, now, defaults?[name] as JsonObject, isRoot: false);
                if (inside.Count > 0)
                {
                    changed[name] = inside;
                }
            }
            else if (!before.ContainsKey(name) || !JsonNode.DeepEquals(was, value))
            {
                changed[name] = value?.DeepClone();
            }
        }

        foreach (var (name, _) in before.Where(member => !after.ContainsKey(member.Key)))
        {
            changed[name] = defaults?[name]?.DeepClone();
        }

        return changed;
    }
}
