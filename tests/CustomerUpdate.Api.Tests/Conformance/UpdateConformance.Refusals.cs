using System.Text;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Conformance;

/// <summary>How every contract says no: its own status, its own shape, and nothing written.</summary>
public abstract partial class UpdateConformance
{
    private string ValidBody => contract.WriteName("Grace", "Hopper");

    [Fact]
    public async Task No_key_is_refused()
    {
        // Not the demo tenant, which lets one contract in without a key.
        var customer = await host.Customers.CreateAsync(TestTenants.Other);

        await AssertRefusedAsync(FailureKind.CredentialMissing, contract.Update(customer, ValidBody, key: "", tenant: TestTenants.Other));

        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public Task An_unknown_key_is_refused() =>
        RefusesAsync(FailureKind.CredentialUnknown, customer => contract.Update(customer, ValidBody, key: contract.Key.Replace('0', '9')));

    [Fact]
    public async Task A_key_of_another_contract_is_refused()
    {
        foreach (var other in ContractCatalog.All.Select(entry => entry.Description.Name).Append("hub").Where(other => other != contract.Name))
        {
            await RefusesAsync(FailureKind.CredentialUnknown, customer => contract.Update(customer, ValidBody, key: TestTenants.Demo.Key(other)));
        }
    }

    [Fact]
    public Task A_key_that_may_only_read_is_refused() =>
        RefusesAsync(
            FailureKind.ReadOnlyKey, customer => contract.Update(customer, ValidBody, key: TestTenants.DemoReadOnly.Key(contract.Name)));

    [Fact]
    public async Task A_key_that_may_only_read_reads()
    {
        var customer = await host.Customers.CreateAsync();

        var (answer, _) = await SendAsync(contract.Show(customer, key: TestTenants.DemoReadOnly.Key(contract.Name)));

        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Fact]
    public Task An_unknown_customer_is_not_found() =>
        RefusesAsync(FailureKind.NotFound, customer => contract.Update(customer, ValidBody, reference: contract.UnknownReference));

    [Fact]
    public Task Another_tenants_customer_is_not_found() =>
        RefusesAsync(
            FailureKind.NotFound,
            customer => contract.Update(customer, ValidBody, key: TestTenants.Other.Key(contract.Name), tenant: TestTenants.Other));

    [Fact]
    public async Task Another_tenants_customer_is_not_shown()
    {
        var customer = await host.Customers.CreateAsync();

        var unknown = await SendAsync(contract.Show(customer, reference: contract.UnknownReference));
        var foreign = await SendAsync(
            contract.Show(customer, key: TestTenants.Other.Key(contract.Name), tenant: TestTenants.Other));

        Assert.Equal(unknown.Answer.StatusCode, foreign.Answer.StatusCode);
        Assert.DoesNotContain("Lovelace", foreign.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[{]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"name\":\"a\\u0000b\"}")]
    [InlineData("{\"name\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("[{\"\\udfff\":1}]")]
    [InlineData("{\"n\":-1e-30}")]
    [InlineData("{\"n\":1e400}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{} {}")]
    [InlineData("plain text")]
    public Task A_malformed_body_is_refused(string body) =>
        RefusesAsync(FailureKind.Malformed, customer => contract.Update(customer, body));

    [Fact]
    public Task Invalid_utf8_is_refused() =>
        RefusesAsync(
            FailureKind.Malformed,
            customer => contract.Update(customer, ContractUnderTest.Bytes([.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8])));

    [Fact]
    public Task More_than_64_levels_are_refused() =>
        RefusesAsync(FailureKind.Malformed, customer => contract.Update(customer, Nested(65)));

    [Fact]
    public async Task A_body_of_another_kind_is_refused()
    {
        foreach (var root in contract.WrongRoots)
        {
            await RefusesAsync(FailureKind.Invalid, customer => contract.Update(customer, root));
        }
    }

    [Fact]
    public Task Another_media_type_is_refused() =>
        RefusesAsync(
            FailureKind.UnsupportedMediaType, customer => contract.Update(customer, ContractUnderTest.Text(ValidBody, "application/xml")));

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        var customer = await host.Customers.CreateAsync();
        var content = ContractUnderTest.Text(ValidBody);
        content.Headers.ContentEncoding.Add("gzip");

        var (answer, body) = await SendAsync(contract.Update(customer, content));

        Assert.Equal(415, (int)answer.StatusCode);
        Assert.DoesNotContain("Content-Type", body, StringComparison.Ordinal);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("identity")]
    public async Task A_body_that_is_not_encoded_may_say_so(string encoding)
    {
        var content = ContractUnderTest.Text(ValidBody);
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);

        var (answer, body) = await SendAsync(contract.Update(await host.Customers.CreateAsync(), content));

        Assert.True(answer.IsSuccessStatusCode, body);
    }

    [Fact]
    public async Task A_body_over_1_MiB_is_refused_and_one_of_1_MiB_is_read()
    {
        await RefusesAsync(FailureKind.TooLarge, customer => contract.Update(customer, ValidBody.PadRight((1024 * 1024) + 1)));
        await RefusesAsync(FailureKind.TooLarge, customer => contract.Update(customer, new ChunkedContent(ValidBody.PadRight((1024 * 1024) + 1))));

        var customer = await host.Customers.CreateAsync();
        var (answer, body) = await SendAsync(contract.Update(customer, ValidBody.PadRight(1024 * 1024)));
        Assert.True(answer.IsSuccessStatusCode, body);
    }

    [Fact]
    public async Task Another_method_is_refused()
    {
        var request = contract.Update(await host.Customers.CreateAsync(), ValidBody);
        request.Method = new HttpMethod("REPORT"); // no vendor has it
        await AssertRefusedAsync(FailureKind.MethodNotAllowed, request);

        var (answer, _) = await SendAsync(Again(request));
        Assert.NotEmpty(answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task An_unknown_route_is_refused()
    {
        var request = contract.Update(await host.Customers.CreateAsync(), ValidBody);
        var uri = request.RequestUri!.OriginalString;
        request.RequestUri = new Uri(uri.Split('?')[0] + "/no/such/route" + uri[uri.Split('?')[0].Length..], UriKind.Relative);
        await AssertRefusedAsync(FailureKind.RouteUnknown, request);
    }

    [Fact]
    public async Task An_email_address_of_another_customer_is_refused()
    {
        var owner = await host.Customers.CreateAsync();

        await RefusesAsync(FailureKind.Taken, customer => contract.Update(customer, contract.WriteEmail(owner.Profile.Email!.ToUpperInvariant())));
    }

    [Fact]
    public async Task An_email_address_of_another_tenants_customer_is_free()
    {
        var owner = await host.Customers.CreateAsync(TestTenants.Other);
        var customer = await host.Customers.CreateAsync(profile => profile with { Emails = EntryList.Empty });

        var (answer, body) = await SendAsync(contract.Update(customer, contract.WriteEmail(owner.Profile.Email!)));

        Assert.True(answer.IsSuccessStatusCode, body);
        Assert.Equal(owner.Profile.Email, (await host.Customers.ReadAsync(customer)).Profile.Email);
    }

    private async Task RefusesAsync(FailureKind kind, Func<Customer, HttpRequestMessage> request)
    {
        var customer = await host.Customers.CreateAsync();
        await AssertRefusedAsync(kind, request(customer));
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
        Assert.Single(await host.Customers.HistoryAsync(customer));
    }

    private async Task AssertRefusedAsync(FailureKind kind, HttpRequestMessage request)
    {
        var (answer, body) = await SendAsync(request);

        Assert.True(contract.StatusOf(kind) == (int)answer.StatusCode, $"{kind} was {(int)answer.StatusCode}: {body}");
        contract.AssertShape(kind, answer, body);
        Assert.DoesNotContain(contract.Key, body, StringComparison.Ordinal);
        Assert.DoesNotContain("CustomerUpdate.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("SELECT", body, StringComparison.OrdinalIgnoreCase);
    }

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels - 1)) + "{}" + new string('}', levels - 1);

    private static HttpRequestMessage Again(HttpRequestMessage request)
    {
        var again = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers)
        {
            again.Headers.TryAddWithoutValidation(name, values);
        }

        return again;
    }

    /// <summary>A body that does not say its length beforehand.</summary>
    private sealed class ChunkedContent : StringContent
    {
        public ChunkedContent(string text)
            : base(text, Encoding.UTF8, "application/json")
        {
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
