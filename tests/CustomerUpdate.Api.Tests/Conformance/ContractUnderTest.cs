using System.Net.Http.Headers;
using System.Text;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Conformance;

/// <summary>What the conformance suite needs to know of a contract: how to say a few things in it, and how it says no.</summary>
internal abstract class ContractUnderTest
{
    /// <summary>The contract's name.</summary>
    public abstract string Name { get; }

    /// <summary>Bodies of valid JSON whose root is not what the contract takes.</summary>
    public abstract IReadOnlyList<string> WrongRoots { get; }

    /// <summary>How many requests an update counts for.</summary>
    public virtual int WriteCost => 1;

    /// <summary>The key that the tests show unless they are about keys.</summary>
    public string Key => TestTenants.Demo.Key(Name);

    private ContractEntry Entry => ContractCatalog.All.Single(entry => entry.Description.Name == Name);

    /// <summary>A body that writes first and last name (which are the whole name, joined by a space, where a contract knows only that).</summary>
    public abstract string WriteName(string first, string last);

    /// <summary>A body that gives the customer an e-mail address.</summary>
    public abstract string WriteEmail(string email);

    /// <summary>The status of a failure.</summary>
    public abstract int StatusOf(FailureKind kind);

    /// <summary>Asserts that a body has the contract's shape for a failure, and says something.</summary>
    public abstract void AssertShape(FailureKind kind, HttpResponseMessage answer, string body);

    /// <summary>An update of a customer.</summary>
    /// <param name="customer">Whom.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="key">The key; the demo tenant's where null, blank for none.</param>
    /// <param name="reference">What the path points at, where that is not the customer.</param>
    /// <param name="tenant">The tenant that the request names, where its contract names one.</param>
    public HttpRequestMessage Update(Customer customer, HttpContent? body, string? key = null, string? reference = null, TestTenant? tenant = null)
    {
        var example = ExampleOf(tenant ?? TestTenants.Demo, key ?? Key, reference ?? customer.Profile.ReferenceOf(Name)!);
        return Request(new HttpMethod(example.Method), example.Path, example.Headers, body);
    }

    /// <summary>An update with a text.</summary>
    public HttpRequestMessage Update(Customer customer, string body, string? key = null, string? reference = null, TestTenant? tenant = null) =>
        Update(customer, Text(body), key, reference, tenant);

    /// <summary>The contract's own view of a customer.</summary>
    public HttpRequestMessage Show(Customer customer, string? key = null, string? reference = null, TestTenant? tenant = null)
    {
        var example = ExampleOf(tenant ?? TestTenants.Demo, key ?? Key, reference ?? customer.Profile.ReferenceOf(Name)!);
        return Request(HttpMethod.Get, ShowPath(example.Path), example.Headers, null);
    }

    /// <summary>A body under the contract's usual media type.</summary>
    public static HttpContent Text(string body, string mediaType = "application/json") => Bytes(Encoding.UTF8.GetBytes(body), mediaType);

    /// <summary>A body that need not be text.</summary>
    public static HttpContent Bytes(byte[] body, string? mediaType = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        return content;
    }

    /// <summary>A reference in the contract's form that is nobody's.</summary>
    public virtual string UnknownReference => "99999999";

    /// <summary>The path of the contract's own single GET, made of the path of its update.</summary>
    protected virtual string ShowPath(string updatePath) => updatePath;

    private RequestExample ExampleOf(TestTenant tenant, string key, string reference) => Entry.Example(tenant.Subject(key, reference));

    private static HttpRequestMessage Request(
        HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>> headers, HttpContent? body)
    {
        var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
