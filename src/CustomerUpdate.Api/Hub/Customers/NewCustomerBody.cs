using System.Text.Json;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>Reads the request to make a customer: a canonical customer, every member of which is optional.</summary>
internal static class NewCustomerBody
{
    private static readonly ValueList<BodyFormat> Formats = [BodyFormat.Json("application/json")];

    /// <summary>The change that makes the customer of an empty profile.</summary>
    public static async Task<Result<ProfileRewrite>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((await BodyFormat.ReadAsync(Formats, request, cancellationToken)).TryFailure(out var body, out var unreadable))
        {
            return unreadable;
        }

        if (body.Root == JsonValueKind.Undefined)
        {
            return Failure.Of(FailureKind.Malformed);
        }

        using var parsed = JsonDocument.Parse(body.Utf8);
        var document = parsed.RootElement.Clone();
        return new ProfileRewrite(MostEntryIdsNeeded(document), (empty, context) => HubCustomerReader.Read(document, empty, context));
    }

    // One for each entry that may lack one, one for each that may have been given an id that comes up, and three for the contact points.
    private static int MostEntryIdsNeeded(JsonElement document)
    {
        var entries = document.ValueKind != JsonValueKind.Object ? 0 : document.EnumerateObject()
            .Where(member => member.Value.ValueKind == JsonValueKind.Array).Sum(member => member.Value.GetArrayLength());
        return entries + 3;
    }
}
