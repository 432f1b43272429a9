namespace CustomerUpdate.Core.Customers;

/// <summary>What the customer agreed to.</summary>
public sealed record Consent
{
    /// <summary>Nothing agreed to.</summary>
    public static Consent None { get; } = new();

    /// <summary>Accepted the terms of service.</summary>
    public bool AcceptedServiceAgreement { get; init; }

    /// <summary>The address from which the terms were accepted.</summary>
    public string? TosIp { get; init; }

    /// <summary>The signature's text or data.</summary>
    public string? Signature { get; init; }

    /// <summary>When the signature was given.</summary>
    public DateTimeOffset? SignatureAcceptedAt { get; init; }

    /// <summary>When the customer opted out of WhatsApp messages.</summary>
    public DateTimeOffset? OptedOutWhatsappAt { get; init; }

    /// <summary>When the customer opted in to WhatsApp messages.</summary>
    public DateTimeOffset? OptedInWhatsappAt { get; init; }

    /// <summary>When the customer first wrote on WhatsApp.</summary>
    public DateTimeOffset? StartedWhatsappAt { get; init; }
}

/// <summary>What has been verified of a customer.</summary>
public sealed record Verification
{
    /// <summary>Nothing verified.</summary>
    public static Verification None { get; } = new();

    /// <summary>The e-mail address.</summary>
    public bool EmailVerified { get; init; }

    /// <summary>The phone number.</summary>
    public bool PhoneNumberVerified { get; init; }

    /// <summary>The customer chose a password of their own.</summary>
    public bool HasChangedPassword { get; init; }
}
