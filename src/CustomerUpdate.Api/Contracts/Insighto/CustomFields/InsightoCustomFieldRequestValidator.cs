using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>A name and one of two types. That a name has 1 to 512 characters is ours.</summary>
internal sealed class InsightoCustomFieldRequestValidator : InsightoValidator<InsightoCustomFieldRequest>
{
    private const string Name = "custom_field_name";
    private const string Type = "custom_field_type";

    private static readonly PydanticError WrongType =
        PydanticError.Choice($"'{InsightoCustomFieldRequest.Text}' or '{InsightoCustomFieldRequest.Number}'");

    public InsightoCustomFieldRequestValidator()
    {
        MustBeThere(request => request.CustomFieldName, Name, request => request.Body);
        MustBe(request => request.CustomFieldName, Name, _ => PydanticError.TextType);
        Check(request => request.CustomFieldName, NameProblem);
        MustBeThere(request => request.CustomFieldType, Type, request => request.Body);
        MustBe(request => request.CustomFieldType, Type, _ => WrongType);
        Check(request => request.CustomFieldType, TypeProblem);
        MustBe(request => request.OrgId, "org_id", PydanticUuid.ErrorOf);
    }

    private static InsightoProblem? NameProblem(string? name) => name switch
    {
        null => new InsightoProblem(PydanticError.TextType, ["body", Name], BagValue.Null),
        _ when string.IsNullOrWhiteSpace(name) => new InsightoProblem(PydanticError.TextTooShort, ["body", Name], BagValue.Of(name)),
        _ => TooLong(name, ["body", Name]),
    };

    private static InsightoProblem? TypeProblem(string? type) => type is InsightoCustomFieldRequest.Text or InsightoCustomFieldRequest.Number
        ? null
        : new InsightoProblem(WrongType, ["body", Type], BagValue.OfNullable(type));
}
