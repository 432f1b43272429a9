using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage;

/// <summary>What those who asked are told where the store threw.</summary>
internal sealed class StoreFaults(IDatabaseEngine engine)
{
    /// <summary>The kind of failure that an exception comes to; null where it is an error of ours.</summary>
    public FailureKind? KindOf(Exception exception) => ExceptionChain.Find<TenantGoneException>(exception) is not null
        ? FailureKind.CredentialUnknown
        : engine.Classify(exception) is DatabaseFault.Unavailable or DatabaseFault.SchemaBehind
            ? FailureKind.Busy
            : null;
}

/// <summary>The tenant was deleted on another host, and is remembered on this one.</summary>
internal sealed class TenantGoneException() : InvalidOperationException("The tenant is gone.");
