using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Deletes several contacts, all of them or none.</summary>
internal sealed class InsightoDeletion : IInsightoOperation<InsightoDeletion>, IWriteOperation<InsightoDeletion, InsightoContactIds, int>
{
    public static string Summary => "Delete several contacts";

    public static ValueList<Stage> Order => InsightoContract.Order;

    public static ValueList<BodyFormat> BodyFormats => InsightoBodies.Formats;

    public static JsonTypeInfo? BodyType => InsightoJson.Default.InsightoContactIds;

    public static ValueList<HeaderParameter> Headers => [CommonHeaders.IfMatch, .. CommonHeaders.OfWrites];

    public static ValueList<FailureKind> Impossible => [FailureKind.Forbidden, FailureKind.EntryNotFound, FailureKind.Taken, FailureKind.OtpRejected];

    public static IValidator<InsightoContactIds> Validator { get; } = new InsightoContactIdsValidator();

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Delete,
        $"/api/v1/contact/multiple?{InsightoCredential.Parameter}={subject.Key}",
        [],
        "application/json",
        $$"""{ "contact_ids": ["{{subject.Reference}}"] }""");

    public static Result<InsightoContactIds> Parse(RequestBody body) => InsightoContactIds.Parse(body);

    public static Task<Result<int>> WriteAsync(ContractWrite<InsightoContactIds, int> write, CancellationToken cancellationToken)
    {
        var command = new CustomersErasureCommand(write.Caller, [.. write.Request.Targets], write.Exchange.RequestId)
        {
            Precondition = write.Precondition,
            Terms = write.Terms,
        };
        return write.Exchange.Service<ICustomerErasures>().EraseTogetherAsync(command, cancellationToken);
    }

    public static Answer Done(int result, InsightoContactIds request, Exchange exchange) => InsightoAnswer.Deleted();

    public static int Sample(InsightoContactIds request, SampleRequest sample) => 1;
}
