using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Takes a contact's picture away, wherever it came from.</summary>
internal sealed class ChatwootRemoveAvatar : IChatwootOperation<ChatwootRemoveAvatar>, IBodilessUpdateOperation<ChatwootRemoveAvatar>
{
    public static string Summary => "Remove the picture of a contact";

    public static IReadOnlySet<string> Writable { get; } = new HashSet<string> { "photoUrl" };

    public static RequestExample Example(ExampleSubject subject) => ChatwootExamples.OfContact(HttpMethods.Delete, subject, "/avatar");

    public static ICustomerChange Map(NoRequest request, Exchange exchange) => new CustomerChange { PhotoUrl = Optional<string?>.Of(null) };

    public static Answer Updated(Customer customer, NoRequest request, Exchange exchange) => Answer.Of(
        StatusCodes.Status200OK, new ChatwootShown(ChatwootMapping.ToContact(customer, withInboxes: false)), ChatwootJson.Default.ChatwootShown);
}
