using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>The body of an update, Insighto's <c>IContactUpdate</c>. Other members are ignored, as Pydantic's models do by default.</summary>
internal sealed record InsightoRequest
{
    public Optional<string?> FirstName { get; init; }

    public Optional<string?> LastName { get; init; }

    public Optional<string?> Email { get; init; }

    public Optional<ValueMap<BagValue>> Channels { get; init; }

    public Optional<ValueMap<BagValue>> UserAttributes { get; init; }

    public Optional<DateTimeOffset?> LastSeen { get; init; }

    public Optional<DateTimeOffset?> LastSent { get; init; }

    public Optional<Guid?> OrgId { get; init; }

    public Optional<Guid?> FirstAssistantId { get; init; }

    public Optional<Guid?> LastAssistantId { get; init; }

    public Optional<Guid?> FirstWidgetId { get; init; }

    public Optional<Guid?> LastWidgetId { get; init; }

    public Optional<ValueMap<BagValue>> CustomFields { get; init; }

    /// <summary>The body as a wire model; anything but an object is invalid.</summary>
    public static Result<InsightoRequest> Parse(RequestBody body) => InsightoBodies.Parse(body, InsightoJson.Default.InsightoRequest);
}
