using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>Reads bodies that are one object.</summary>
internal static class HelpScoutObject
{
    /// <summary>What the object itself is called in errors.</summary>
    public const string WholeBody = "{}";

    /// <summary>The body as a wire model; anything but an object is invalid.</summary>
    public static Result<T> Parse<T>(RequestBody body, JsonTypeInfo<T> type)
        where T : class => body.Root switch
        {
            JsonValueKind.Object => body.Read(type),
            JsonValueKind.Undefined or JsonValueKind.Null => Failure.Invalid([HelpScoutProblem.Empty(WholeBody)]),
            _ => Failure.Invalid([HelpScoutProblem.WrongType(WholeBody, "object", body.Read(HelpScoutJson.Default.JsonElement))]),
        };
}
