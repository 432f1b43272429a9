using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Http;

/// <summary>An operation that updates a single customer.</summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
/// <typeparam name="TRequest">The wire model of its request.</typeparam>
internal interface IUpdateOperation<TSelf, TRequest> : ICustomerOperation<TSelf>, IWriteOperation<TSelf, TRequest, UpdatedCustomer>
    where TSelf : IUpdateOperation<TSelf, TRequest>
    where TRequest : class
{
    static string IWriteOperation<TSelf, TRequest, UpdatedCustomer>.Summary => "Update one customer";

    static ValueList<HeaderParameter> IWriteOperation<TSelf, TRequest, UpdatedCustomer>.Headers => CommonHeaders.OfUpdates;

    /// <summary>The names of the canonical fields that it may write; see <see cref="CustomerField"/>.</summary>
    static abstract IReadOnlySet<string> Writable { get; }

    /// <summary>The change that a valid request asks for.</summary>
    static abstract ICustomerChange Map(TRequest request, Exchange exchange);

    /// <summary>The one-time password that came with the request, or null.</summary>
    static virtual string? Otp(TRequest request, Exchange exchange) => exchange.OneTimePassword;

    /// <summary>The answer to an update that was committed.</summary>
    static abstract Answer Updated(Customer customer, TRequest request, Exchange exchange);

    static Result<CustomerKey>? IWriteOperation<TSelf, TRequest, UpdatedCustomer>.Target(Exchange exchange) => TSelf.Locate(exchange);

    static Task<Result<UpdatedCustomer>> IWriteOperation<TSelf, TRequest, UpdatedCustomer>.WriteAsync(
        ContractWrite<TRequest, UpdatedCustomer> write, CancellationToken cancellationToken) =>
        write.UpdateAsync(
            TSelf.Map(write.Request, write.Exchange), TSelf.Otp(write.Request, write.Exchange), TSelf.Writable, cancellationToken);

    static Answer IWriteOperation<TSelf, TRequest, UpdatedCustomer>.Done(UpdatedCustomer result, TRequest request, Exchange exchange) =>
        TSelf.Updated(result.Customer, request, exchange);

    static Customer? IWriteOperation<TSelf, TRequest, UpdatedCustomer>.Tagged(UpdatedCustomer result) => result.Customer;

    static void IWriteOperation<TSelf, TRequest, UpdatedCustomer>.Log(
        UpdateLog log, Exchange exchange, Result<UpdatedCustomer>? result, long started) => log.Write(TSelf.Description, exchange, result, started);

    static UpdatedCustomer IWriteOperation<TSelf, TRequest, UpdatedCustomer>.Sample(TRequest request, SampleRequest sample) =>
        new(sample.Update(TSelf.Map(request, sample.Exchange)), []);
}

/// <summary>An operation that updates a single customer by its path and method alone.</summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
internal interface IBodilessUpdateOperation<TSelf> : IUpdateOperation<TSelf, NoRequest>
    where TSelf : IBodilessUpdateOperation<TSelf>
{
    static ValueList<BodyFormat> IWriteOperation<TSelf, NoRequest, UpdatedCustomer>.BodyFormats => [BodyFormat.None];

    static JsonTypeInfo? IWriteOperation<TSelf, NoRequest, UpdatedCustomer>.BodyType => null;

    static IValidator<NoRequest> IWriteOperation<TSelf, NoRequest, UpdatedCustomer>.Validator => NoRequest.Validator;

    static Result<NoRequest> IWriteOperation<TSelf, NoRequest, UpdatedCustomer>.Parse(RequestBody body) => NoRequest.Instance;
}
