using System.Globalization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using Microsoft.Net.Http.Headers;

namespace CustomerUpdate.Api.Hub;

/// <summary>Answers that carry a customer, with the tag of the version that they show.</summary>
internal static class HubCustomerAnswer
{
    private const string Lens = "hub";

    /// <summary>The customer, canonical.</summary>
    public static Answer Of(int status, Customer customer) =>
        Answer.Of(status, HubMapping.ToCanonical(customer), HubJson.Default.HubCustomer).With("ETag", TagOf(customer));

    /// <summary>The customer, or that it is still the one whose tag was sent (RFC 9110, section 13.1.2).</summary>
    public static Answer OfRead(HttpRequest request, Customer customer)
    {
        var tag = new EntityTagHeaderValue(TagOf(customer));
        var sent = EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags) ? tags : [];
        return sent.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
            ? new Answer(StatusCodes.Status304NotModified).With("ETag", TagOf(customer))
            : Of(StatusCodes.Status200OK, customer);
    }

    private static string TagOf(Customer customer) => string.Create(CultureInfo.InvariantCulture, $"\"{customer.Version}-{Lens}\"");
}
