using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>The body of an update: operations, which apply in order, all or none.</summary>
/// <param name="Operations">The operations. An item that is no object is kept as it came, so that it does not hide what is wrong with the others.</param>
internal sealed record HelpScoutRequest(ValueList<Optional<HelpScoutOperation?>> Operations)
{
    /// <summary>What the array itself is called in errors; the vendor's page names its members <c>[].op</c>, <c>[].path</c> and so on.</summary>
    public const string WholeBody = "[]";

    /// <summary>The body as a wire model; anything but an array is invalid, a single operation without its brackets too.</summary>
    public static Result<HelpScoutRequest> Parse(RequestBody body) => body.Root switch
    {
        JsonValueKind.Array => new HelpScoutRequest([.. body.Read(HelpScoutJson.Default.OptionalHelpScoutOperationArray)]),
        JsonValueKind.Undefined or JsonValueKind.Null => Failure.Invalid([HelpScoutProblem.Empty(WholeBody)]),
        _ => Failure.Invalid([HelpScoutProblem.WrongType(WholeBody, "array of operations", body.Read(HelpScoutJson.Default.JsonElement))]),
    };
}

/// <summary>One operation. Members beside these three are ignored.</summary>
internal sealed record HelpScoutOperation
{
    [AllowedValues(PatchPath.Add, PatchPath.Remove, PatchPath.Replace)]
    public Optional<string?> Op { get; init; }

    public Optional<string?> Path { get; init; }

    public Optional<JsonElement> Value { get; init; }
}
