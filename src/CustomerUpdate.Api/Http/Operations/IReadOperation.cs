using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>An operation that reads something else than a single customer: lists, searches, settings.</summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
internal interface IReadOperation<TSelf> : IOperation<TSelf>
    where TSelf : IReadOperation<TSelf>
{
    /// <summary>What it does, in a few words, for documents.</summary>
    static abstract string Summary { get; }

    /// <summary>What its query takes, for documents.</summary>
    static virtual ValueList<QueryParameter> Query => [];

    /// <summary>What it reads, for documents; null where it reads no body.</summary>
    static virtual BodyDescription? Body => null;

    /// <summary>Who may ask.</summary>
    static virtual KeyRole Role => KeyRole.Read;

    /// <summary>Whether it is one of the searches of which the contract allows a tenant so many in a minute, whichever keys ask.</summary>
    static virtual bool CountsAsSearch => false;

    /// <summary>What it can fail with, beside what every read can; for documents.</summary>
    static virtual ValueList<FailureKind> Failures => [];

    /// <summary>Answers a caller who has been let in.</summary>
    static abstract Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken);

    /// <summary>The answers that are no failures, and those failures that need details; for documents.</summary>
    static abstract IEnumerable<NamedAnswer> Samples(SampleRequest sample);
}
