using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>A failure of each kind with the details that its words are made of.</summary>
internal static class FailureSamples
{
    private static readonly DateTimeOffset RetryAt = new(2026, 1, 2, 3, 4, 35, TimeSpan.Zero);

    private static readonly FailureKind[] Credentials = [FailureKind.CredentialMissing, FailureKind.CredentialUnknown];

    private static readonly FailureKind[] OfOtherRoutes =
    [
        FailureKind.RouteUnknown, FailureKind.MethodNotAllowed, FailureKind.Invalid,
        FailureKind.OtpAddressMissing, FailureKind.OtpSenderMissing, FailureKind.OtpNotSent,
    ];

    private static readonly FailureKind[] Tenants = [FailureKind.TenantMissing, FailureKind.TenantUnknown, FailureKind.TenantForeign];

    /// <summary>What every request can meet, a read of one customer too.</summary>
    public static ValueList<FailureKind> OfReads(bool namesTenant) =>
        [.. Credentials, .. namesTenant ? Tenants : [], FailureKind.RateLimited, FailureKind.Busy, FailureKind.Unexpected];

    /// <summary>What an update can meet, but for what only a route can say of itself, and for what is no update's: other paths, other methods, sending codes.</summary>
    public static ValueList<FailureKind> OfUpdates(bool namesTenant) =>
    [
        .. Enum.GetValues<FailureKind>().Except(OfOtherRoutes)
            .Where(kind => namesTenant || !Tenants.Contains(kind)),
    ];

    /// <summary>A failure.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="other">A customer who has what was asked for.</param>
    public static Failure Of(FailureKind kind, Customer other) => kind switch
    {
        FailureKind.CredentialMissing or FailureKind.CredentialUnknown => Failure.Of(kind),
        FailureKind.TenantMissing or FailureKind.TenantUnknown or FailureKind.TenantForeign => Failure.Of(kind),
        FailureKind.ReadOnlyKey or FailureKind.Forbidden => Failure.Of(kind),
        FailureKind.RouteUnknown or FailureKind.NotFound or FailureKind.EntryNotFound => Failure.Of(kind),
        FailureKind.MethodNotAllowed => Failure.Of(kind) with { AllowedMethods = [HttpMethods.Get] },
        FailureKind.UnsupportedMediaType or FailureKind.TooLarge => Failure.Of(kind),
        FailureKind.HeaderInvalid => Failure.Of(kind) with { Header = CommonHeaders.IfMatch.Name },
        FailureKind.Malformed => Failure.Of(kind) with { Offset = 17 },
        FailureKind.Invalid => Failure.Invalid([new Problem("/name", "wrong_type", "This must be a text.")]),
        FailureKind.Taken => Failure.Of(kind) with { Taken = [new TakenKey(new CustomerKey(CustomerKey.EmailKind, other.Profile.Email ?? ""), other)] },
        FailureKind.PreconditionFailed => Failure.Of(kind) with { ChangedFields = ["email"] },
        FailureKind.PreconditionRequired or FailureKind.IdempotencyKeyReused => Failure.Of(kind),
        FailureKind.OtpRejected => Failure.Of(kind),
        FailureKind.OtpAddressMissing or FailureKind.OtpSenderMissing or FailureKind.OtpNotSent => Failure.Of(kind),
        FailureKind.RateLimited => Failure.Of(kind) with { RetryAfter = TimeSpan.FromSeconds(30), RetryAt = RetryAt },
        FailureKind.RequestInProgress or FailureKind.Busy or FailureKind.Unexpected => Failure.Of(kind),
    };
}
