using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>The canonical customer, in the order in which its members are shown.</summary>
internal sealed record HubCustomer
{
    public required Guid Id { get; init; }

    public required long Version { get; init; }

    [DataType(DataType.DateTime)]
    public required string CreatedAt { get; init; }

    [DataType(DataType.DateTime)]
    public required string UpdatedAt { get; init; }

    public required string? Name { get; init; }

    public required string? FirstName { get; init; }

    public required string? LastName { get; init; }

    public required string? Username { get; init; }

    public required string? Identifier { get; init; }

    public required string? Email { get; init; }

    public required string? Phone { get; init; }

    public required string? SecondaryPhone { get; init; }

    public required ValueList<HubEntry> Emails { get; init; }

    public required ValueList<HubEntry> Phones { get; init; }

    public required ValueList<HubEntry> Chats { get; init; }

    public required ValueList<HubEntry> SocialProfiles { get; init; }

    public required ValueList<HubWebsite> Websites { get; init; }

    public required HubAddress? Address { get; init; }

    public required string? JobTitle { get; init; }

    public required string? Organization { get; init; }

    public required string? Location { get; init; }

    public required string? Background { get; init; }

    public required string? Age { get; init; }

    public required string? Gender { get; init; }

    public required string? PhotoUrl { get; init; }

    public required string? PhotoType { get; init; }

    public required ValueList<string> Tags { get; init; }

    public required bool Blocked { get; init; }

    public required string? AssigneeId { get; init; }

    [DataType(DataType.DateTime)]
    public required string? LastSeenAt { get; init; }

    public required ValueMap<BagValue> CustomAttributes { get; init; }

    public required ValueMap<BagValue> ProfileAttributes { get; init; }

    public required ValueMap<BagValue> Channels { get; init; }

    public required HubConsent Consent { get; init; }

    public required Verification Verification { get; init; }

    [DataType(DataType.DateTime)]
    public required string? ArchivedAt { get; init; }

    public required string? ArchivedById { get; init; }

    public required ValueMap<ValueMap<BagValue>> Vendor { get; init; }

    public required JsonObject References { get; init; }
}

/// <summary>An entry with a type.</summary>
internal sealed record HubEntry(long Id, string? Type, string Value);

/// <summary>A website, which has no type.</summary>
internal sealed record HubWebsite(long Id, string Value);

/// <summary>An address.</summary>
internal sealed record HubAddress(ValueList<string> Lines, string? City, string? State, string? PostalCode, string? Country);

/// <summary>What the customer agreed to.</summary>
internal sealed record HubConsent(
    bool AcceptedServiceAgreement,
    string? TosIp,
    string? Signature,
    [property: DataType(DataType.DateTime)] string? SignatureAcceptedAt,
    [property: DataType(DataType.DateTime)] string? OptedOutWhatsappAt,
    [property: DataType(DataType.DateTime)] string? OptedInWhatsappAt,
    [property: DataType(DataType.DateTime)] string? StartedWhatsappAt);

/// <summary>An error (RFC 9457).</summary>
internal sealed record HubProblem(
    string Type,
    string Title,
    int Status,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList<HubProblemError>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList<HubConflict>? Conflicts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList<string>? Changed);

/// <summary>A broken rule.</summary>
internal sealed record HubProblemError(string Pointer, string Code, string Message);

/// <summary>A value that another customer has.</summary>
internal sealed record HubConflict(string Pointer, Guid CustomerId);
