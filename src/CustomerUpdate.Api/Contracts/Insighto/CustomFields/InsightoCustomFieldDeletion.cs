using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Takes the definition of a custom field away. The values that contacts have stay.</summary>
internal sealed class InsightoCustomFieldDeletion
    : IInsightoOperation<InsightoCustomFieldDeletion>, IWriteOperation<InsightoCustomFieldDeletion, NoRequest, AttributeDefinition>
{
    public static string Summary => "Delete a custom field";

    public static ValueList<BodyFormat> BodyFormats => [BodyFormat.None];

    public static JsonTypeInfo? BodyType => null;

    public static ValueList<FailureKind> Impossible =>
    [
        FailureKind.Forbidden, FailureKind.UnsupportedMediaType, FailureKind.TooLarge, FailureKind.Malformed, FailureKind.EntryNotFound,
        FailureKind.Taken, FailureKind.PreconditionFailed, FailureKind.PreconditionRequired, FailureKind.OtpRejected,
    ];

    public static IValidator<NoRequest> Validator => NoRequest.Validator;

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Delete,
        $"{InsightoCustomFields.Path}/7e6b1f0c-3d52-4c8e-9a41-5b0f2d7c8e93?{InsightoCredential.Parameter}={subject.Key}",
        []);

    public static Answer Failed(Failure failure, Exchange exchange) => InsightoCustomFields.Failed(failure, exchange);

    // The path points at no customer: this says no more than whether it is an id at all, so that it is refused among the rules.
    public static Result<CustomerKey>? Target(Exchange exchange) => PydanticUuid.TryParse(exchange.Route(InsightoCustomFields.Id), out _)
        ? default(Result<CustomerKey>?)
        : Failure.Invalid([InsightoProblem.OfPath(InsightoCustomFields.Id, exchange.Route(InsightoCustomFields.Id))]);

    public static Result<NoRequest> Parse(RequestBody body) => NoRequest.Instance;

    public static async Task<Result<AttributeDefinition>> WriteAsync(
        ContractWrite<NoRequest, AttributeDefinition> write, CancellationToken cancellationToken) =>
        PydanticUuid.TryParse(write.Exchange.Route(InsightoCustomFields.Id), out var id)
            ? await write.Exchange.Service<IAttributeDefinitions>()
                .DeleteAsync(write.Caller.Tenant.Id, InsightoMapping.Contract, id, write.Terms, cancellationToken)
            : Failure.Of(FailureKind.NotFound);

    public static Answer Done(AttributeDefinition result, NoRequest request, Exchange exchange) =>
        InsightoCustomFields.AnswerOf("Data deleted successfully", result, exchange);

    public static AttributeDefinition Sample(NoRequest request, SampleRequest sample) => InsightoCustomFields.Sample(sample.Customer);
}
