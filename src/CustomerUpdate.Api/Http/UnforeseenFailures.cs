using System.Data.Common;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>Says with which failure a request is answered that an exception ended.</summary>
/// <param name="ofStore">The failure that an exception out of the store comes to; null where the store knows nothing of it.</param>
internal sealed class UnforeseenFailures(Func<Exception, FailureKind?> ofStore)
{
    /// <summary>The kind of failure; <see cref="FailureKind.Unexpected"/> for what nobody knows.</summary>
    public FailureKind KindOf(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => FailureKind.TooLarge,
        BadHttpRequestException => FailureKind.Malformed,
        _ when IsTransient(exception) => FailureKind.Busy,
        _ => ofStore(exception) ?? FailureKind.Unexpected,
    };

    // The database cannot be reached, or takes no more connections: that passes, and the same request may be sent again.
    private static bool IsTransient(Exception? exception) =>
        exception is not null && (exception is DbException { IsTransient: true } or TimeoutException || IsTransient(exception.InnerException));
}
