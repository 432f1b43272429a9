using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;
using FluentValidation.Results;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>Help Scout's published limits: each operation is looked at by itself, and all that is wrong is said at once.</summary>
internal sealed class HelpScoutRequestValidator : AbstractValidator<HelpScoutRequest>
{
    /// <summary>The most operations that one update may have. None is published; ours keeps an update's work bounded.</summary>
    public const int MaximumOperations = 500;

    private static readonly string[] Operations = [PatchPath.Add, PatchPath.Remove, PatchPath.Replace];

    public HelpScoutRequestValidator() => RuleFor(request => request.Operations).Custom((operations, context) =>
    {
        foreach (var problem in Check(operations))
        {
            context.AddFailure(new ValidationFailure(problem.Path, problem.Message) { ErrorCode = problem.Code, CustomState = problem.Rejected });
        }
    });

    private static IEnumerable<Problem> Check(ValueList<Optional<HelpScoutOperation?>> operations) => operations.Count > MaximumOperations
        ? [HelpScoutProblem.OutOfRange(HelpScoutRequest.WholeBody, 0, MaximumOperations, operations.Count)]
        : operations.Index().SelectMany(operation => Check(operation.Item, $"[{operation.Index}]"));

    private static IEnumerable<Problem> Check(Optional<HelpScoutOperation?> item, string where) =>
        item.Or(null) is { } operation ? Check(operation, where)
        : item.IsMistyped ? [HelpScoutProblem.WrongType(where, "object", item.Received)]
        : [HelpScoutProblem.Empty(where)];

    private static IEnumerable<Problem> Check(HelpScoutOperation operation, string where)
    {
        var path = Text(operation.Path) is { } text ? PatchPaths.Find(text)?.Path : null;
        Problem?[] members = [CheckName(operation.Op, path, $"{where}.op"), CheckPath(operation.Path, path, $"{where}.path")];
        var problems = members.OfType<Problem>().ToList();

        // A value is judged where it is clear what it is for. A removal needs none, and ignores one that was sent.
        return problems.Count > 0 || operation.Op.Value == PatchPath.Remove
            ? problems
            : path!.Check(operation.Value.Or(default), $"{where}.value");
    }

    private static Problem? CheckName(Optional<string?> name, PatchPath? path, string where) => Text(name) switch
    {
        null => Missing(name, where),
        var word when !Operations.Contains(word) => HelpScoutProblem.NotOneOf(where, Operations, word),
        var word when path?.Operations.Contains(word) == false => HelpScoutProblem.OperationNotAllowed(where, path.Operations, word),
        _ => null,
    };

    private static Problem? CheckPath(Optional<string?> path, PatchPath? found, string where) => Text(path) switch
    {
        null => Missing(path, where),
        var text when found is null => HelpScoutProblem.PathNotSupported(where, text),
        _ => null,
    };

    private static string? Text(Optional<string?> member) => member.Or(null) is { Length: > 0 } text ? text : null;

    private static Problem Missing(Optional<string?> member, string where) =>
        member.IsMistyped ? HelpScoutProblem.WrongType(where, "string", member.Received) : HelpScoutProblem.Empty(where);
}
