using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Replaces all of a contact's labels; none sent is none left. Labels need not be defined anywhere.</summary>
internal sealed class ChatwootReplaceLabels
    : IChatwootOperation<ChatwootReplaceLabels>, IUpdateOperation<ChatwootReplaceLabels, ChatwootNewLabels>
{
    public static string Summary => "Replace the labels of a contact";

    public static ValueList<Stage> Order => ChatwootContract.Order;

    public static ValueList<BodyFormat> BodyFormats => ChatwootBodies.Formats;

    public static JsonTypeInfo? BodyType => ChatwootJson.Default.ChatwootNewLabels;

    public static ValueList<string> OtherMediaTypes => ChatwootContract.OtherMediaTypes;

    public static IValidator<ChatwootNewLabels> Validator { get; } = new ChatwootNewLabelsValidator();

    public static IReadOnlySet<string> Writable { get; } = new HashSet<string> { "tags" };

    public static RequestExample Example(ExampleSubject subject) =>
        ChatwootExamples.OfContact(HttpMethods.Post, subject, "/labels", """{ "labels": ["vip", "newsletter"] }""");

    public static Result<ChatwootNewLabels> Parse(RequestBody body) => body.Root == JsonValueKind.Object
        ? body.Read(ChatwootJson.Default.ChatwootNewLabels)
        : new ChatwootNewLabels();

    public static ICustomerChange Map(ChatwootNewLabels request, Exchange exchange) => new CustomerChange { Tags = request.Split() };

    public static Answer Updated(Customer customer, ChatwootNewLabels request, Exchange exchange) => ChatwootLabels.Of(customer);
}

/// <summary>The labels that a contact is to have.</summary>
internal sealed record ChatwootNewLabels
{
    [JsonConverter(typeof(RailsList))]
    public Optional<ValueList<string>> Labels { get; init; }

    /// <summary>The labels, each once. A comma ends a label, white space around it is cut off, and an empty one is none.</summary>
    public ValueList<string> Split() => Labels.Or([])
        .SelectMany(label => label.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Distinct().ToValueList();
}

/// <summary>The one rule for labels.</summary>
internal sealed class ChatwootNewLabelsValidator : AbstractValidator<ChatwootNewLabels>
{
    public ChatwootNewLabelsValidator() => RuleFor(request => request)
        .Must(request => request.Split().All(label => label.EnumerateRunes().Count() <= ChatwootRequestValidator.MaximumLength))
        .OverridePropertyName("labels").WithErrorCode("too_long")
        .WithMessage($"is too long (maximum is {ChatwootRequestValidator.MaximumLength} characters)");
}
