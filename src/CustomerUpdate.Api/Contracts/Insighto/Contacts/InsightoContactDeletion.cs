using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Deletes one contact, which erases the customer for every contract.</summary>
internal sealed class InsightoContactDeletion : IInsightoOperation<InsightoContactDeletion>, IEraseOperation<InsightoContactDeletion>
{
    public static string Summary => "Delete a contact";

    public static RequestExample Example(ExampleSubject subject) =>
        new(HttpMethods.Delete, $"/api/v1/contact/{subject.Reference}?{InsightoCredential.Parameter}={subject.Key}", []);

    public static Answer Erased(Exchange exchange) => InsightoAnswer.Deleted();
}
