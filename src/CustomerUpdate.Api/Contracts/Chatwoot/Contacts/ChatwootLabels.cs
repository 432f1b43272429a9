using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Lists a contact's labels, which the other contracts call tags.</summary>
internal sealed class ChatwootLabels : IChatwootOperation<ChatwootLabels>, IShowOperation<ChatwootLabels>
{
    public static string ShowSummary => "List the labels of a contact";

    public static RequestExample Example(ExampleSubject subject) => ChatwootExamples.OfContact(HttpMethods.Get, subject, "/labels");

    public static Answer Shown(Customer customer, Exchange exchange) => Of(customer);

    /// <summary>The answer that lists a contact's labels.</summary>
    public static Answer Of(Customer customer) =>
        Answer.Of(StatusCodes.Status200OK, new ChatwootLabelList(customer.Profile.Tags), ChatwootJson.Default.ChatwootLabelList);
}

/// <summary>Labels.</summary>
internal sealed record ChatwootLabelList(ValueList<string> Payload);
