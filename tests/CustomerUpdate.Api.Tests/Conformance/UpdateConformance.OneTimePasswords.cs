using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Conformance;

/// <summary>One-time passwords, which every contract takes in a header, whatever else it has for them.</summary>
public abstract partial class UpdateConformance
{
    private const string Header = "X-Customer-Otp";

    [Fact]
    public Task A_wrong_one_time_password_is_refused() =>
        RefusesAsync(FailureKind.OtpRejected, customer => WithOtp(contract.Update(customer, ValidBody), "654321"));

    [Fact]
    public Task Two_one_time_passwords_are_no_right_one() =>
        RefusesAsync(FailureKind.OtpRejected, customer => WithOtp(WithOtp(contract.Update(customer, ValidBody), "123456"), "654321"));

    [Fact]
    public async Task A_right_one_time_password_is_accepted()
    {
        var customer = await host.Customers.CreateAsync();

        var (answer, body) = await SendAsync(WithOtp(contract.Update(customer, ValidBody), "123456"));

        Assert.True(answer.IsSuccessStatusCode, body);
    }

    [Fact]
    public async Task Where_a_tenant_requires_one_an_email_address_needs_it_and_a_name_does_not()
    {
        var strict = TestTenants.Strict;
        var customer = await host.Customers.CreateAsync(strict, profile => profile with { Emails = Core.Customers.EntryList.Empty });
        var email = $"new-{customer.Profile.ReferenceOf(contract.Name)}@example.com";

        await AssertRefusedAsync(FailureKind.OtpRejected, Request(contract.WriteEmail(email)));
        var (named, _) = await SendAsync(Request(ValidBody));
        var (addressed, body) = await SendAsync(WithOtp(Request(contract.WriteEmail(email)), "123456"));

        Assert.True(named.IsSuccessStatusCode);
        Assert.True(addressed.IsSuccessStatusCode, body);
        Assert.Equal(email, (await host.Customers.ReadAsync(customer)).Profile.Email);

        HttpRequestMessage Request(string text) => contract.Update(customer, text, key: strict.Key(contract.Name), tenant: strict);
    }

    [Fact]
    public async Task Where_a_tenant_ignores_them_a_wrong_one_is_not_looked_at()
    {
        var trusting = TestTenants.Trusting;
        var customer = await host.Customers.CreateAsync(trusting);

        var (answer, body) = await SendAsync(
            WithOtp(contract.Update(customer, ValidBody, key: trusting.Key(contract.Name), tenant: trusting), "654321"));

        Assert.True(answer.IsSuccessStatusCode, body);
    }

    private static HttpRequestMessage WithOtp(HttpRequestMessage request, string otp)
    {
        request.Headers.Add(Header, otp);
        return request;
    }
}
