using System.Text;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Conformance;

/// <summary>
/// What holds in every contract, on every engine. A contract inherits it and says only how it speaks; what is particular to a vendor is
/// tested beside it.
/// </summary>
public abstract partial class UpdateConformance
{
    private readonly ContractUnderTest contract;
    private readonly HostUnderTest host;
    private readonly SentCodes codes;

    private protected UpdateConformance(ContractUnderTest contract, HostFixture fixture)
    {
        this.contract = contract;
        host = fixture.Host;
        codes = fixture.Codes;
    }

    [Fact]
    public async Task What_is_written_is_stored_and_read_back()
    {
        var customer = await host.Customers.CreateAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var (answer, _) = await SendAsync(contract.Update(customer, contract.WriteName("Grace", "Hopper")));
        var stored = await host.Customers.ReadAsync(customer);
        var (_, shown) = await SendAsync(contract.Show(customer));

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(new PersonName("Grace Hopper", "Grace", "Hopper"), stored.Profile.Name);
        Assert.Equal(customer.Profile with { Name = stored.Profile.Name }, stored.Profile);
        Assert.True(stored.UpdatedAt > customer.UpdatedAt);
        Assert.Contains("Grace", shown, StringComparison.Ordinal);
        Assert.Contains("Hopper", shown, StringComparison.Ordinal);
        Assert.Equal(["test", contract.Name], await host.Customers.HistoryAsync(customer));
    }

    [Fact]
    public async Task The_same_write_again_makes_no_version()
    {
        var customer = await host.Customers.CreateAsync();

        await SendAsync(contract.Update(customer, contract.WriteName("Grace", "Hopper")));
        var first = await host.Customers.ReadAsync(customer);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var (answer, _) = await SendAsync(contract.Update(customer, contract.WriteName("Grace", "Hopper")));

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(first, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Text_of_any_script_survives()
    {
        var customer = await host.Customers.CreateAsync();

        var (answer, _) = await SendAsync(contract.Update(customer, contract.WriteName("Zoë<&>'\\\"", "李😀\\u00e9")));

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal("Zoë<&>'\" 李😀é", (await host.Customers.ReadAsync(customer)).Profile.Name.Full);
    }

    [Fact]
    public async Task Parallel_writes_lose_nothing()
    {
        var customer = await host.Customers.CreateAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            SendAsync(contract.Update(customer, contract.WriteName($"Grace{number}", "Hopper")))));

        Assert.All(answers, answer => Assert.True(answer.Answer.IsSuccessStatusCode, answer.Body));
        Assert.Equal(17, (await host.Customers.ReadAsync(customer)).Version);
        Assert.Equal(17, (await host.Customers.HistoryAsync(customer)).Count);
    }

    [Fact]
    public async Task A_request_keeps_its_id()
    {
        var customer = await host.Customers.CreateAsync();
        var request = contract.Update(customer, contract.WriteName("Grace", "Hopper"));
        request.Headers.Add("X-Request-Id", "conformance-42");

        var (answer, _) = await SendAsync(request);

        Assert.Equal("conformance-42", answer.Headers.GetValues("X-Request-Id").Single());
    }

    private async Task<(HttpResponseMessage Answer, string Body)> SendAsync(HttpRequestMessage request)
    {
        var answer = await host.Client.SendAsync(request);
        return (answer, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()));
    }
}
