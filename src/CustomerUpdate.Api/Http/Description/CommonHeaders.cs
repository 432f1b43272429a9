using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Http;

/// <summary>The headers that every contract's routes take, as documents show them.</summary>
internal static class CommonHeaders
{
    /// <summary>Of every route.</summary>
    public static HeaderParameter RequestId { get; } = new(
        RequestIds.Header, "A name for this request in answer, history and logs: up to 128 visible characters. One is made where it is missing.");

    /// <summary>Of reads.</summary>
    public static HeaderParameter IfNoneMatch { get; } = new(
        "If-None-Match", "The ETag of the customer as you have it: 304 without a body where that is still the current one.");

    /// <summary>Of updates.</summary>
    public static HeaderParameter IfMatch { get; } = new(
        "If-Match", "The ETag of the customer that you have read, through whichever contract: 412, and nothing is written, where it has changed since.");

    /// <summary>Of writes.</summary>
    public static HeaderParameter IdempotencyKey { get; } = new(
        "Idempotency-Key", "1 to 255 visible characters. The same key with the same body again is answered with the first answer, and nothing is written twice.");

    /// <summary>Of writes.</summary>
    public static HeaderParameter Prefer { get; } = new("Prefer", "dry-run: answer what would come, and write nothing.") { Values = ["dry-run"] };

    /// <summary>Of the vendors' updates.</summary>
    public static HeaderParameter OneTimePassword { get; } = new(
        "X-Customer-Otp", "The one-time password that the customer was sent, where the tenant asks for one.");

    /// <summary>What a vendor's update takes.</summary>
    public static ValueList<HeaderParameter> OfUpdates { get; } = [IfMatch, IdempotencyKey, Prefer, OneTimePassword, RequestId];

    /// <summary>What another write takes.</summary>
    public static ValueList<HeaderParameter> OfWrites { get; } = [IdempotencyKey, Prefer, RequestId];

    /// <summary>What a read of one customer takes.</summary>
    public static ValueList<HeaderParameter> OfReads { get; } = [IfNoneMatch, RequestId];
}
