using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>Answers that carry a customer, with the tag of the version that they show.</summary>
internal static class HubCustomerAnswer
{
    private static string Lens => HubContract.Description.Name;

    /// <summary>The customer as a write left it, canonical.</summary>
    public static Answer Of(int status, Customer customer) => Canonical(status, customer).With("ETag", EntityTag.Of(customer, Lens));

    /// <summary>The customer, canonical, or that it is still the one whose tag was sent.</summary>
    public static Answer OfRead(HttpRequest request, Customer customer) =>
        Canonical(StatusCodes.Status200OK, customer).Tagged(request, customer, Lens);

    private static Answer Canonical(int status, Customer customer) =>
        Answer.Of(status, HubMapping.ToCanonical(customer), HubJson.Default.HubCustomer);
}
