using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Answers as FastAPI labels them: without a charset. None may be kept, because the key is part of the address.</summary>
internal static class InsightoAnswer
{
    /// <summary>An answer with a contact.</summary>
    public static Answer OfContact(string message, InsightoContact contact) => Of(
        StatusCodes.Status200OK,
        new InsightoEnvelope(message, ValueMap<BagValue>.Empty, contact),
        InsightoJson.Default.InsightoEnvelope);

    /// <summary>The answer to a deletion.</summary>
    public static Answer Deleted() => Of(
        StatusCodes.Status200OK,
        new InsightoDeleted("Data deleted successfully", ValueMap<BagValue>.Empty, BagValue.Null),
        InsightoJson.Default.InsightoDeleted);

    /// <summary>An answer.</summary>
    public static Answer Of<T>(int status, T value, JsonTypeInfo<T> type) =>
        Answer.Of(status, value, type, "application/json").With("Cache-Control", "no-store");
}
