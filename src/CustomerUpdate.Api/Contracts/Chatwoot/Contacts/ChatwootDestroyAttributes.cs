using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Takes custom attributes away by their keys; keys that are not there do nothing.</summary>
internal sealed class ChatwootDestroyAttributes
    : IChatwootOperation<ChatwootDestroyAttributes>, IUpdateOperation<ChatwootDestroyAttributes, ChatwootAttributeKeys>
{
    public static string Summary => "Remove custom attributes of a contact";

    public static ValueList<Stage> Order => ChatwootContract.Order;

    public static ValueList<BodyFormat> BodyFormats => ChatwootBodies.Formats;

    public static JsonTypeInfo? BodyType => ChatwootJson.Default.ChatwootAttributeKeys;

    public static ValueList<string> OtherMediaTypes => ChatwootContract.OtherMediaTypes;

    public static IValidator<ChatwootAttributeKeys> Validator { get; } = new InlineValidator<ChatwootAttributeKeys>();

    public static IReadOnlySet<string> Writable { get; } = new HashSet<string> { "customAttributes" };

    public static RequestExample Example(ExampleSubject subject) => ChatwootExamples.OfContact(
        HttpMethods.Post, subject, "/destroy_custom_attributes", """{ "custom_attributes": ["newsletter"] }""");

    public static Result<ChatwootAttributeKeys> Parse(RequestBody body) => body.Root == JsonValueKind.Object
        ? body.Read(ChatwootJson.Default.ChatwootAttributeKeys)
        : new ChatwootAttributeKeys();

    public static ICustomerChange Map(ChatwootAttributeKeys request, Exchange exchange) =>
        new CustomerChange { CustomAttributes = new BagEdit { Remove = request.CustomAttributes.Or([]) } };

    public static Answer Updated(Customer customer, ChatwootAttributeKeys request, Exchange exchange) => Answer.Of(
        StatusCodes.Status200OK, new ChatwootShown(ChatwootMapping.ToContact(customer, withInboxes: true)), ChatwootJson.Default.ChatwootShown);
}

/// <summary>The keys of the attributes to take away.</summary>
internal sealed record ChatwootAttributeKeys
{
    [JsonConverter(typeof(RailsList))]
    public Optional<ValueList<string>> CustomAttributes { get; init; }
}
