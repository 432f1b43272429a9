using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Documents;

/// <summary>
/// The <c>changes</c> column: an array of <c>field</c>, <c>before</c> and <c>after</c>, values as the canonical customer shows them. Only
/// what <see cref="CustomerField"/> reads can get here, and it does not read passwords.
/// </summary>
internal static class ChangesJson
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document of changes.</summary>
    public static string Write(IEnumerable<FieldChange> changes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartArray();
            foreach (var change in changes)
            {
                writer.WriteStartObject();
                writer.WriteString("field", change.Field);
                Write(writer, "before", Shown(change.Field, change.Before));
                Write(writer, "after", Shown(change.Field, change.After));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The names of the canonical fields that a document is about.</summary>
    public static IEnumerable<string> FieldsOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(change => change.GetProperty("field").GetString()!.Split('/')[1])];
    }

    // Websites are the entries that have no type.
    private static object? Shown(string field, object? value) =>
        field == "/websites" && value is ValueList<Entry> websites ? websites.Select(entry => new Website(entry.Id, entry.Value)).ToValueList() : value;

    private static void Write(Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case DateTimeOffset instant:
                writer.WriteStringValue(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
                break;
            case BagValue any:
                writer.WriteRawValue(any.Json, skipInputValidation: true);
                break;
            case ValueMap<BagValue> bag:
                WriteObject(writer, bag.Select(member => (member.Key, (object?)member.Value)));
                break;
            case ValueList<string> texts:
                WriteArray(writer, texts);
                break;
            case ValueList<Entry> entries:
                WriteArray(writer, entries);
                break;
            case ValueList<Website> websites:
                WriteArray(writer, websites);
                break;
            case ValueList<Reference> references:
                WriteArray(writer, references);
                break;
            default:
                WriteObject(writer, Members(value));
                break;
        }
    }

    private static IEnumerable<(string Name, object? Value)> Members(object value) => value switch
    {
        Website website => [("id", website.Id), ("value", website.Value)],
        Entry entry => [("id", entry.Id), ("type", entry.Type), ("value", entry.Value)], // without the key, which nobody wrote
        Reference reference => [("contract", reference.Contract), ("value", reference.Value)],
        Address address =>
        [
            ("lines", address.Lines), ("city", address.City), ("state", address.State),
            ("postalCode", address.PostalCode), ("country", address.Country),
        ],
        Consent consent =>
        [
            ("acceptedServiceAgreement", consent.AcceptedServiceAgreement), ("tosIp", consent.TosIp), ("signature", consent.Signature),
            ("signatureAcceptedAt", consent.SignatureAcceptedAt), ("optedOutWhatsappAt", consent.OptedOutWhatsappAt),
            ("optedInWhatsappAt", consent.OptedInWhatsappAt), ("startedWhatsappAt", consent.StartedWhatsappAt),
        ],
        Verification verification =>
        [
            ("emailVerified", verification.EmailVerified), ("phoneNumberVerified", verification.PhoneNumberVerified),
            ("hasChangedPassword", verification.HasChangedPassword),
        ],
        _ => throw new NotSupportedException($"History does not know how to write a {value.GetType().Name}."),
    };

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<(string Name, object? Value)> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            Write(writer, name, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, IEnumerable<T> items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private sealed record Website(long Id, string Value);
}
