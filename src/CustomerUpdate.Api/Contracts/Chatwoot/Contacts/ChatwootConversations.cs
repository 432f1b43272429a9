using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Lists a contact's conversations. This host keeps customers and no conversations: there are none.</summary>
internal sealed class ChatwootConversations : IChatwootOperation<ChatwootConversations>, IShowOperation<ChatwootConversations>
{
    public static string ShowSummary => "List the conversations of a contact, of which this host keeps none";

    public static RequestExample Example(ExampleSubject subject) => ChatwootExamples.OfContact(HttpMethods.Get, subject, "/conversations");

    public static Answer Shown(Customer customer, Exchange exchange) =>
        Answer.Of(StatusCodes.Status200OK, new ChatwootConversationList([]), ChatwootJson.Default.ChatwootConversationList);
}

/// <summary>Conversations.</summary>
internal sealed record ChatwootConversationList(ValueList<BagValue> Payload);
