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

    public HelpScoutRequestValidator() => RuleFor(request => request).Custom((request, context) =>
    {
        foreach (var problem in Check(request, stored: null))
        {
            context.AddFailure(new ValidationFailure(problem.Path, problem.Message) { ErrorCode = problem.Code, CustomState = problem.Rejected });
        }
    });

    /// <summary>All that is wrong.</summary>
    /// <param name="request">The operations.</param>
    /// <param name="stored">The customer whose entries they name; null where that is not known, and no entry is missing.</param>
    public static ValueList<Problem> Check(HelpScoutRequest request, Profile? stored)
    {
        var (operations, left) = (request.Operations, stored is null ? null : new EntriesLeft(stored));
        return operations.Count > MaximumOperations
            ? [HelpScoutProblem.OutOfRange(HelpScoutRequest.WholeBody, 0, MaximumOperations, operations.Count)]
            : [.. operations.Index().SelectMany(operation => Check(operation.Item, left, $"[{operation.Index}]"))];
    }

    /// <summary>Whether any of the operations is on an entry that the customer may or may not have.</summary>
    public static bool NamesEntries(HelpScoutRequest request) =>
        request.Operations.Any(item => Text(item.Or(null)?.Path ?? default) is { } text && PatchPaths.Find(text)?.Path.NamesEntry == true);

    private static IEnumerable<Problem> Check(Optional<HelpScoutOperation?> item, EntriesLeft? left, string where) =>
        item.Or(null) is { } operation ? Check(operation, left, where)
        : item.IsMistyped ? [HelpScoutProblem.WrongType(where, "object", item.Received)]
        : [HelpScoutProblem.Empty(where)];

    private static IEnumerable<Problem> Check(HelpScoutOperation operation, EntriesLeft? left, string where)
    {
        var found = Text(operation.Path) is { } text ? PatchPaths.Find(text) : null;
        Problem?[] members = [CheckName(operation.Op, found?.Path, $"{where}.op"), CheckPath(operation.Path, found?.Path, $"{where}.path")];
        var problems = members.OfType<Problem>().ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        // An entry and a value are judged where it is clear what they are. A removal needs no value, and ignores one that was sent.
        var (name, (path, entryId)) = (operation.Op.Value!, found!.Value);
        var value = name == PatchPath.Remove ? [] : path.Check(operation.Value.Or(default), $"{where}.value");
        return left?.Apply(name, path, entryId) == false ? [HelpScoutProblem.NoSuchEntry($"{where}.path", operation.Path.Value!), .. value] : value;
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
