using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>
/// Quentli: create a customer.
/// https://docs.quentli.com/api-guide/customers/create-customer
/// </summary>
internal sealed class QuentliCreate : IQuentliOperation<QuentliCreate>, ICreateOperation<QuentliCreate, QuentliCreateRequest>
{
    public static ValueList<BodyFormat> BodyFormats => QuentliContract.BodyFormats;

    public static JsonTypeInfo? BodyType => QuentliJson.Default.QuentliCreateRequest;

    public static IValidator<QuentliCreateRequest> Validator { get; } = new QuentliCreateValidator();

    public static IReadOnlySet<string> Writable => QuentliContract.Writable;

    public static RequestExample Example(ExampleSubject subject) => QuentliContract.Example(subject) with
    {
        Method = HttpMethods.Post,
        Path = QuentliContract.Path,
        Body = QuentliExample.NewCustomer,
    };

    public static Result<QuentliCreateRequest> Parse(RequestBody body) => QuentliCreateRequest.Parse(body);

    public static ICustomerChange Map(QuentliCreateRequest request, Exchange exchange) =>
        QuentliMapping.ToChange(request.Input.Value!.ToData());

    // Clients look for the id under "customer", and for any status that is a success.
    public static Answer Created(Customer customer, QuentliCreateRequest request, Exchange exchange) =>
        QuentliContract.Written(customer, exchange) with { Status = StatusCodes.Status201Created };

    // What only the commit found too long comes under its canonical name, and stands elsewhere than in an update.
    public static Failure Restate(Failure failure, QuentliCreateRequest request) =>
        failure with { Problems = [.. failure.Problems.Select(problem => problem with { Path = PathOf(problem.Path) })] };

    private static string PathOf(string path) => path switch
    {
        CustomerKey.EmailKind => "input.email",
        CustomerKey.PhoneKind => "input.phoneNumber",
        CustomerKey.UsernameKind => "input.username",
        _ => path,
    };
}
