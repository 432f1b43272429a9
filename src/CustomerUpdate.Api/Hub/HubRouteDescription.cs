using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// What documents say of one of the hub's routes: its words, and the wire models that it reads and writes. What can go wrong follows from
/// these, and is said in the hub's own words.
/// </summary>
/// <param name="Summary">What it does.</param>
internal sealed record HubRouteDescription(string Summary)
{
    private const string Tag = "ETag";

    /// <summary>The status when all went well.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>The answer then; null where there is none, or where it is one of the following.</summary>
    public JsonTypeInfo? Answer { get; init; }

    /// <summary>Whether the answer is the canonical customer.</summary>
    public bool ShowsCustomer { get; init; }

    /// <summary>Whether the answer is what one of the contracts shows.</summary>
    public bool ShowsLens { get; init; }

    /// <summary>Whether the answer is a customer or a result a line.</summary>
    public bool ShowsLines { get; init; }

    /// <summary>What it reads; null where it reads nothing.</summary>
    public BodyDescription? Body { get; init; }

    /// <summary>The headers that it takes.</summary>
    public ValueList<HeaderParameter> Headers { get; init; } = [];

    /// <summary>The parameters of its query.</summary>
    public ValueList<QueryParameter> Query { get; init; } = [];

    /// <summary>The parameters of its path that take a few words only.</summary>
    public ValueList<PathParameter> Path { get; init; } = [];

    /// <summary>Further headers of its answers, by status.</summary>
    public ValueList<SentHeader> Sends { get; init; } = [];

    /// <summary>What can go wrong on this route alone.</summary>
    public ValueList<FailureKind> Also { get; init; } = [];

    /// <summary>The same for every contract's documents.</summary>
    /// <param name="isRead">Whether it only reads.</param>
    public RouteDescription ToRoute(bool isRead) =>
        new(Summary, Body, [.. Headers, CommonHeaders.RequestId], sample => Successes(sample).Concat(Kinds(isRead).Select(kind => Refused(kind, sample))).Select(WithSent));

    private NamedAnswer WithSent(NamedAnswer named) => named with
    {
        Answer = Sends.Where(header => header.Status == named.Answer.Status)
            .Aggregate(named.Answer, (answer, header) => answer.With(header.Name, "")),
    };

    private static NamedAnswer Refused(FailureKind kind, SampleRequest sample)
    {
        var failure = FailureSamples.Of(kind, sample.Customer);
        return new(kind.ToString(), HubErrors.ToAnswer(failure).WithRetryAfter(failure));
    }

    private IEnumerable<NamedAnswer> Successes(SampleRequest sample)
    {
        if (Headers.Contains(CommonHeaders.IfNoneMatch))
        {
            yield return new("NotModified", new Answer(StatusCodes.Status304NotModified).With(Tag, ""));
        }

        if (ShowsLens)
        {
            foreach (var contract in ContractCatalog.All)
            {
                yield return new(contract.Description.Name, contract.Lens(sample.Customer, sample.Exchange).With(Tag, ""));
            }
        }
        else if (ShowsCustomer)
        {
            yield return new("Done", HubCustomerAnswer.Of(Status, sample.Customer));
        }
        else
        {
            var type = ShowsLines ? HubTransfers.Ndjson : Answer is null ? null : Http.Answer.Json;
            yield return new("Done", new Answer(Status) { ContentType = type, Shape = Answer });
        }
    }

    private IEnumerable<FailureKind> Kinds(bool isRead)
    {
        FailureKind[] always =
        [
            FailureKind.CredentialMissing, FailureKind.CredentialUnknown, FailureKind.Forbidden, FailureKind.NotFound,
            FailureKind.RateLimited, FailureKind.Busy, FailureKind.Unexpected,
        ];
        FailureKind[] ofQueries = Query.Count > 0 || !isRead ? [FailureKind.Invalid] : [];
        FailureKind[] ofWrites = isRead ? [] : [FailureKind.ReadOnlyKey, FailureKind.HeaderInvalid];
        FailureKind[] ofCustomers = ShowsCustomer && !isRead ? [FailureKind.Taken] : [];
        FailureKind[] ofBodies = Body is null && (isRead || !ShowsLines)
            ? []
            : [FailureKind.UnsupportedMediaType, FailureKind.TooLarge, FailureKind.Malformed];
        FailureKind[] ofRepeats = Headers.Contains(CommonHeaders.IdempotencyKey)
            ? [FailureKind.IdempotencyKeyReused, FailureKind.RequestInProgress]
            : [];
        FailureKind[] ofUpdates = Headers.Contains(CommonHeaders.IfMatch) ? [FailureKind.PreconditionFailed, FailureKind.PreconditionRequired] : [];
        return [.. always, .. ofQueries, .. ofWrites, .. ofCustomers, .. ofBodies, .. ofRepeats, .. ofUpdates, .. Also];
    }
}

/// <summary>A header of a route's answers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">The status that it comes with.</param>
internal sealed record SentHeader(string Name, int Status);
