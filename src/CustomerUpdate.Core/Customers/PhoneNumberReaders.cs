namespace CustomerUpdate.Core.Customers;

/// <summary>The one place that knows with which engine this was built: docs/adr/0007-phone-engines.md.</summary>
public static class PhoneNumberReaders
{
    /// <summary>The engine that the build chose. Safe for use by several threads.</summary>
#if LIBPHONENUMBER
    public static IPhoneNumberReader Default { get; } = new LibPhoneNumberReader();
#else
    public static IPhoneNumberReader Default { get; } = new BuiltInPhoneNumberReader();
#endif
}
