using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Hub;

/// <summary>A request to bring customers in.</summary>
/// <param name="Caller">Who asks; whoever made this has looked at the rights.</param>
/// <param name="RequestId">Names the import in history.</param>
/// <param name="IsDryRun">
/// Whether to answer what would come of each line, and to write nothing. Each is then looked at as if it came alone: what an earlier line would
/// have made is not there.
/// </param>
internal sealed record ImportRequest(Caller Caller, string RequestId, bool IsDryRun);
