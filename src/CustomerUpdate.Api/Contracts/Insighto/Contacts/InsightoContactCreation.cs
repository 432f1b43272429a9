using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Makes a contact of the members that an update takes. No published page has it; a client of the vendor's partners sends it.</summary>
internal sealed class InsightoContactCreation
    : IInsightoOperation<InsightoContactCreation>, ICreateOperation<InsightoContactCreation, InsightoRequest>
{
    public static string Summary => "Create a contact";

    public static ValueList<Stage> Order => InsightoContract.Order;

    public static ValueList<BodyFormat> BodyFormats => InsightoBodies.Formats;

    public static JsonTypeInfo? BodyType => InsightoJson.Default.InsightoRequest;

    public static IValidator<InsightoRequest> Validator => InsightoContract.Validator;

    public static IReadOnlySet<string> Writable => InsightoContract.Writable;

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Post,
        $"/api/v1/contact?{InsightoCredential.Parameter}={subject.Key}",
        [],
        "application/json",
        InsightoExample.NewContact(subject.OrganizationId));

    public static Result<InsightoRequest> Parse(RequestBody body) => InsightoRequest.Parse(body);

    public static ICustomerChange Map(InsightoRequest request, Exchange exchange) => InsightoMapping.ToChange(request);

    public static Failure Restate(Failure failure, InsightoRequest request) => InsightoErrors.ForeignOrganization(failure);

    public static Answer Created(Customer customer, InsightoRequest request, Exchange exchange) =>
        InsightoAnswer.OfContact("Data created successfully", InsightoMapping.ToItem(customer, exchange.Caller!.Tenant.OrganizationId));
}
