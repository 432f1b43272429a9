namespace CustomerUpdate.Api.Http;

/// <summary>A parameter of an endpoint's query, which may be left out, for Swagger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it says, and what it may be.</param>
internal sealed record QueryParameter(string Name, string Description);
