using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Http;

/// <summary>A contract that updates a single customer. All but <see cref="Updated"/> are pure functions of the request.</summary>
/// <typeparam name="TSelf">The contract itself.</typeparam>
/// <typeparam name="TRequest">The wire model of its update.</typeparam>
internal interface IUpdateContract<TSelf, TRequest> : IContract<TSelf>
    where TSelf : IUpdateContract<TSelf, TRequest>
    where TRequest : class
{
    /// <summary>The order in which failures show, which is a fact of the contract.</summary>
    static virtual ValueList<Stage> Order => [Stage.Credential, Stage.Body, Stage.Validation];

    /// <summary>The bodies it reads, first match first.</summary>
    static abstract ValueList<BodyFormat> BodyFormats { get; }

    /// <summary>The JSON of its bodies, for documents.</summary>
    static abstract JsonTypeInfo BodyType { get; }

    /// <summary>The media types that documents name beside JSON, under which the same members are read.</summary>
    static virtual ValueList<string> OtherMediaTypes => [];

    /// <summary>The vendor's published limits.</summary>
    static abstract IValidator<TRequest> Validator { get; }

    /// <summary>The names of the canonical fields that it may write; see <see cref="CustomerField"/>.</summary>
    static abstract IReadOnlySet<string> Writable { get; }

    /// <summary>
    /// The body as the wire model. Fails with <see cref="FailureKind.Invalid"/> where it is not even of the right kind of JSON; members of the
    /// wrong type are the validator's.
    /// </summary>
    static abstract Result<TRequest> Parse(RequestBody body);

    /// <summary>The change that a valid request asks for.</summary>
    static abstract CustomerChange Map(TRequest request);

    /// <summary>The one-time password that came with the request, or null.</summary>
    static virtual string? Otp(TRequest request, Exchange exchange) => exchange.OneTimePassword;

    /// <summary>
    /// What a commit refused, in terms of the request: it counts edits of entries, and knows members by their canonical names. As it is
    /// where the contract has no other words for that.
    /// </summary>
    static virtual Failure Restate(Failure failure, TRequest request) => failure;

    /// <summary>The answer to an update that was committed.</summary>
    static abstract Answer Updated(Customer customer, TRequest request, Exchange exchange);
}
