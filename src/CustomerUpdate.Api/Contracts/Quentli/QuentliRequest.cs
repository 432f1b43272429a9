using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>The body of an update.</summary>
internal sealed record QuentliRequest
{
    public Optional<QuentliInput?> Input { get; init; }

    /// <summary>The body is no object.</summary>
    public static Failure NoObject { get; } =
        Failure.Invalid([new Problem("", QuentliErrors.ValidationError, "The request body must be a JSON object with the member \"input\".")]);

    /// <summary>The body as a wire model; anything but an object is invalid.</summary>
    public static Result<QuentliRequest> Parse(RequestBody body) => body.Root == JsonValueKind.Object
        ? body.Read(QuentliJson.Default.QuentliRequest)
        : NoObject;
}

/// <summary>What to write, and the one-time password that allows it.</summary>
internal sealed record QuentliInput
{
    public Optional<QuentliData?> Data { get; init; }

    public Optional<string?> Otp { get; init; }
}

/// <summary>The members that may be written. Others, those that are read-only among them, are ignored.</summary>
internal sealed record QuentliData
{
    public Optional<string?> Name { get; init; }

    public Optional<string?> Email { get; init; }

    public Optional<string?> PhoneNumber { get; init; }

    public Optional<string?> Password { get; init; }

    public Optional<string?> Username { get; init; }

    public Optional<string?[]?> Tags { get; init; }

    public Optional<string?> TosIp { get; init; }

    public Optional<string?> SecondaryPhoneNumber { get; init; }

    public Optional<bool> AcceptedServiceAgreement { get; init; }

    public Optional<bool> SkipTaxInvoice { get; init; }

    public Optional<string?> Signature { get; init; }

    public Optional<string?> AssigneeId { get; init; }

    [DataType(DataType.DateTime)]
    public Optional<string?> OptedOutWhatsappAt { get; init; }

    public Optional<bool> HasChangedPassword { get; init; }

    public Optional<bool> PhoneNumberVerified { get; init; }

    public Optional<bool> EmailVerified { get; init; }

    public Optional<bool?> ReplyWithAssistant { get; init; }

    public Optional<QuentliMetadataEntry?[]?> Metadata { get; init; }

    public Optional<Dictionary<string, string?>?> Meta { get; init; }
}
