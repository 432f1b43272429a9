using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests;

/// <summary>Five contracts, one customer: what one writes the other four and the hub read.</summary>
public abstract class OneCustomerTests(HostFixture fixture)
{
    private const int Rounds = 16;

    private readonly HostUnderTest host = fixture.Host;

    [Fact]
    public async Task What_one_contract_writes_the_others_read()
    {
        foreach (var writer in ContractsUnderTest.All)
        {
            var customer = await host.Customers.CreateAsync();

            var answer = await host.Client.SendAsync(writer.Update(customer, writer.WriteName($"By{writer.Name}", "Hopper")));

            Assert.True(answer.IsSuccessStatusCode, writer.Name);
            foreach (var reader in ContractsUnderTest.All)
            {
                var shown = await host.Client.SendAsync(reader.Show(customer));
                Assert.Contains($"By{writer.Name}", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task An_email_address_written_by_one_is_everybodys()
    {
        foreach (var writer in ContractsUnderTest.All)
        {
            var customer = await host.Customers.CreateAsync(profile => profile with { Emails = EntryList.Empty });
            var email = $"by-{writer.Name}-{customer.Profile.ReferenceOf("chatwoot")}@example.com";

            await host.Client.SendAsync(writer.Update(customer, writer.WriteEmail(email)));

            foreach (var reader in ContractsUnderTest.All)
            {
                var shown = await host.Client.SendAsync(reader.Show(customer));
                Assert.Contains(email, await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Writers_of_all_contracts_at_once_lose_nothing()
    {
        var customer = await host.Customers.CreateAsync();

        var answers = await Task.WhenAll(
            from round in Enumerable.Range(0, Rounds)
            from writer in ContractsUnderTest.All
            select host.Client.SendAsync(writer.Update(customer, writer.WriteName($"{writer.Name}{round}", "Hopper"))));

        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode, answer.ToString()));
        var history = await host.Customers.HistoryAsync(customer);
        Assert.Equal(1 + answers.Length, history.Count);
        Assert.All(ContractsUnderTest.All, writer => Assert.Equal(Rounds, history.Count(contract => contract == writer.Name)));
    }
}

[Collection(PostgresTests.Name)]
public sealed class OneCustomerOnPostgres(PostgresHost host) : OneCustomerTests(host);

[Collection(SqliteTests.Name)]
public sealed class OneCustomerOnSqlite(SqliteHost host) : OneCustomerTests(host);
