using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

/// <summary>The one-time password in Quentli's own body, over HTTP.</summary>
public abstract class QuentliOtpTests(HostFixture fixture)
{
    private const string Right = "123456";
    private const string Wrong = "654321";

    private readonly HostUnderTest host = fixture.Host;
    private readonly QuentliUnderTest contract = new();

    [Theory]
    [InlineData("\"123456\"", null, 200)]
    [InlineData("\"654321\"", null, 400)]
    [InlineData("\"\"", null, 400)]
    [InlineData("\"123456\"", Wrong, 200)]
    [InlineData("\"654321\"", Right, 400)]
    public async Task A_code_that_is_sent_must_be_right_and_the_bodys_counts_before_the_headers(string otp, string? header, int expected)
    {
        var customer = await host.Customers.CreateAsync();

        var (status, body) = await SendAsync(customer, otp, header, TestTenants.Demo);

        Assert.Equal(expected, status);
        Assert.Equal(expected == 400, body.Contains("OTP_REJECTED", StringComparison.Ordinal));
        Assert.Equal(expected == 200 ? 2 : 1, (await host.Customers.ReadAsync(customer)).Version);
    }

    [Theory]
    [InlineData("123456")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[\"123456\"]")]
    public async Task A_code_that_is_no_string_is_invalid_even_where_the_tenant_ignores_codes(string otp)
    {
        var customer = await host.Customers.CreateAsync(TestTenants.Trusting);

        var (status, body) = await SendAsync(customer, otp, null, TestTenants.Trusting);

        Assert.Equal(400, status);
        Assert.Contains("input.otp must be a string", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_tenant_ignores_codes_any_string_does()
    {
        var (status, _) = await SendAsync(await host.Customers.CreateAsync(TestTenants.Trusting), "\"nonsense\"", null, TestTenants.Trusting);

        Assert.Equal(200, status);
    }

    [Theory]
    [InlineData("email", "\"strict@example.com\"")]
    [InlineData("phoneNumber", "null")]
    [InlineData("secondaryPhoneNumber", "\"+525598765432\"")]
    [InlineData("username", "\"strict\"")]
    [InlineData("password", "\"secret\"")]
    public async Task Where_the_tenant_requires_one_protected_members_need_it(string member, string value)
    {
        var customer = await host.Customers.CreateAsync(TestTenants.Strict);

        var without = await host.Client.SendAsync(contract.Write(customer, $$"""{ "{{member}}": {{value}} }""", TestTenants.Strict));

        Assert.Equal(400, (int)without.StatusCode);
        Assert.Contains("OTP_REJECTED", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    private async Task<(int Status, string Body)> SendAsync(Customer customer, string otp, string? header, TestTenant tenant)
    {
        var body = $$"""{ "input": { "data": { "name": "Grace Hopper" }, "otp": {{otp}} } }""";
        var request = contract.Update(customer, body, tenant.Key("quentli"), tenant: tenant);
        if (header is not null)
        {
            request.Headers.Add("X-Customer-Otp", header);
        }

        var answer = await host.Client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

[Collection(PostgresTests.Name)]
public sealed class QuentliOtpOnPostgres(PostgresHost host) : QuentliOtpTests(host);

[Collection(SqliteTests.Name)]
public sealed class QuentliOtpOnSqlite(SqliteHost host) : QuentliOtpTests(host);
