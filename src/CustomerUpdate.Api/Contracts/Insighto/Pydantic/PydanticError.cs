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

    public static PydanticError TextUnicode { get; } =
        new("string_unicode", "Input should be a valid string, unable to parse raw data as a unicode string");

    public static PydanticError ListType { get; } = new("list_type", "Input should be a valid list");

    public static PydanticError IntegerParsing { get; } =
        new("int_parsing", "Input should be a valid integer, unable to parse string as an integer");

    public static PydanticError IntegerSize { get; } =
        new("int_parsing_size", "Unable to parse input string as an integer, exceeded maximum size");

    public static PydanticError DictionaryType { get; } = new("dict_type", "Input should be a valid dictionary");

    public static PydanticError UuidType { get; } = new("uuid_type", "UUID input should be a string, bytes or UUID object");

    public static PydanticError DateTimeType { get; } = new("datetime_type", "Input should be a valid datetime");

    public static PydanticError TextTooLong(int maximum) =>
        new("string_too_long", $"String should have at most {maximum} characters", new InsightoErrorContext(MaxLength: maximum));

    public static PydanticError TextTooShort { get; } =
        new("string_too_short", "String should have at least 1 character", new InsightoErrorContext(MinLength: 1));

    public static PydanticError Pattern(string pattern) =>
        new("string_pattern_mismatch", $"String should match pattern '{pattern}'", new InsightoErrorContext(Pattern: pattern));

    public static PydanticError Choice(string choices) =>
        new("enum", $"Input should be {choices}", new InsightoErrorContext(Expected: choices));

    public static PydanticError Value(string reason) => new("value_error", $"Value error, {reason}");

    public static PydanticError Less(long least) =>
        new("greater_than_equal", $"Input should be greater than or equal to {least}", new InsightoErrorContext(Ge: least));

    public static PydanticError More(long most) =>
        new("less_than_equal", $"Input should be less than or equal to {most}", new InsightoErrorContext(Le: most));

    public static PydanticError ListTooLong(int maximum, int actual) => new(
        "too_long",
        $"List should have at most {maximum} items after validation, not {actual}",
        new InsightoErrorContext(FieldType: "List", MaxLength: maximum, ActualLength: actual));

    public static PydanticError UuidParsing(string reason) =>
        new("uuid_parsing", $"Input should be a valid UUID, {reason}", new InsightoErrorContext(reason));

    public static PydanticError DateTimeParsing(string reason) =>
        new("datetime_parsing", $"Input should be a valid datetime, {reason}", new InsightoErrorContext(reason));

    public static PydanticError DateParsing(string reason) =>
        new("datetime_from_date_parsing", $"Input should be a valid datetime or date, {reason}", new InsightoErrorContext(reason));
}
