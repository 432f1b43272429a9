using System.Globalization;
using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>The entries of a list of broken rules.</summary>
internal static class InsightoErrorDetails
{
    private const string Body = "body";

    private static readonly BagValue EmptyObject = BagValue.Of(JsonElement.Parse("{}"));

    /// <summary>JSON that breaks off or makes no sense at an offset from the start of the body.</summary>
    public static InsightoErrorDetail OfBrokenJson(long offset) => new(
        "json_invalid",
        [BagValue.Of(Body), OfNumber(offset)],
        "JSON decode error",
        EmptyObject,
        new InsightoErrorContext("Expecting valid JSON"));

    /// <summary>A rule that was broken.</summary>
    /// <param name="problem">The rule; one of the core's has the core's name for the member.</param>
    /// <param name="key">The caller's key. A value that contains it, such as a key pasted in the place of an id, is not shown again.</param>
    public static InsightoErrorDetail Of(Problem problem, string? key)
    {
        var broken = problem.Rejected as InsightoProblem ?? OfCore(problem);
        var (error, location, input) = broken;
        var shown = input is { } value && (string.IsNullOrEmpty(key) || !value.Json.Contains(key, StringComparison.Ordinal)) ? input : null;
        ValueList<BagValue> place = [.. location.Select(BagValue.Of), .. broken.Index is { } index ? [OfNumber(index)] : Array.Empty<BagValue>()];
        return new InsightoErrorDetail(error.Type, place, error.Message, shown, error.Context);
    }

    private static BagValue OfNumber(long number) => BagValue.Of(JsonElement.Parse(number.ToString(CultureInfo.InvariantCulture)));

    private static InsightoProblem OfCore(Problem problem) => new(
        PydanticError.TextTooLong(CustomerKey.MaximumLength),
        problem.Path == CustomerKey.PhoneKind ? [Body, "channels", Profile.TelephoneChannel] : [Body, problem.Path],
        null);
}
