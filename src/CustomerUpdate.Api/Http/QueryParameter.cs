using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Http;

/// <summary>A parameter of an endpoint's query, which may be left out, for Swagger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it says, and what it may be.</param>
internal sealed record QueryParameter(string Name, string Description)
{
    /// <summary>The least and the most that it may be; null where it is no integer.</summary>
    public (int Least, int Most)? Range { get; init; }
}

/// <summary>A parameter of an endpoint's path that takes a few words only, for Swagger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">The words.</param>
internal sealed record PathParameter(string Name, ValueList<string> Values);
