using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>Reads <c>consent</c> and <c>verification</c>. Members of theirs that are not sent stay.</summary>
internal static class ConsentReader
{
    /// <summary>A change with what contracts may write of a consent. A new signature is given now, unless the document says when.</summary>
    public static CustomerChange Read(ObjectReader? consent, CustomerChange change) => consent is null ? change : change with
    {
        AcceptedServiceAgreement = consent.Flag("acceptedServiceAgreement"),
        TosIp = consent.Text("tosIp"),
        Signature = consent.Text("signature"),
        OptedOutWhatsappAt = consent.Instant("optedOutWhatsappAt"),
    };

    /// <summary>A consent with the rest, which only those write who may write everything.</summary>
    public static Consent WriteRest(ObjectReader? consent, Consent written)
    {
        if (consent is null)
        {
            return written;
        }

        var rest = written with
        {
            SignatureAcceptedAt = consent.Instant("signatureAcceptedAt").Or(written.SignatureAcceptedAt),
            OptedInWhatsappAt = consent.Instant("optedInWhatsappAt").Or(written.OptedInWhatsappAt),
            StartedWhatsappAt = consent.Instant("startedWhatsappAt").Or(written.StartedWhatsappAt),
        };
        consent.RefuseOthers();
        return rest;
    }

    /// <summary>A change with a verification.</summary>
    public static CustomerChange ReadVerification(ObjectReader? verification, CustomerChange change)
    {
        if (verification is null)
        {
            return change;
        }

        var written = change with
        {
            EmailVerified = verification.Flag("emailVerified"),
            PhoneNumberVerified = verification.Flag("phoneNumberVerified"),
            HasChangedPassword = verification.Flag("hasChangedPassword"),
        };
        verification.RefuseOthers();
        return written;
    }
}
