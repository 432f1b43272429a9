using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Http;

/// <summary>An operation that erases a single customer. It results in the version that was erased.</summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
internal interface IEraseOperation<TSelf> : ICustomerOperation<TSelf>, IWriteOperation<TSelf, NoRequest, long>
    where TSelf : IEraseOperation<TSelf>
{
    static string IWriteOperation<TSelf, NoRequest, long>.Summary => "Erase a customer";

    static ValueList<HeaderParameter> IWriteOperation<TSelf, NoRequest, long>.Headers => [CommonHeaders.IfMatch, .. CommonHeaders.OfWrites];

    static ValueList<FailureKind> IWriteOperation<TSelf, NoRequest, long>.Impossible =>
    [
        FailureKind.Forbidden, FailureKind.UnsupportedMediaType, FailureKind.TooLarge, FailureKind.Malformed, FailureKind.EntryNotFound,
        FailureKind.Taken, FailureKind.OtpRejected,
    ];

    static ValueList<BodyFormat> IWriteOperation<TSelf, NoRequest, long>.BodyFormats => [BodyFormat.None];

    static JsonTypeInfo? IWriteOperation<TSelf, NoRequest, long>.BodyType => null;

    static IValidator<NoRequest> IWriteOperation<TSelf, NoRequest, long>.Validator => NoRequest.Validator;

    static Result<CustomerKey>? IWriteOperation<TSelf, NoRequest, long>.Target(Exchange exchange) => TSelf.Locate(exchange);

    static Result<NoRequest> IWriteOperation<TSelf, NoRequest, long>.Parse(RequestBody body) => NoRequest.Instance;

    static Task<Result<long>> IWriteOperation<TSelf, NoRequest, long>.WriteAsync(
        ContractWrite<NoRequest, long> write, CancellationToken cancellationToken) => write.EraseAsync(cancellationToken);

    /// <summary>The answer once the customer is gone.</summary>
    static abstract Answer Erased(Exchange exchange);

    static Answer IWriteOperation<TSelf, NoRequest, long>.Done(long result, NoRequest request, Exchange exchange) => TSelf.Erased(exchange);

    static long IWriteOperation<TSelf, NoRequest, long>.Sample(NoRequest request, SampleRequest sample) => sample.Customer.Version;
}
