using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>The body of a deletion of several contacts.</summary>
internal sealed record InsightoContactIds
{
    /// <summary>Their ids, whatever was sent as such.</summary>
    public Optional<ValueList<BagValue>> ContactIds { get; init; }

    /// <summary>The whole body.</summary>
    [JsonIgnore]
    public BagValue Body { get; init; }

    /// <summary>The contacts, of a body in which nothing is wrong.</summary>
    [JsonIgnore]
    public IEnumerable<CustomerKey> Targets =>
        from id in ContactIds.Value
        where PydanticUuid.TryParse(id.Text, out _)
        select CustomerKey.Reference(InsightoMapping.Contract, Canonical(id.Text));

    /// <summary>The body as a wire model.</summary>
    public static Result<InsightoContactIds> Parse(RequestBody body) =>
        InsightoBodies.Parse(body, InsightoJson.Default.InsightoContactIds).Match<Result<InsightoContactIds>>(
            request => request with { Body = body.Read(InsightoJson.Default.BagValue) }, failure => failure);

    private static string Canonical(string id) => PydanticUuid.TryParse(id, out var uuid) ? PydanticUuid.Write(uuid) : id;
}
