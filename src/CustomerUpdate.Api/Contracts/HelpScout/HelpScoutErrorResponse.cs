using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>The unified error.</summary>
/// <param name="LogRef">What support asks for; the header <c>Correlation-Id</c> says the same.</param>
/// <param name="Message">What happened.</param>
/// <param name="Error">The same where a client looks for it under this name; else absent.</param>
/// <param name="Embedded">Its causes. Never an empty list: the vendor's own PHP client cannot read one.</param>
/// <param name="Links">Where it is explained.</param>
internal sealed record HelpScoutError(
    string LogRef,
    string Message,
    string? Error,
    [property: JsonPropertyName("_embedded")] HelpScoutErrorList? Embedded,
    [property: JsonPropertyName("_links")] HelpScoutErrorLinks Links);

/// <summary>The causes of an error.</summary>
internal sealed record HelpScoutErrorList(ValueList<HelpScoutErrorCause> Errors);

/// <summary>One cause.</summary>
/// <param name="Path">Where in the request.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="RejectedValue">What was sent; absent where nothing was.</param>
/// <param name="Source">The part of the request; always its JSON.</param>
/// <param name="Links">Where it is explained.</param>
internal sealed record HelpScoutErrorCause(
    string Path, string Message, object? RejectedValue, string Source, [property: JsonPropertyName("_links")] HelpScoutErrorLinks Links);

/// <summary>Where an error is explained.</summary>
internal sealed record HelpScoutErrorLinks(HelpScoutLink About);

/// <summary>A refused token, in OAuth's words.</summary>
internal sealed record HelpScoutTokenError(
    string Error, [property: JsonPropertyName("error_description")] string ErrorDescription);
