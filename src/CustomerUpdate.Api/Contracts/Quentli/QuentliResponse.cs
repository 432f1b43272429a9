using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>The answer to an update or a creation.</summary>
internal sealed record QuentliUpdated(QuentliCustomer Customer);

/// <summary>
/// A customer, its members in the published order; what has no value is null, never missing. Tags, the address and the signature of the
/// terms, the member of staff and the password are written through this contract and not shown by it.
/// </summary>
internal sealed record QuentliCustomer
{
    public required string Id { get; init; }

    [DataType(DataType.DateTime)]
    public required string CreatedAt { get; init; }

    [DataType(DataType.DateTime)]
    public required string UpdatedAt { get; init; }

    public required string? Name { get; init; }

    public required string? Username { get; init; }

    public required Guid OrganizationId { get; init; }

    public required bool AcceptedServiceAgreement { get; init; }

    public required bool SkipTaxInvoice { get; init; }

    public required bool EmailVerified { get; init; }

    public required bool PhoneNumberVerified { get; init; }

    public required bool HasChangedPassword { get; init; }

    public required string? Email { get; init; }

    public required string? PhoneNumber { get; init; }

    public required string? SecondaryPhoneNumber { get; init; }

    [DataType(DataType.DateTime)]
    public required string? ArchivedAt { get; init; }

    public required string? ArchivedById { get; init; }

    [DataType(DataType.DateTime)]
    public required string? SignatureAcceptedAt { get; init; }

    [DataType(DataType.DateTime)]
    public required string? OptedOutWhatsappAt { get; init; }

    [DataType(DataType.DateTime)]
    public required string? OptedInWhatsappAt { get; init; }

    [DataType(DataType.DateTime)]
    public required string? StartedWhatsappAt { get; init; }

    public required bool? ReplyWithAssistant { get; init; }

    public required ValueList<QuentliMetadataEntry> Metadata { get; init; }

    public required ValueMap<string> Meta { get; init; }
}

/// <summary>A free attribute. A member is null only where a request left it out.</summary>
internal sealed record QuentliMetadataEntry(string? Key, string? Value);

/// <summary>An error. The members behind the message are there only where the error is of their kind.</summary>
internal sealed record QuentliError(string Code, string Message)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Email { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PhoneNumber { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Username { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuentliConflictingCustomer? ConflictingCustomer { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<QuentliMemberError>? Errors { get; init; }

    /// <summary>What differs from the version that the caller has read, by the names of the shared customer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<string>? ChangedFields { get; init; }
}

/// <summary>The customer that has a value which another one asked for.</summary>
internal sealed record QuentliConflictingCustomer(string? Id, string? Name);

/// <summary>What is wrong with one member of a request.</summary>
internal sealed record QuentliMemberError(string Path, string Message);
