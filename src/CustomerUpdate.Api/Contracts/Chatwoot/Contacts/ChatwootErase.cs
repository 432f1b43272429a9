using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Deletes a contact, which is for administrators. https://developers.chatwoot.com/api-reference/contacts/delete-contact</summary>
internal sealed class ChatwootErase : IChatwootOperation<ChatwootErase>, IEraseOperation<ChatwootErase>
{
    public static string Summary => "Delete a contact";

    public static KeyRole Role => KeyRole.Admin;

    public static RequestExample Example(ExampleSubject subject) => ChatwootExamples.OfContact(HttpMethods.Delete, subject, "");

    public static Answer Erased(Exchange exchange) => new(StatusCodes.Status200OK);
}
