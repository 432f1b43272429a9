using System.Text.Json;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>The body of a creation: the members stand in <c>input</c> itself, where an update has <c>data</c>.</summary>
internal sealed record QuentliCreateRequest
{
    public Optional<QuentliNewCustomer?> Input { get; init; }

    /// <summary>The body as a wire model; anything but an object is invalid.</summary>
    public static Result<QuentliCreateRequest> Parse(RequestBody body) => body.Root == JsonValueKind.Object
        ? body.Read(QuentliJson.Default.QuentliCreateRequest)
        : QuentliRequest.NoObject;
}

/// <summary>
/// The members that a new customer can have. Others are ignored: those that only an update writes (password, signature, verification, one-time
/// passwords) among them.
/// </summary>
internal sealed record QuentliNewCustomer
{
    public Optional<string?> Name { get; init; }

    public Optional<string?> Username { get; init; }

    public Optional<string?> Email { get; init; }

    public Optional<string?> PhoneNumber { get; init; }

    public Optional<string?> SecondaryPhoneNumber { get; init; }

    public Optional<bool?> AcceptedServiceAgreement { get; init; }

    public Optional<bool?> SkipTaxInvoice { get; init; }

    public Optional<string?> AssigneeId { get; init; }

    public Optional<string?> OptedOutWhatsappAt { get; init; }

    public Optional<QuentliMetadataEntry?[]?> Metadata { get; init; }

    public Optional<string?[]?> Tags { get; init; }

    /// <summary>The same as an update would say it, so that both have one set of rules. There is nothing yet that null could clear.</summary>
    public QuentliData ToData() => new()
    {
        Name = Name,
        Username = Given(Username),
        Email = Given(Email),
        PhoneNumber = Given(PhoneNumber),
        SecondaryPhoneNumber = Given(SecondaryPhoneNumber),
        AcceptedServiceAgreement = Given(AcceptedServiceAgreement),
        SkipTaxInvoice = Given(SkipTaxInvoice),
        AssigneeId = Given(AssigneeId),
        OptedOutWhatsappAt = Given(OptedOutWhatsappAt),
        Metadata = Given(Metadata),
        Tags = Given(Tags),
    };

    private static Optional<T?> Given<T>(Optional<T?> member)
        where T : class => member is { IsPresent: true, Value: null } ? default : member;

    private static Optional<bool> Given(Optional<bool?> member) => member switch
    {
        { IsMistyped: true } => Optional<bool>.Mistyped(member.Received!),
        { IsPresent: true, Value: { } value } => value,
        _ => default,
    };
}
