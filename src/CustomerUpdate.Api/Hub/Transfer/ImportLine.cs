using System.Text.Json;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>One line of an import: a canonical customer, whole or in part, and what it may bring with it from where it came.</summary>
internal sealed record ImportLine
{
    private const long MaximumVersion = (1L << 53) - 1;

    /// <summary>The customer, a JSON object.</summary>
    public required JsonElement Document { get; init; }

    /// <summary>What it keeps of the customer that it was where it comes from. Instants are cut to the milliseconds that an export shows.</summary>
    public required KeptIdentity Kept { get; init; }

    /// <summary>What is wrong with that.</summary>
    public required ValueList<Problem> Problems { get; init; }

    /// <summary>The id and the references that the line gives, by which it finds its customer.</summary>
    public required IReadOnlyCollection<CustomerKey> Keys { get; init; }

    /// <summary>Reads a line.</summary>
    /// <returns>
    /// Fails with <see cref="FailureKind.Malformed"/>, with <see cref="FailureKind.Invalid"/> where the line is no object, and with
    /// <see cref="FailureKind.TooLarge"/> for more than 1 MiB that no export wrote: those lines have an id and a version.
    /// </returns>
    public static Result<ImportLine> Read(byte[] utf8)
    {
        var isLong = utf8.Length > BoundedBody.Limit;
        if (JsonSyntax.Check(utf8).TryFailure(out var body, out var malformed))
        {
            return isLong ? Failure.Of(FailureKind.TooLarge) : malformed;
        }

        if (body.Root != JsonValueKind.Object)
        {
            return Failure.Invalid([new Problem("", "wrong_type", "must be an object")]);
        }

        var json = JsonElement.Parse(body.Utf8.Span, new JsonDocumentOptions { MaxDepth = JsonSyntax.MaximumDepth });
        var problems = new List<Problem>();
        var root = new ObjectReader(json, "", problems);
        var kept = new KeptIdentity(
            ReadId(root),
            ReadVersion(root),
            root.Instant("createdAt").Or(null).ToMilliseconds(),
            root.Instant("updatedAt").Or(null).ToMilliseconds());
        if (isLong && kept is not { Id: not null, Version: not null })
        {
            return Failure.Of(FailureKind.TooLarge);
        }

        return new ImportLine
        {
            Document = json,
            Kept = kept,
            Problems = [.. problems],
            Keys = [.. ReadReferences(json), .. kept.Id is { } id ? [CustomerKey.Id(id)] : Array.Empty<CustomerKey>()],
        };
    }

    private static Guid? ReadId(ObjectReader root)
    {
        if (root.Text("id").Or(null) is not { } text)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out var id))
        {
            return id;
        }

        root.RefuseMember("id", "invalid_id", "must be a UUID");
        return null;
    }

    // Versions are counted on from it, and read by clients whose numbers are exact so far and no further.
    private static long? ReadVersion(ObjectReader root)
    {
        if (root.Number("version") is not { IsPresent: true, Value: var version })
        {
            return null;
        }

        if (version <= MaximumVersion)
        {
            return version;
        }

        root.RefuseMember("version", "too_large", $"must be at most {MaximumVersion}");
        return null;
    }

    // What is wrong with them is said where the whole customer is read.
    private static IEnumerable<CustomerKey> ReadReferences(JsonElement json) =>
        ReferencesReader.Read(new ObjectReader(json, "", []).Object("references"), [])
            .Select(reference => CustomerKey.Reference(reference.Contract, reference.Value));
}
