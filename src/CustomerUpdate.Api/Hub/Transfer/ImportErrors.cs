using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>What is wrong with a line of an import, in the hub's words.</summary>
internal static class ImportErrors
{
    /// <summary>The result of a line that failed.</summary>
    public static ImportResult ToResult(long line, Failure failure) => new(line, ImportStatus.Failed, Errors: ErrorsOf(failure));

    /// <summary>The line's id and references are different customers'.</summary>
    public static Failure Ambiguous(IEnumerable<Customer> owners) => Failure.Invalid([new Problem(
        "/references", "ambiguous", $"point at different customers: {string.Join(", ", owners.Select(owner => owner.Id))}")]);

    /// <summary>The line's id was that of a customer who has been erased.</summary>
    public static Failure Erased { get; } = Failure.Invalid([new Problem(
        "/id", "erased", "is the id of a customer who was erased; take it out of the line to make a new one")]);

    private static ValueList<HubProblemError> ErrorsOf(Failure failure) => failure.Kind switch
    {
        FailureKind.TooLarge => [new HubProblemError("", "too_long", "is longer than 1 MiB, or makes a customer whose own line is")],
        FailureKind.Malformed => [new HubProblemError("", "malformed", $"is no readable JSON from byte {failure.Offset} on")],
        FailureKind.Unexpected => [new HubProblemError("", "unexpected", "met an error of ours")],
        FailureKind.Busy => [new HubProblemError("", "busy", "could not be written; send it again")],
        _ when failure.Taken.Count > 0 => [.. failure.Taken.Select(TakenError).Distinct()],
        _ when failure.Problems.Count > 0 =>
            [.. failure.Problems.Select(problem => new HubProblemError(problem.Path, problem.Code, problem.Message))],
        _ => [new HubProblemError("", "failed", "could not be written")],
    };

    private static HubProblemError TakenError(TakenKey taken) => new(HubErrors.PointerOf(taken.Key), "taken", $"is customer {taken.Owner.Id}'s");
}
