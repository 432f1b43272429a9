using System.Collections.Concurrent;
using CustomerUpdate.Api.Tests.Hub.Keys;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Hosting;

/// <summary>Stands for what sends codes, and remembers them.</summary>
internal sealed class SentCodes : IOtpSender
{
    private readonly ConcurrentQueue<OtpMessage> messages = new();

    /// <summary>What to answer to the next messages; null for success.</summary>
    public Failure? Refusal { get; set; }

    /// <summary>What was sent to a customer, oldest first.</summary>
    public IReadOnlyList<OtpMessage> To(Customer customer) => [.. messages.Where(message => message.CustomerId == customer.Id)];

    /// <summary>A code that is not the one that was sent to a customer last.</summary>
    public string WrongFor(Customer customer) => To(customer)[^1].Code == "000000" ? "000001" : "000000";

    /// <inheritdoc/>
    public Task<Failure?> SendAsync(OtpMessage message, CancellationToken cancellationToken)
    {
        messages.Enqueue(message);
        return Task.FromResult(Refusal);
    }

    /// <summary>Has a host send a customer a code; answers the code.</summary>
    public async Task<string> NewCodeAsync(HostUnderTest host, Customer customer)
    {
        var answer = await new HubClient(host).PostAsync(PathOf(customer));
        Assert.True(answer.Status == 202, answer.Body);
        return To(customer)[^1].Code;
    }

    /// <summary>The path below the hub's root at which a customer's codes are asked for.</summary>
    public static string PathOf(Customer customer) => $"/tenants/{customer.TenantId}/customers/{customer.Id}/otp";
}
