using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// An operation at which anybody may ask: what its caller shows to be let in is part of what it reads, and it looks at that itself. A token
/// endpoint is one.
/// </summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
internal interface IOpenOperation<TSelf> : IOperation<TSelf>
    where TSelf : IOpenOperation<TSelf>
{
    /// <summary>What it does, in a few words, for documents.</summary>
    static abstract string Summary { get; }

    /// <summary>What its query takes, for documents.</summary>
    static virtual ValueList<QueryParameter> Query => [];

    /// <summary>What it reads, for documents.</summary>
    static abstract BodyDescription Body { get; }

    /// <summary>What it can fail with in the contract's words, for documents.</summary>
    static virtual ValueList<FailureKind> Failures => [FailureKind.RateLimited, FailureKind.Busy, FailureKind.Unexpected];

    /// <summary>Answers whoever asks.</summary>
    static abstract Task<Answer> AnswerAsync(Exchange exchange, CancellationToken cancellationToken);

    /// <summary>The answers that are not the contract's words for a failure, for documents.</summary>
    static abstract IEnumerable<NamedAnswer> Samples(SampleRequest sample);
}
