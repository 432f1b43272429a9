using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>The body that defines a custom field. Other members are ignored.</summary>
internal sealed record InsightoCustomFieldRequest
{
    /// <summary>The type of texts.</summary>
    public const string Text = "String";

    /// <summary>The type of numbers.</summary>
    public const string Number = "Number";

    public Optional<string> CustomFieldName { get; init; }

    public Optional<string> CustomFieldType { get; init; }

    public Optional<Guid?> OrgId { get; init; }

    /// <summary>The whole body.</summary>
    [JsonIgnore]
    public BagValue Body { get; init; }

    /// <summary>The body as a wire model.</summary>
    public static Result<InsightoCustomFieldRequest> Parse(RequestBody body) =>
        InsightoBodies.Parse(body, InsightoJson.Default.InsightoCustomFieldRequest).Match<Result<InsightoCustomFieldRequest>>(
            request => request with { Body = body.Read(InsightoJson.Default.BagValue) }, failure => failure);
}
