using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>A website as it is sent. Members beside its own are ignored.</summary>
internal record HelpScoutEntryRequest
{
    public Optional<string?> Value { get; init; }
}

/// <summary>An entry of another collection as it is sent.</summary>
internal sealed record HelpScoutTypedEntryRequest : HelpScoutEntryRequest
{
    public Optional<string?> Type { get; init; }
}

/// <summary>How the entries of a collection are read.</summary>
internal static class EntryRequests
{
    /// <summary>The JSON of an entry.</summary>
    public static JsonTypeInfo TypeOf(EntryShape shape) =>
        shape.Type is null ? HelpScoutJson.Default.HelpScoutEntryRequest : HelpScoutJson.Default.HelpScoutTypedEntryRequest;

    /// <summary>The published limits of an entry.</summary>
    public static IValidator<HelpScoutEntryRequest> ValidatorOf(EntryShape shape) => new HelpScoutValidator<HelpScoutEntryRequest>(request =>
    [
        .. shape.Type?.Check(TypeOf(request), "type") ?? [],
        .. shape.Value.Check(request.Value, "value"),
    ]);

    /// <summary>A body as an entry.</summary>
    public static Result<HelpScoutEntryRequest> Parse(EntryShape shape, RequestBody body) => shape.Type is null
        ? HelpScoutObject.Parse(body, HelpScoutJson.Default.HelpScoutEntryRequest)
        : HelpScoutObject.Parse(body, HelpScoutJson.Default.HelpScoutTypedEntryRequest).Match<Result<HelpScoutEntryRequest>>(entry => entry, failure => failure);

    /// <summary>The type of a valid entry; null where entries of its collection have none.</summary>
    public static string? ReadType(EntryShape shape, HelpScoutEntryRequest request) => shape.Type?.Read(TypeOf(request).Value);

    /// <summary>The value of a valid entry.</summary>
    public static string ReadValue(EntryShape shape, HelpScoutEntryRequest request) => shape.Value.Read(request.Value.Value)!;

    private static Optional<string?> TypeOf(HelpScoutEntryRequest request) => ((HelpScoutTypedEntryRequest)request).Type;
}
