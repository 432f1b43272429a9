using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>What came of a write.</summary>
/// <typeparam name="T">What a write results in.</typeparam>
/// <param name="Answer">The answer.</param>
/// <param name="Result">What was done, or why it was not; null where an answer that was kept is given again, and nothing was done.</param>
internal sealed record WriteOutcome<T>(Answer Answer, Result<T>? Result);
