namespace CustomerUpdate.Api.Http;

/// <summary>
/// What can fail before a change is applied. A contract lists them in its vendor's order; the first that fails is the answer.
/// </summary>
internal enum Stage
{
    /// <summary>Who asks.</summary>
    Credential,

    /// <summary>The body's type, size and syntax.</summary>
    Body,

    /// <summary>
    /// Whether the customer is there. Only for vendors that say <em>not found</em> before <em>invalid</em>: for the others the commit says it.
    /// </summary>
    Customer,

    /// <summary>The path and the members.</summary>
    Validation,
}
