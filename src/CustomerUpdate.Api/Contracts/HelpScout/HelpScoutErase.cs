using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Erases a customer for good. It is done at once either way: a client that asked to have it done later (<c>async=true</c>) is told 202,
/// as it expects.
/// </summary>
internal sealed class HelpScoutErase : IHelpScoutOperation<HelpScoutErase>, IEraseOperation<HelpScoutErase>
{
    private const string Async = "async";

    private static readonly string[] Flags = ["true", "false"];

    public static ValueList<QueryParameter> Query { get; } =
        [new(Async, "true: answer 202 and not 204. Either way the customer is gone when the answer comes.")];

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Delete, $"/v2/customers/{subject.Reference}", [new("Authorization", $"Bearer {subject.Key}")]);

    // A flag that is none of both is reported like the body of an update that breaks a rule.
    public static Result<CustomerKey> Locate(Exchange exchange) =>
        FlagOf(exchange) is { Length: > 0 } flag && !Flags.Contains(flag)
            ? Failure.Invalid([HelpScoutProblem.NotOneOf(Async, Flags, flag)])
            : HelpScoutContract.Locate(exchange);

    public static Answer Erased(Exchange exchange) => Erased(FlagOf(exchange) == "true", exchange);

    public static IEnumerable<NamedAnswer> OtherSamples(SampleRequest sample)
    {
        yield return new("Accepted", Erased(isAsync: true, sample.Exchange));
    }

    private static string FlagOf(Exchange exchange) => exchange.Request.Query[Async].ToString();

    private static Answer Erased(bool isAsync, Exchange exchange) =>
        new Answer(isAsync ? StatusCodes.Status202Accepted : StatusCodes.Status204NoContent).Label(HelpScoutHeaders.LogRefOf(exchange));
}
