using System.Text;
using System.Text.Json;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Startup;
using CustomerUpdate.Api.Swagger;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Benchmarks.Micro;

/// <summary>The steps of a contract's update that need neither network nor database, with its published example about the demo customer.</summary>
internal interface ISteps
{
    /// <summary>The body as its wire model, and whether it keeps the vendor's limits.</summary>
    object Parse();

    /// <summary>The wire model as a change.</summary>
    object Map();

    /// <summary>The customer after the change.</summary>
    object Apply();

    /// <summary>The customer as the vendor answers.</summary>
    object Render();
}

/// <inheritdoc cref="ISteps"/>
internal sealed class Steps<TContract, TRequest> : ISteps
    where TContract : IContract<TContract>, IUpdateOperation<TContract, TRequest>
    where TRequest : class
{
    private readonly RequestBody body;
    private readonly Exchange exchange;
    private readonly ApplyContext context;
    private readonly Profile profile;
    private readonly Customer written;
    private readonly TRequest request;
    private readonly ICustomerChange change;

    /// <summary>Makes them.</summary>
    /// <param name="pattern">The path of the contract's update.</param>
    public Steps(string pattern)
    {
        var passwords = new NoHashes();
        var example = TContract.Example(DemoSubjects.Of(TContract.Description.Name));
        var sample = new SampleRequests(passwords, PhoneNumberReaders.Default).Of(TContract.Description.Name, pattern, example);
        var utf8 = Encoding.UTF8.GetBytes(sample.Body);
        body = new RequestBody(utf8, JsonDocument.Parse(utf8).RootElement.ValueKind);
        exchange = sample.Exchange;
        request = Read();
        change = TContract.Map(request, exchange);
        written = sample.Update(change);
        profile = sample.Customer.Profile;
        var nextId = 2001L;
        context = new ApplyContext
        {
            Tenant = exchange.Caller!.Tenant,
            Stored = sample.Customer,
            Now = DateTimeOffset.UnixEpoch,
            Phones = PhoneNumberReaders.Default,
            Passwords = passwords,
            NextEntryId = () => nextId++,
        };
    }

    public object Parse()
    {
        var read = Read();
        return TContract.Validator.Validate(read).IsValid ? read : throw new InvalidOperationException("The example is not valid.");
    }

    public object Map() => TContract.Map(request, exchange);

    public object Apply() => change.Apply(profile, context).Match(applied => applied, failure => throw new InvalidOperationException(failure.Kind.ToString()));

    public object Render() => TContract.Updated(written, request, exchange);

    private TRequest Read() => TContract.Parse(body).Match(parsed => parsed, failure => throw new InvalidOperationException(failure.Kind.ToString()));

    // One of the examples sets a password. Hashing is slow on purpose, a thousand times slower than all else together.
    private sealed class NoHashes : IPasswordHashes
    {
        public string Hash(string password) => "hash";

        public bool Matches(string hash, string password) => false;
    }
}
