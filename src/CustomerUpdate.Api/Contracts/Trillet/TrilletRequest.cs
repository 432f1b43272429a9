using System.Text.Json;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Trillet;

/// <summary>The body of an edit. Members beside these three are ignored.</summary>
internal sealed record TrilletRequest
{
    public Optional<string?> Name { get; init; }

    public Optional<string?> Email { get; init; }

    public Optional<string?> Phone { get; init; }

    /// <summary>The body as a wire model; anything but an object is invalid.</summary>
    public static Result<TrilletRequest> Parse(RequestBody body) => body.Root == JsonValueKind.Object
        ? body.Read(TrilletJson.Default.TrilletRequest)
        : Failure.Invalid([new Problem("", TrilletErrors.BadRequest, "The request body must be a JSON object.")]);
}
