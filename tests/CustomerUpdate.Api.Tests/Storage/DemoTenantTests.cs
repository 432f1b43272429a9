using System.Text.RegularExpressions;
using CustomerUpdate.Api.Storage.Demo;

namespace CustomerUpdate.Api.Tests.Storage;

public sealed class DemoTenantTests
{
    [Theory]
    [InlineData("trillet", @"\A.{40}\z")]
    [InlineData("quentli", @"\Ask_.{22,}\z")]
    [InlineData("helpscout", @"\A.{22,}\z")]
    [InlineData("chatwoot", @"\A.{24}\z")]
    [InlineData("insighto", @"\Ain-[A-Za-z0-9_-]{43}\z")]
    [InlineData("hub", @"\Acu_.{22,}\z")]
    public void A_key_has_its_contracts_form_and_says_that_it_is_no_secret(string contract, string form)
    {
        var key = DemoTenant.Keys[contract];
        Assert.Matches(new Regex(form), key);
        Assert.Contains("dev", key, StringComparison.Ordinal);
    }
}
