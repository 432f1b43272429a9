using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Defines a custom field. What contacts have in <c>custom_fields</c> is not bound by definitions.</summary>
internal sealed class InsightoCustomFieldCreation
    : IInsightoOperation<InsightoCustomFieldCreation>,
        IWriteOperation<InsightoCustomFieldCreation, InsightoCustomFieldRequest, AttributeDefinition>
{
    public static string Summary => "Define a custom field";

    public static ValueList<Stage> Order => InsightoContract.Order;

    public static ValueList<BodyFormat> BodyFormats => InsightoBodies.Formats;

    public static JsonTypeInfo? BodyType => InsightoJson.Default.InsightoCustomFieldRequest;

    public static ValueList<FailureKind> Impossible =>
    [
        FailureKind.NotFound, FailureKind.EntryNotFound, FailureKind.PreconditionFailed, FailureKind.PreconditionRequired,
        FailureKind.OtpRejected,
    ];

    public static IValidator<InsightoCustomFieldRequest> Validator { get; } = new InsightoCustomFieldRequestValidator();

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Post,
        $"{InsightoCustomFields.Path}?{InsightoCredential.Parameter}={subject.Key}",
        [],
        "application/json",
        $$"""{ "custom_field_name": "plan", "custom_field_type": "String", "org_id": "{{subject.OrganizationId}}" }""");

    public static Answer Failed(Failure failure, Exchange exchange) =>
        InsightoCustomFields.Failed(failure.Kind == FailureKind.Taken ? Failure.Of(FailureKind.Taken) : failure, exchange);

    public static Result<InsightoCustomFieldRequest> Parse(RequestBody body) => InsightoCustomFieldRequest.Parse(body);

    public static async Task<Result<AttributeDefinition>> WriteAsync(
        ContractWrite<InsightoCustomFieldRequest, AttributeDefinition> write, CancellationToken cancellationToken)
    {
        var (tenant, request) = (write.Caller.Tenant, write.Request);
        if (request.OrgId is { IsPresent: true, Value: { } organization } && organization != tenant.OrganizationId)
        {
            return Failure.Of(FailureKind.TenantForeign);
        }

        var name = request.CustomFieldName.Value;
        return await write.Exchange.Service<IAttributeDefinitions>().CreateAsync(
            tenant.Id,
            InsightoMapping.Contract,
            new NewAttributeDefinition(name, name, request.CustomFieldType.Value),
            write.Terms,
            cancellationToken);
    }

    public static Answer Done(AttributeDefinition result, InsightoCustomFieldRequest request, Exchange exchange) =>
        InsightoCustomFields.AnswerOf("Data created successfully", result, exchange);

    public static AttributeDefinition Sample(InsightoCustomFieldRequest request, SampleRequest sample) =>
        InsightoCustomFields.Sample(sample.Customer);
}
