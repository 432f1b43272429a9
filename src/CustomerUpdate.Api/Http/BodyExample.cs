using System.Diagnostics.CodeAnalysis;

namespace CustomerUpdate.Api.Http;

/// <summary>A body that an endpoint reads, for Swagger.</summary>
/// <param name="Json">The body.</param>
/// <param name="ContentType">Its type.</param>
internal sealed record BodyExample([StringSyntax(StringSyntaxAttribute.Json)] string Json, string ContentType = "application/json");

/// <summary>A successful answer of an endpoint, for Swagger.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Json">Its body; null where it has none.</param>
internal sealed record AnswerExample(int Status, [StringSyntax(StringSyntaxAttribute.Json)] string? Json = null);
