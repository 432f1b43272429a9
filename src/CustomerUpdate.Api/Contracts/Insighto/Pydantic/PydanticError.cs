namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>
/// A complaint of Pydantic v2's about one value: its type, its sentence, and what fills the sentence in. Measured with Pydantic 2.13;
/// the types are at https://docs.pydantic.dev/latest/errors/validation_errors/
/// </summary>
/// <param name="Type">The machine-readable type.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Context">What fills it in; null where nothing does.</param>
internal sealed record PydanticError(string Type, string Message, InsightoErrorContext? Context = null)
{
    public static PydanticError Missing { get; } = new("missing", "Field required");

    public static PydanticError ModelType { get; } =
        new("model_attributes_type", "Input should be a valid dictionary or object to extract fields from");

    public static PydanticError TextType { get; } = new("string_type", "Input should be a valid string");

    public static PydanticError DictionaryType { get; } = new("dict_type", "Input should be a valid dictionary");

    public static PydanticError UuidType { get; } = new("uuid_type", "UUID input should be a string, bytes or UUID object");

    public static PydanticError DateTimeType { get; } = new("datetime_type", "Input should be a valid datetime");

    public static PydanticError TextTooLong(int maximum) =>
        new("string_too_long", $"String should have at most {maximum} characters", new InsightoErrorContext(MaxLength: maximum));

    public static PydanticError UuidParsing(string reason) =>
        new("uuid_parsing", $"Input should be a valid UUID, {reason}", new InsightoErrorContext(reason));

    public static PydanticError DateTimeParsing(string reason) =>
        new("datetime_parsing", $"Input should be a valid datetime, {reason}", new InsightoErrorContext(reason));

    public static PydanticError DateParsing(string reason) =>
        new("datetime_from_date_parsing", $"Input should be a valid datetime or date, {reason}", new InsightoErrorContext(reason));
}
