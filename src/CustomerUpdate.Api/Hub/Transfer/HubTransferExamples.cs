using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Hub;

/// <summary>Swagger's examples for what is moved in bulk; each shows one line of many.</summary>
internal static class HubTransferExamples
{
    public static BodyExample Line { get; } = new(
        """{ "name": "Alice Example", "email": "alice@example.com", "references": { "helpscout": 100 } }""", HubTransfers.Ndjson);

    public static AnswerExample Result { get; } = new(
        StatusCodes.Status200OK, """{ "line": 1, "status": "created", "id": "0198f000-0000-7000-8000-0000000000a1", "version": 1 }""");

    public static AnswerExample Export { get; } = new(StatusCodes.Status200OK, HubCustomerExamples.Canonical);
}
