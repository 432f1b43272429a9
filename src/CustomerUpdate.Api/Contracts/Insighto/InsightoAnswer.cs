using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Answers as FastAPI labels them: without a charset. None may be kept, because the key is part of the address.</summary>
internal static class InsightoAnswer
{
    /// <summary>An answer.</summary>
    public static Answer Of<T>(int status, T value, JsonTypeInfo<T> type) =>
        Answer.Of(status, value, type, "application/json").With("Cache-Control", "no-store");
}
