using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// An operation that writes. All but <see cref="JudgeAsync"/> and <see cref="WriteAsync"/> are pure functions of the request. Most operations are one of the kinds that
/// derive from this: <see cref="IUpdateOperation{TSelf, TRequest}"/>, <see cref="ICreateOperation{TSelf, TRequest}"/>,
/// <see cref="IEraseOperation{TSelf}"/>.
/// </summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
/// <typeparam name="TRequest">The wire model of its request; <see cref="NoRequest"/> where it takes no body.</typeparam>
/// <typeparam name="TResult">What a write results in.</typeparam>
internal interface IWriteOperation<TSelf, TRequest, TResult> : IOperation<TSelf>
    where TSelf : IWriteOperation<TSelf, TRequest, TResult>
    where TRequest : class
{
    /// <summary>What it does, in a few words that begin with a verb, for documents and logs.</summary>
    static abstract string Summary { get; }

    /// <summary>The order in which failures show, which is a fact of the contract.</summary>
    static virtual ValueList<Stage> Order => [Stage.Credential, Stage.Body, Stage.Validation];

    /// <summary>Who may ask.</summary>
    static virtual KeyRole Role => KeyRole.Write;

    /// <summary>The bodies it reads, first match first.</summary>
    static abstract ValueList<BodyFormat> BodyFormats { get; }

    /// <summary>The JSON of its bodies, for documents; null where it takes none.</summary>
    static abstract JsonTypeInfo? BodyType { get; }

    /// <summary>The media types that documents name beside JSON, under which the same members are read.</summary>
    static virtual ValueList<string> OtherMediaTypes => [];

    /// <summary>What its query takes, for documents.</summary>
    static virtual ValueList<QueryParameter> Query => [];

    /// <summary>The headers that it takes beside its contract's own, for documents.</summary>
    static virtual ValueList<HeaderParameter> Headers => CommonHeaders.OfWrites;

    /// <summary>The kinds of failure that every write can meet and this one cannot, for documents.</summary>
    static virtual ValueList<FailureKind> Impossible => [];

    /// <summary>The vendor's published limits.</summary>
    static abstract IValidator<TRequest> Validator { get; }

    /// <summary>The customer that the path points at (see <see cref="ICustomerOperation{TSelf}.Locate"/>); null where it points at none.</summary>
    static virtual Result<CustomerKey>? Target(Exchange exchange) => null;

    /// <summary>
    /// The body as the wire model. Fails with <see cref="FailureKind.Invalid"/> where it is not even of the right kind of JSON; members of the
    /// wrong type are the validator's.
    /// </summary>
    static abstract Result<TRequest> Parse(RequestBody body);

    /// <summary>
    /// All that is wrong with a request, where what is stored tells more of that than the validator knows: whoever is refused is told of all at
    /// once. Else what the validator found.
    /// </summary>
    static virtual Task<ValueList<Problem>> JudgeAsync(
        TRequest request, ValueList<Problem> broken, Exchange exchange, CancellationToken cancellationToken) => Task.FromResult(broken);

    /// <summary>Carries out what a valid request asks for.</summary>
    static abstract Task<Result<TResult>> WriteAsync(ContractWrite<TRequest, TResult> write, CancellationToken cancellationToken);

    /// <summary>
    /// What a commit refused, in terms of the request: it counts edits of entries, and knows members by their canonical names. As it is
    /// where the contract has no other words for that.
    /// </summary>
    static virtual Failure Restate(Failure failure, TRequest request) => failure;

    /// <summary>The answer to what was done.</summary>
    static abstract Answer Done(TResult result, TRequest request, Exchange exchange);

    /// <summary>The customer whose version the answer carries as its tag; null where it carries none.</summary>
    static virtual Customer? Tagged(TResult result) => null;

    /// <summary>Logs what came of a request that began at <paramref name="started"/>; null where an answer was given again.</summary>
    static virtual void Log(UpdateLog log, Exchange exchange, Result<TResult>? result, long started) =>
        log.Write(
            TSelf.Description,
            exchange,
            char.ToLowerInvariant(TSelf.Summary[0]) + TSelf.Summary[1..],
            LoggedOutcome.Of(result, done => TSelf.Logged(done, WriteHeaders.AsksForDryRun(exchange.Request))),
            started);

    /// <summary>What the log says of a result.</summary>
    static virtual LoggedOutcome Logged(TResult result, bool isDryRun) => LoggedOutcome.Of(isDryRun) with { Customer = TSelf.Tagged(result) };

    /// <summary>What comes of the example, for documents.</summary>
    static abstract TResult Sample(TRequest request, SampleRequest sample);

    /// <summary>What it answers beside that where all goes well, for documents.</summary>
    static virtual IEnumerable<NamedAnswer> OtherSamples(SampleRequest sample) => [];
}

/// <summary>The request of an operation that takes no body: whatever was sent beside path and headers is not looked at.</summary>
internal sealed record NoRequest
{
    /// <summary>The one there is.</summary>
    public static NoRequest Instance { get; } = new();

    /// <summary>Nothing in it can be wrong.</summary>
    public static IValidator<NoRequest> Validator { get; } = new InlineValidator<NoRequest>();
}
