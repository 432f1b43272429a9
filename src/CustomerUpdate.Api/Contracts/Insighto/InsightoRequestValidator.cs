using System.Text.Json;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>
/// What Insighto's model refuses, which is what Pydantic refuses: wrong types. It publishes no limits. Two rules are ours: a unique value
/// has at most 512 characters, and a telephone is a text or a number. Every bad member is reported, in the order of the model.
/// </summary>
internal sealed class InsightoRequestValidator : InsightoValidator<InsightoRequest>
{
    public InsightoRequestValidator()
    {
        MustBe(request => request.FirstName, "first_name", _ => PydanticError.TextType);
        MustBe(request => request.LastName, "last_name", _ => PydanticError.TextType);
        MustBe(request => request.Email, "email", _ => PydanticError.TextType);
        Check(request => request.Email, email => TooLong(email, ["body", "email"]));
        MustBeDictionary(request => request.Channels, "channels");
        Check(request => request.Channels, channels => TelephoneProblem(channels?.Find(Profile.TelephoneChannel) ?? BagValue.Null));
        MustBeDictionary(request => request.UserAttributes, "user_attributes");
        MustBe(request => request.LastSeen, "last_seen", DateTimeError);
        MustBe(request => request.LastSent, "last_sent", DateTimeError);
        MustBe(request => request.OrgId, "org_id", PydanticUuid.ErrorOf);
        MustBe(request => request.FirstAssistantId, "first_assistant_id", PydanticUuid.ErrorOf);
        MustBe(request => request.LastAssistantId, "last_assistant_id", PydanticUuid.ErrorOf);
        MustBe(request => request.FirstWidgetId, "first_widget_id", PydanticUuid.ErrorOf);
        MustBe(request => request.LastWidgetId, "last_widget_id", PydanticUuid.ErrorOf);
        MustBeDictionary(request => request.CustomFields, "custom_fields");
    }

    // The converters only say that a value does not fit; why, is asked of the same parser here.
    private static PydanticError DateTimeError(JsonElement received) =>
        PydanticDateTime.TryRead(received, out _, out var error) ? PydanticError.DateTimeType : error;

    private static InsightoProblem? TelephoneProblem(BagValue telephone)
    {
        ValueList<string> location = ["body", "channels", Profile.TelephoneChannel];
        return telephone.IsString || telephone.IsNull || IsNumber(telephone)
            ? TooLong(telephone.Text, location)
            : new InsightoProblem(PydanticError.TextType, location, telephone);
    }

    private static bool IsNumber(BagValue value) => value.Json[0] is '-' or (>= '0' and <= '9');
}
